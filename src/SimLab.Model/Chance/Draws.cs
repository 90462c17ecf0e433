using System.Runtime.CompilerServices;

namespace SimLab.Model.Chance;

/// <summary>Random key of one replicate, equal in all arms (common random numbers).</summary>
public readonly record struct RandomKey(uint Key0, uint Key1)
{
    /// <summary>Key of a replicate (from 0) under a seed.</summary>
    public static RandomKey Of(ulong seed, int replicate)
    {
        // SplitMix64 finaliser: a bijection, so replicates of one seed never share a key.
        var z = seed + (ulong)(replicate + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return new((uint)z, (uint)(z >> 32));
    }
}

/// <summary>
/// Random draws of one enterprise in one month of one replicate. Four draws share a Philox block, computed on first
/// use; a value depends only on (seed, replicate, enterprise, month, draw).
/// </summary>
public ref struct Draws(RandomKey randomKey, int enterprise, Month month)
{
    /// <summary>Enterprise number of province-wide shocks.</summary>
    public const int ProvinceWide = -1;

    private const int DrawsPerMonth = 44;

    private readonly uint _key0 = randomKey.Key0, _key1 = randomKey.Key1;
    private readonly uint _enterprise = (uint)enterprise, _month = (uint)month.Number;
    private uint _known;
    private Words _words;

    [InlineArray(DrawsPerMonth)]
    private struct Words
    {
        private uint _first;
    }

    /// <summary>Uniform on (0, 1), never 0 or 1; 32 bits.</summary>
    public double Uniform(DrawId draw)
    {
        var index = (int)draw;
        var block = index >> 2;
        if ((_known >> block & 1) == 0)
        {
            Span<uint> words = _words;
            Philox4x32.Block(_enterprise, _month, (uint)block, 0, _key0, _key1, words.Slice(block << 2, 4));
            _known |= 1u << block;
        }
        return (_words[index] + 0.5) * (1.0 / 4294967296.0);
    }

    /// <summary>True with the given probability, 0–1.</summary>
    public bool Bernoulli(DrawId draw, double probability) => probability > 0 && Uniform(draw) < probability;

    /// <summary>Laplace with mean 0 and the given scale (standard deviation = scale · √2).</summary>
    public double Laplace(DrawId draw, double scale)
    {
        var u = Uniform(draw) - 0.5;
        return -scale * Math.Sign(u) * PortableMath.Log(1 - 2 * Math.Abs(u));
    }

    /// <summary>Logistic, mean 0, given standard deviation: slightly heavy tails, closed-form inverse.</summary>
    public double Logistic(DrawId draw, double deviation) => LogisticQuantile(Uniform(draw), deviation);

    /// <summary>Quantile of that logistic distribution at <paramref name="u"/> in (0, 1).</summary>
    public static double LogisticQuantile(double u, double deviation) =>
        deviation * 0.5513288954217921 * PortableMath.Log(u / (1 - u)); // √3/π

    /// <summary>Uniform on (0, 1), of no firm: bidder <paramref name="number"/> for a lot of a market.</summary>
    public static double MarketDraw(RandomKey randomKey, Month month, int counter, int number)
    {
        Span<uint> four = stackalloc uint[4];
        Philox4x32.Block((uint)counter, (uint)month.Number, (uint)number, 2, randomKey.Key0, randomKey.Key1, four);
        return (four[0] + 0.5) * (1.0 / 4294967296.0);
    }

    /// <summary>Uniform on (0, 1), that assigns an enterprise to a group of a trial; of no month.</summary>
    public static double Assignment(RandomKey randomKey, int enterprise)
    {
        Span<uint> four = stackalloc uint[4];
        Philox4x32.Block((uint)enterprise, 0, 0, 3, randomKey.Key0, randomKey.Key1, four);
        return (four[0] + 0.5) * (1.0 / 4294967296.0);
    }

    /// <summary>Time-invariant firm effect, uniform on (0, 1); low values hear of a measure first.</summary>
    public static double FirmEffect(FirmEffectId effect, RandomKey randomKey, int enterprise)
    {
        Span<uint> four = stackalloc uint[4];
        Philox4x32.Block((uint)enterprise, effect.Space, effect.Number, 1, randomKey.Key0, randomKey.Key1, four);
        return (four[0] + 0.5) * (1.0 / 4294967296.0);
    }
}
