using SimLab.Engine.Execution;
using SimLab.Engine.Statistics;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Reporting;

/// <summary>What firms invest more for each public yuan: equipment and real R&amp;D beyond the baseline, over the whole run and all
/// replicates.</summary>
/// <param name="Invested">Equipment and real R&amp;D that the policy added, whoever paid for it, yuan.</param>
/// <param name="Own">The same, less all support paid to firms in cash, yuan.</param>
/// <param name="Public">Public cost that the policy added, yuan, mean over the replicates.</param>
public sealed record Leverage(PairedDifference Invested, PairedDifference Own, double Public)
{
    /// <summary>Yuan invested for each public yuan; null: the policy costs the public nothing more.</summary>
    public double? PerYuan => Public > 0 ? Invested.Mean / Public : null;

    /// <summary>The same, less all support paid to firms in cash: at least so much is the firms' own.</summary>
    public double? OwnPerYuan => Public > 0 ? Own.Mean / Public : null;

    /// <summary>Of a run with a baseline; null: the policy was simulated alone.</summary>
    public static Leverage? Of(RunSeries series)
    {
        if (series.Plan.Arms.Length != 2) return null;
        var (first, last) = (series.Plan.Start, series.Plan.LastMonth);
        var extra = PublicCost.InAll(series, 1, first, last) - PublicCost.InAll(series, 0, first, last);
        return new(
            Added(Indicator.Investment, Indicator.RndReal), Added(Indicator.Investment, Indicator.RndReal, less: Indicator.SupportPaid),
            extra);

        PairedDifference Added(Indicator one, Indicator other, Indicator? less = null)
        {
            return PairedDifference.Of(Sums(1), Sums(0))
                ?? throw new InvalidOperationException("Bug in SimLab: a run has no replicate to compare.");

            double?[] Sums(int arm) => [.. Enumerable.Range(0, series.Plan.Replicates).Select(replicate =>
                (double?)(Sum(arm, replicate, one) + Sum(arm, replicate, other) - (less is { } flow ? Sum(arm, replicate, flow) : 0)))];
        }

        double Sum(int arm, int replicate, Indicator flow) => Fen.ToYuan(series.Sum(arm, replicate, first, last, flow));
    }
}
