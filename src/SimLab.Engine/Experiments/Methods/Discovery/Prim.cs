using System.Collections.Immutable;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Settings of <see cref="Prim"/>.</summary>
/// <param name="Peel">Share of the box's runs that one peel removes.</param>
/// <param name="Paste">Share that one paste adds.</param>
/// <param name="LeastMass">Minimum share of all runs in a box.</param>
public sealed record PrimSettings(double Peel = 0.05, double Paste = 0.05, double LeastMass = 0.05);

/// <summary>
/// The patient rule induction method: Friedman and Fisher, "Bump hunting in high-dimensional data" (1999), as used for
/// scenario discovery by Bryant and Lempert (2010).
/// 1. Begin with the box of all runs.
/// 2. Peel: of all thin slices of one factor (or one category), remove the one with the largest gain in mean outcome
///    for each run lost (the objective of Kwakkel and Jaxa-Rozen 2016 and the EMA workbench); of equal ones, the one
///    that restricts fewer factors.
/// 3. Repeat until no peel gains, or the box would hold too few runs. Each step is a box: the analyst chooses between
///    coverage and density.
/// 4. Paste: add slices as long as the mean outcome grows.
/// </summary>
public sealed class Prim(Cases cases, PrimSettings? settings = null)
{
    private readonly PrimSettings settings = settings ?? new();
    private readonly double totalSum = cases.Outcome.Sum();
    private readonly ImmutableArray<Limit> whole = [.. Enumerable.Range(0, cases.Factors).Select(cases.Whole)];

    /// <summary>All boxes from the whole to the last, in the order found.</summary>
    /// <param name="found">
    /// Boxes found before: their runs are removed first, so that the next box explains the rest (covering).
    /// </param>
    public IReadOnlyList<PrimBox> Trajectory(params IReadOnlyList<PrimBox> found)
    {
        ImmutableArray<int> remaining = [
            .. Enumerable.Range(0, cases.Points.Length).Where(i => !found.Any(box => box.Contains(cases.Points[i])))];
        if (remaining.IsEmpty) throw new MethodException($"The boxes found before hold all runs; there is nothing left to explain.");
        var box = new PrimBox(whole, remaining, remaining.Sum(i => cases.Outcome[i]), cases, totalSum, whole, remaining);
        var boxes = new List<PrimBox> { box };
        while (Best(box, Peels(box), box.Inside.Length) is { } smaller && smaller.Mass >= settings.LeastMass) boxes.Add(box = smaller);
        while (Best(box, Pastes(box), -box.Inside.Length) is { } larger) boxes.Add(box = larger);
        return boxes;
    }

    // The largest gain in mean for each run lost or won; null: no gain. A positive size asks for fewer runs, a negative
    // for more.
    private static PrimBox? Best(PrimBox box, IEnumerable<PrimBox> candidates, int size) => candidates
        .Where(c => c.Inside.Length > 0 && (size > 0 ? c.Inside.Length < size : c.Inside.Length > -size) && c.Density > box.Density)
        .OrderByDescending(c => (c.Density - box.Density) / Math.Abs(box.Inside.Length - c.Inside.Length))
        .ThenBy(c => c.Restricted.Length)
        .FirstOrDefault();

    private IEnumerable<PrimBox> Peels(PrimBox box)
    {
        for (var f = 0; f < cases.Factors; f++)
        {
            var limit = box.Limits[f];
            if (cases.Categorical[f])
            {
                if (limit.Allowed.Length > 1)
                    foreach (var category in limit.Allowed) yield return box.Narrowed(
                        f, limit with { Allowed = limit.Allowed.Remove(category) });
                continue;
            }
            double[] sorted = [.. box.Inside.Select(i => cases.Points[i][f]).Order()];
            yield return box.Narrowed(f, limit with { High = UpperCut(sorted, settings.Peel) });
            yield return box.Narrowed(f, limit with { Low = LowerCut(sorted, settings.Peel) });
        }
    }

    private IEnumerable<PrimBox> Pastes(PrimBox box)
    {
        var slice = Math.Max(1, (int)(settings.Paste * box.Inside.Length));
        foreach (var f in box.Restricted)
        {
            var limit = box.Limits[f];
            if (cases.Categorical[f])
            {
                foreach (var category in whole[f].Allowed.Except(limit.Allowed))
                    yield return box.With(f, limit with { Allowed = [.. limit.Allowed.Append(category).Order()] });
                continue;
            }
            var open = box.With(f, whole[f]).Inside.Select(i => cases.Points[i][f]).ToArray();
            double[] below = [.. open.Where(v => v < limit.Low).OrderDescending()];
            double[] above = [.. open.Where(v => v > limit.High).Order()];
            if (below.Length > 0) yield return box.With(
                f, limit with { Low = below.Length <= slice ? whole[f].Low : (below[slice - 1] + below[slice]) / 2 });
            if (above.Length > 0) yield return box.With(
                f, limit with { High = above.Length <= slice ? whole[f].High : (above[slice - 1] + above[slice]) / 2 });
        }
    }

    // The cut falls midway between two runs; where runs tie at the quantile, past the tie, so that the peel is not
    // empty.
    private static double LowerCut(double[] sorted, double share)
    {
        var (low, high) = ((int)Math.Floor((sorted.Length - 1) * share), (int)Math.Ceiling((sorted.Length - 1) * share));
        while (sorted[low] == sorted[high] && high < sorted.Length - 1) high++;
        return (sorted[low] + sorted[high]) / 2;
    }

    private static double UpperCut(double[] sorted, double share)
    {
        var (low, high) = ((int)Math.Floor((sorted.Length - 1) * (1 - share)), (int)Math.Ceiling((sorted.Length - 1) * (1 - share)));
        while (sorted[low] == sorted[high] && low > 0) low--;
        return (sorted[low] + sorted[high]) / 2;
    }
}
