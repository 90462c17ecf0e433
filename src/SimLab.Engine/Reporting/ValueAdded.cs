using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Reporting;

/// <summary>What firms add to what they buy: their part of the province's output.</summary>
public static class ValueAdded
{
    /// <summary>
    /// Value added by the firms of one world, yuan: sales, less materials, less what they order along the chains, less overhead,
    /// which is rent and services bought.
    /// </summary>
    /// <param name="series">The run.</param>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="replicate">Index of the replicate.</param>
    /// <param name="first">First month.</param>
    /// <param name="last">Last month, included.</param>
    public static double Of(RunSeries series, int arm, int replicate, Month first, Month last)
    {
        long Sum(Indicator flow) => series.Sum(arm, replicate, first, last, flow);
        return Fen.ToYuan(Sum(Indicator.Sales) - Sum(Indicator.Materials) - Sum(Indicator.ChainOrdersPlaced) - Sum(Indicator.Overhead));
    }

    /// <summary>
    /// Multiplier of a policy: value added that it brings over the run for each yuan that it costs the public more; null where it
    /// costs nothing more. Means of the replicates are compared, so that a replicate with small costs does not dominate.
    /// </summary>
    /// <param name="series">A run of two arms, the baseline first.</param>
    public static double? Multiplier(RunSeries series)
    {
        var (first, last) = (series.Plan.Start, series.Plan.LastMonth);
        double added = 0, cost = 0;
        for (var replicate = 0; replicate < series.Plan.Replicates; replicate++)
        {
            added += Of(series, 1, replicate, first, last) - Of(series, 0, replicate, first, last);
            cost += Fen.ToYuan(series.Cost(1, replicate, first, last) - series.Cost(0, replicate, first, last));
        }
        return cost > 0 ? added / cost : null;
    }
}
