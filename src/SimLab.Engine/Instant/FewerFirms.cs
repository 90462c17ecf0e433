using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Populations;

namespace SimLab.Engine.Instant;

/// <summary>
/// A population in which fewer firms stand for all, for answers while a lever moves:
/// 1. firms are laid into cells of like firms (why they are in the population, titles, industry or services, with or without loan);
/// 2. each cell is sorted by sales and cut into runs of neighbours, shorter ones where the targets are decided;
/// 3. of each run the middle firm stays and stands for all of it, so the number of firms in every cell stays exact.
/// Chain leaders and the very large stand for themselves. What leaders owe is set anew, so that the books balance.
/// </summary>
public static class FewerFirms
{
    // How densely a firm's kind is kept, relative to an ordinary one: targets count titles and thresholds.
    private const double Titled = 6, NearTitles = 4, AboveScale = 4, Ordinary = 1, Vacant = 0.6;

    // A firm with more than this share of its cell's sales stands for itself.
    private const double TooLarge = 0.02;

    /// <param name="full">Everybody.</param>
    /// <param name="about">How many firms to keep, vacant slots included; the result is within a few percent of it.</param>
    public static Population Of(Population full, int about)
    {
        var cells = Enumerable.Range(0, full.Firms.Length).GroupBy(i => CellOf(full.Firms[i], full.Initial[i])).OrderBy(cell => cell.Key).ToList();
        var weight = cells.Sum(cell => cell.Count() * Density(cell.Key));
        var kept = cells.SelectMany(cell => Thin(full, [.. cell], (int)Math.Ceiling(about * cell.Count() * Density(cell.Key) / weight)))
            .OrderBy(k => k.Index).ToList();                                // by number, so regions stay together
        var firms = kept.Select((k, i) => full.Firms[k.Index] with { Id = i, Weight = k.Weight }).ToImmutableArray();
        var states = kept.Select(k => full.Initial[k.Index]).ToArray();
        LeadersOwe(firms, states);
        return full with { Firms = firms, Initial = [.. states] };
    }

    private readonly record struct Cell(Stratum Stratum, bool Vacant, bool Leads, bool HighTech, bool Specialised, bool OtherTitle, bool Services, bool Borrows, bool StateOwned)
        : IComparable<Cell>
    {
        private int Number => ((int)Stratum << 8) | Bit(Vacant, 7) | Bit(Leads, 6) | Bit(HighTech, 5) | Bit(Specialised, 4) | Bit(OtherTitle, 3)
            | Bit(Services, 2) | Bit(Borrows, 1) | Bit(StateOwned, 0);

        public int CompareTo(Cell other) => Number.CompareTo(other.Number);

        private static int Bit(bool yes, int place) => yes ? 1 << place : 0;
    }

    private static Cell CellOf(in Firm firm, in Enterprise state) => new(
        firm.Stratum, !state.IsAlive, firm.LeadsChain, state.HighTechUntil != 0, state.SpecialisedUntil != 0 || state.LittleGiantUntil != 0,
        state.TechSmeUntil != 0 || state.InnovativeUntil != 0, firm.Industry > Industry.Construction, state.Loan > 0, firm.StateOwned);

    private static double Density(Cell cell) => cell switch
    {
        { Vacant: true } => Vacant,
        { HighTech: true } or { Specialised: true } => Titled,
        { Stratum: Stratum.Innovative or Stratum.Nurture } => NearTitles,
        { Stratum: Stratum.AboveScale } => AboveScale,
        _ => Ordinary,
    };

    private static IEnumerable<(int Index, int Weight)> Thin(Population full, int[] cell, int keep)
    {
        if (full.Firms[cell[0]].LeadsChain || cell.Length <= keep) return cell.Select(i => (i, full.Firms[i].Weight));
        var all = cell.Sum(Sales);
        var large = cell.Where(i => Sales(i) > TooLarge * all).ToHashSet();
        var rest = cell.Where(i => !large.Contains(i)).OrderBy(i => full.Initial[i].SalesLastYear).ThenBy(i => i).ToArray();
        var runs = Math.Clamp(keep - large.Count, Math.Min(1, rest.Length), rest.Length);
        return large.Select(i => (i, full.Firms[i].Weight)).Concat(Enumerable.Range(0, runs).Select(run =>
        {
            var neighbours = rest.AsSpan((int)((long)rest.Length * run / runs)..(int)((long)rest.Length * (run + 1) / runs));
            var stands = 0;
            foreach (var i in neighbours) stands += full.Firms[i].Weight;
            return (neighbours[neighbours.Length / 2], stands);
        }));

        double Sales(int i) => (double)full.Initial[i].SalesLastYear * full.Firms[i].Weight;
    }

    // Suppliers' claims on leaders, by weight, are what the leaders of their chain owe; shared out by what each owed before.
    private static void LeadersOwe(ImmutableArray<Firm> firms, Enterprise[] states)
    {
        foreach (var chain in Enumerable.Range(0, firms.Length).Where(i => firms[i].Chain != Chain.None && states[i].IsAlive).GroupBy(i => firms[i].Chain))
        {
            var left = chain.Sum(i => firms[i].Weight * (states[i].ReceivableLarge + states[i].ArrearsLarge));
            var leaders = chain.Where(i => firms[i].LeadsChain).ToArray();
            var (owed, before) = (left, leaders.Sum(i => (double)states[i].Payable));
            for (var k = leaders.Length - 1; k >= 0; k--)
            {
                var share = k == 0 ? left : Fen.Share(owed, states[leaders[k]].Payable / Math.Max(1, before));
                (states[leaders[k]].Payable, left) = (share, left - share);
            }
        }
    }
}
