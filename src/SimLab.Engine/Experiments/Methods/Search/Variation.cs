namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// Makes two children of two parents in the unit cube: simulated binary crossover (Deb and Agrawal 1995) and polynomial
/// mutation (Deb and Goyal 1996), both in their bounded forms, so that a child never leaves the cube.
/// </summary>
/// <param name="CrossoverIndex">The larger, the nearer children stay to their parents.</param>
/// <param name="MutationIndex">The larger, the smaller the steps.</param>
internal readonly struct Variation(ulong seed, double crossoverIndex, double mutationIndex)
{
    private const double Same = 1e-14;
    private readonly PointDraws crossover = new(seed, PointDrawId.Crossover);
    private readonly PointDraws mutation = new(seed, PointDrawId.Mutation);

    /// <summary>Both children, by round and pair.</summary>
    public (double[] One, double[] Other) Cross(double[] mother, double[] father, double probability, int round, int pair)
    {
        double[] one = [.. mother], other = [.. father];
        if (crossover.Uniform(round, pair, 0) > probability) return (one, other);
        for (var d = 0; d < one.Length; d++)
        {
            var (low, high) = (Math.Min(mother[d], father[d]), Math.Max(mother[d], father[d]));
            if (high - low < Same || crossover.Uniform(round, pair, 3 * d + 1) > 0.5) continue;
            var u = crossover.Uniform(round, pair, 3 * d + 2);
            var near = (low + high - Spread(u, 1 + 2 * low / (high - low)) * (high - low)) / 2;
            var far = (low + high + Spread(u, 1 + 2 * (1 - high) / (high - low)) * (high - low)) / 2;
            (one[d], other[d]) = crossover.Uniform(round, pair, 3 * d + 3) < 0.5
                ? (Math.Clamp(near, 0, 1), Math.Clamp(far, 0, 1))
                : (Math.Clamp(far, 0, 1), Math.Clamp(near, 0, 1));
        }
        return (one, other);
    }

    /// <summary>Moves each coordinate with the given probability.</summary>
    public void Mutate(double[] child, double probability, int round, int number)
    {
        var power = 1 / (mutationIndex + 1);
        for (var d = 0; d < child.Length; d++)
        {
            if (mutation.Uniform(round, number, 2 * d) > probability) continue;
            var (x, u) = (child[d], mutation.Uniform(round, number, 2 * d + 1));
            var step = u < 0.5
                ? Math.Pow(2 * u + (1 - 2 * u) * Math.Pow(1 - x, mutationIndex + 1), power) - 1
                : 1 - Math.Pow(2 * (1 - u) + (2 * u - 1) * Math.Pow(x, mutationIndex + 1), power);
            child[d] = Math.Clamp(x + step, 0, 1);
        }
    }

    private double Spread(double u, double room)
    {
        var alpha = 2 - Math.Pow(room, -(crossoverIndex + 1));
        return Math.Pow(u <= 1 / alpha ? u * alpha : 1 / (2 - u * alpha), 1 / (crossoverIndex + 1));
    }
}
