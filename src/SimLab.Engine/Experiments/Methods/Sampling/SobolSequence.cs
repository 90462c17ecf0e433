namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// Sobol's low-discrepancy sequence (Sobol' 1967) in Gray-code order (Antonov and Saleev 1979) with the direction
/// numbers of Joe and Kuo, "Constructing Sobol' sequences with better two-dimensional projections" (2008). Optionally
/// scrambled by Owen's nested uniform scrambling (Owen 1995): a random bit that depends on the preceding bits flips
/// each bit, which preserves the evenness, makes estimates unbiased and moves the first point away from the corner.
/// </summary>
public sealed class SobolSequence
{
    private const int Bits = 32;
    private const double Unit = 1.0 / (1UL << Bits);

    private readonly uint[][] directions;
    private readonly PointDraws? coins;

    /// <summary>Prepares the direction numbers.</summary>
    /// <param name="dimensions">From 1 to <see cref="JoeKuo.Dimensions"/>.</param>
    /// <param name="scramble">Seed of the scrambling; null: the plain sequence, which starts in the corner 0.</param>
    public SobolSequence(int dimensions, ulong? scramble = null)
    {
        if (dimensions < 1 || dimensions > JoeKuo.Dimensions)
            throw new MethodException(
                $"The Sobol sequence is tabulated for 1 to {JoeKuo.Dimensions} dimensions, not {dimensions}. Take fewer factors, or a "
                + $"Latin hypercube.");
        directions = [.. Enumerable.Range(0, dimensions).Select(Directions)];
        coins = scramble is { } seed ? new PointDraws(seed, PointDrawId.Scramble) : null;
    }

    /// <summary>Points of the sequence from <paramref name="skip"/> on; point × dimension.</summary>
    public double[][] Points(int count, int skip = 0) => [.. Enumerable.Range(skip, count).Select(i => Point((uint)i))];

    /// <summary>Point <paramref name="index"/> of the sequence, from 0, without computing those before it.</summary>
    public double[] Point(uint index)
    {
        var gray = index ^ (index >> 1);
        var point = new double[directions.Length];
        for (var d = 0; d < point.Length; d++)
        {
            var digits = 0u;
            for (var bit = 0; gray >> bit != 0 && bit < Bits; bit++)
                if ((gray >> bit & 1) != 0) digits ^= directions[d][bit];
            point[d] = coins is { } c ? (Scrambled(digits, d, c) + 0.5) * Unit : digits * Unit;
        }
        return point;
    }

    private static uint Scrambled(uint digits, int dimension, PointDraws coins)
    {
        var result = digits;
        for (var depth = 0; depth < Bits; depth++)
        {
            var before = depth == 0 ? 0 : digits >> (Bits - depth);
            if (coins.Uniform(dimension, depth, (int)before) < 0.5) result ^= 1u << (Bits - 1 - depth);
        }
        return result;
    }

    // V_k = m_k / 2^k; the primitive polynomial gives all after the first s (Joe and Kuo 2008, equations 2 and 3).
    private static uint[] Directions(int dimension)
    {
        var v = new uint[Bits];
        if (dimension == 0)
        {
            for (var k = 0; k < Bits; k++) v[k] = 1u << (Bits - 1 - k);
            return v;
        }
        var (a, m) = JoeKuo.Dimension(dimension);
        var s = m.Length;
        for (var k = 0; k < Bits; k++)
        {
            if (k < s)
            {
                v[k] = m[k] << (Bits - 1 - k);
                continue;
            }
            v[k] = v[k - s] ^ (v[k - s] >> s);
            for (var j = 1; j < s; j++)
                if ((a >> (s - 1 - j) & 1) != 0) v[k] ^= v[k - j];
        }
        return v;
    }
}
