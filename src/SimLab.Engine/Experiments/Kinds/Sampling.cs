using SimLab.Engine.Experiments.Methods;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>Spreads points over the ranges of the factors.</summary>
internal static class Sampling
{
    private const string Hypercube = "latin-hypercube";

    public static readonly WordSetting Setting = new(
        "sampling", "How points are spread over the ranges of the factors: a Latin hypercube, or a Sobol sequence.", [Hypercube, "sobol"]);

    /// <summary>Points × factors, as values.</summary>
    public static double[][] Points(string sampling, Experiment experiment, int points)
    {
        Factor[] factors = [.. experiment.Factors.Select(factor => factor.Range)];
        return factors.At(sampling == Hypercube
            ? LatinHypercube.Sample(points, factors.Length, experiment.Seed)
            : new SobolSequence(factors.Length, experiment.Seed).Points(points));
    }
}
