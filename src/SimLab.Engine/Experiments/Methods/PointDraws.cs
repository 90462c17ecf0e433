using MathNet.Numerics.Distributions;
using SimLab.Model.Chance;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Purpose of a method's random draw. The number is part of the address: append, never reorder.</summary>
public enum PointDrawId
{
    LatinHypercube, Scramble, Trajectory, Bootstrap, FirstGeneration, Parents, Crossover, Mutation, Gaussian, Permutation, Prior,
    Ancestor, Kernel,
    Observation, Resampling,
}

/// <summary>
/// Random draws by address for the methods: a draw depends on (seed, purpose, address) and not on earlier draws, so the
/// batching of values does not change the requested points. Philox counters 256 and up; the model's own draws use
/// counters 0 to 2.
/// </summary>
public readonly struct PointDraws(ulong seed, PointDrawId about)
{
    private const uint FirstCounter = 256;
    private readonly RandomKey key = RandomKey.Of(seed, 0);
    private readonly uint counter = FirstCounter + (uint)about;

    /// <summary>Uniform on (0, 1), never 0 or 1; 52 bits.</summary>
    public double Uniform(int a, int b = 0, int c = 0)
    {
        Span<uint> four = stackalloc uint[4];
        Philox4x32.Block((uint)a, (uint)b, (uint)c, counter, key.Key0, key.Key1, four);
        return ((((ulong)four[0] << 20) | (four[1] >> 12)) + 0.5) * (1.0 / (1UL << 52));
    }

    /// <summary>A standard normal draw.</summary>
    public double Gaussian(int a, int b = 0, int c = 0) => Normal.InvCDF(0, 1, Uniform(a, b, c));

    /// <summary>A uniform integer from 0 to <paramref name="count"/> − 1.</summary>
    public int Below(int count, int a, int b = 0, int c = 0) => Math.Min(count - 1, (int)(Uniform(a, b, c) * count));

    /// <summary>
    /// A random permutation of 0 … <paramref name="count"/> − 1 (Fisher and Yates; Durstenfeld 1964).
    /// </summary>
    public int[] Permutation(int count, int a, int b = 0)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var last = count - 1; last > 0; last--)
        {
            var other = Below(last + 1, a, b, last);
            (order[last], order[other]) = (order[other], order[last]);
        }
        return order;
    }
}
