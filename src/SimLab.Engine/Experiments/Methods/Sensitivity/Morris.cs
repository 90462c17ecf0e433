using System.Collections.Immutable;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>The elementary effects of one factor: change of output per whole range of the factor.</summary>
/// <param name="Mu">Mean effect; effects of both signs cancel.</param>
/// <param name="MuStar">Mean of the absolute effects (Campolongo et al. 2007): the factor's importance.</param>
/// <param name="MuStarError">Standard error of <paramref name="MuStar"/> over the trajectories.</param>
/// <param name="Sigma">Standard deviation of the effects: the strength of interactions and non-linearity.</param>
/// <param name="Effects">Observed effects; fewer than the trajectories where points have no number.</param>
public sealed record MorrisEffect(int Factor, double Mu, double MuStar, double MuStarError, double Sigma, int Effects);

/// <summary>Elementary effects screening (Morris 1991). Effects with a missing end are left out and counted.</summary>
/// <param name="Effects">Effects by factor; all values NaN for a factor with fewer than two observed effects.</param>
public sealed record Morris(ImmutableArray<MorrisEffect> Effects, Missing Missing)
{
    /// <summary>Computes the effects of the outputs of a design.</summary>
    /// <param name="values">One output for each of <see cref="MorrisDesign.Points"/>, in that order.</param>
    public static Morris Read(MorrisDesign design, IReadOnlyList<double> values)
    {
        var length = design.Factors + 1;
        if (values.Count != design.Trajectories.Length * length)
            throw new MethodException(
                $"The Morris design has {design.Trajectories.Length * length} points, but {values.Count} outputs came back.");
        var seen = Enumerable.Range(0, design.Factors).Select(_ => new List<double>()).ToArray();
        for (var t = 0; t < design.Trajectories.Length; t++)
            for (var s = 0; s < design.Factors; s++)
            {
                var factor = design.Orders[t][s];
                var moved = design.Trajectories[t][s + 1][factor] - design.Trajectories[t][s][factor];
                var effect = (values[t * length + s + 1] - values[t * length + s]) / moved;
                if (double.IsFinite(effect)) seen[factor].Add(effect);
            }
        return new([.. seen.Select((effects, factor) => Effect(factor, effects))], Missing.In(values));
    }

    private static MorrisEffect Effect(int factor, List<double> effects)
    {
        if (effects.Count < 2) return new(factor, double.NaN, double.NaN, double.NaN, double.NaN, effects.Count);
        double[] absolute = [.. effects.Select(Math.Abs)];
        return new(factor, effects.Average(), absolute.Average(), Deviation(absolute) / Math.Sqrt(absolute.Length),
            Deviation(effects), effects.Count);
    }

    private static double Deviation(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
    }
}
