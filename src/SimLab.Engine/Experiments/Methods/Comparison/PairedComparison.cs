using MathNet.Numerics.Statistics;
using SimLab.Engine.Statistics;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Two arms with common random numbers, compared by replicate.</summary>
/// <param name="Difference">A less B.</param>
/// <param name="VarianceReduction">
/// 1 − Var(A − B) / (Var A + Var B): the share of the variance that common random numbers remove; negative where they
/// hurt, NaN where neither arm varies.
/// </param>
/// <param name="Correlation">Correlation of the two arms; NaN where one does not vary.</param>
/// <param name="AHigher">
/// Probability that A is above B in a replicate, a tie counting half, with Wilson's interval (95 %).
/// </param>
/// <param name="Ties">Replicates with the same value in both arms.</param>
public sealed record PairedComparison(PairedDifference Difference, double VarianceReduction, double Correlation, Estimate AHigher, int Ties)
{
    /// <summary>Number of independent pairs with the same interval as one shared pair.</summary>
    public double WorthOfAPair => 1 / (1 - VarianceReduction);

    /// <summary>Compares two arms by replicate; null: no replicate has a value in both.</summary>
    public static PairedComparison? Of(IReadOnlyList<double?> a, IReadOnlyList<double?> b)
    {
        (double A, double B)[] pairs = [
            .. a.Zip(b).Where(p => p.First is { } x && p.Second is { } y && double.IsFinite(x) && double.IsFinite(y))
            .Select(p => (p.First!.Value, p.Second!.Value))];
        double?[] Arm(Func<(double A, double B), double> of) => [.. pairs.Select(p => (double?)of(p))];
        if (PairedDifference.Of(Arm(p => p.A), Arm(p => p.B)) is not { } difference) return null;
        var (first, second) = (pairs.Select(p => p.A).ToArray(), pairs.Select(p => p.B).ToArray());
        var (varA, varB) = (first.Variance(), second.Variance());
        var ties = pairs.Count(p => p.A == p.B);
        return new(difference,
            varA + varB > 0 ? 1 - pairs.Select(p => p.A - p.B).Variance() / (varA + varB) : double.NaN,
            varA > 0 && varB > 0 ? MathNet.Numerics.Statistics.Correlation.Pearson(first, second) : double.NaN,
            Proportion.Wilson(pairs.Count(p => p.A > p.B) + ties / 2.0, pairs.Length), ties);
    }
}
