using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Engine.Reporting;

/// <summary>
/// Who pays and who gets. Every yuan that firms receive or pay comes from a sector or goes to one, and what measures cost comes from
/// whoever finances them, so that in every world and month the sectors together gain nothing.
/// </summary>
public static class SectorAccounts
{
    /// <summary>All sectors, in the order of the accounts.</summary>
    public static ImmutableArray<Sector> Sectors { get; } = [.. Enum.GetValues<Sector>()];

    /// <summary>What each sector receives in a month less what it pays, fen. The sum is 0.</summary>
    /// <param name="row">As in <see cref="RunSeries.Row"/>.</param>
    /// <param name="financed">What measures cost, by who pays, fen.</param>
    public static long[] Net(ReadOnlySpan<long> row, IReadOnlyDictionary<Payer, long> financed)
    {
        var net = new long[Sectors.Length];
        foreach (var flow in Indicators.All)
            if (Indicators.With(flow) is { } sector) Move(net, sector, Sector.Firms, Indicators.Cash(flow) * row[(int)flow]);
        // Households are among the customers, whom firms cannot tell apart.
        Move(net, Sector.Households, Sector.Outside, row[(int)Indicator.SalesToHouseholds]);
        Move(net, Sector.Outside, Sector.Government, financed[Payer.Transfer] + financed[Payer.Debt]);
        Move(net, Sector.Households, Sector.Government, financed[Payer.Taxes]);
        return net;
    }

    /// <summary>What the measures of an arm cost in one world from a month to another, both included, by who pays, fen.</summary>
    public static IReadOnlyDictionary<Payer, long> Financed(RunSeries series, int arm, int replicate, Month first, Month last)
    {
        var measures = series.Plan.Arms[arm].Ever.ToArray();
        return Enum.GetValues<Payer>().ToDictionary(payer => payer, payer => measures
            .Where(measure => measure.PaidBy == payer)
            .Sum(measure => series.Cost(arm, replicate, first, last, measure.Clause.Id)));
    }

    /// <summary>The same, yuan, mean over the replicates.</summary>
    public static IReadOnlyDictionary<Payer, double> Financed(RunSeries series, int arm, Month first, Month last) =>
        Enum.GetValues<Payer>().ToDictionary(payer => payer, payer => Enumerable.Range(0, series.Plan.Replicates)
            .Average(replicate => Financed(series, arm, replicate, first, last)[payer] / (double)Fen.PerYuan));

    /// <summary>What each sector receives in an arm less what it pays, yuan over the months, mean over the replicates.</summary>
    public static ImmutableArray<double> Net(RunSeries series, int arm, Month first, Month last)
    {
        var sums = new Int128[Sectors.Length];
        for (var replicate = 0; replicate < series.Plan.Replicates; replicate++)
            for (var month = first; month <= last; month += 1)
            {
                var net = Net(series.Row(arm, replicate, month), Financed(series, arm, replicate, month, month));
                for (var sector = 0; sector < sums.Length; sector++) sums[sector] += net[sector];
            }
        return [.. sums.Select(sum => (double)sum / Fen.PerYuan / series.Plan.Replicates)];
    }

    private static void Move(long[] net, Sector from, Sector to, long fen)
    {
        net[(int)from] -= fen;
        net[(int)to] += fen;
    }
}
