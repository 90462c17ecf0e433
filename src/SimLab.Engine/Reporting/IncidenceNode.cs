using SimLab.Engine.Distribution;

namespace SimLab.Engine.Reporting;

/// <summary>
/// The <see cref="Distribution.Incidence"/> of a run in its JSON document. Money in yuan, measures by id; figures of firms are means over
/// <c>replicates</c>, <c>leverage</c> over all replicates of the run.
/// </summary>
/// <param name="Replicates">Replicates of each arm behind the figures of firms.</param>
/// <param name="Year">Calendar year whose sales are compared.</param>
/// <param name="Tolerance">Largest difference, as a share, of a firm in which nothing changed.</param>
/// <param name="Deadweight">Share of what firms received beyond the baseline that went to firms in which nothing changed.</param>
/// <param name="Leverage">Yuan that firms invest more, R&amp;D included, for each public yuan.</param>
/// <param name="OwnLeverage">The same, less all support paid to firms in cash.</param>
/// <param name="Measures">Money by measure.</param>
/// <param name="Groups">Money and changes by group of firms.</param>
public sealed record IncidenceNode(
    int Replicates, int Year, double Tolerance, double? Deadweight, double? Leverage, double? OwnLeverage,
    IReadOnlyList<IncidenceNode.OfMeasure> Measures,
    IReadOnlyList<IncidenceNode.OfGroup> Groups)
{
    /// <summary>Money of a measure in the policy arm: see <see cref="MeasureIncidence"/>.</summary>
    public sealed record OfMeasure(
        string Id, string Measure, double ToFirms, double Elsewhere, double Extra, double? ToUnchangedFirms, double Firms);

    /// <summary>
    /// A group: see <see cref="GroupIncidence"/>. <c>by</c>: all, size, industry, region, title or ownership; <c>received</c>: yuan
    /// in the policy arm, by measure.
    /// </summary>
    public sealed record OfGroup(
        FirmGrouping By, string Group, string? GroupZh, double Firms, double Money, IReadOnlyDictionary<string, double> Received,
        Movement? Sales, Movement? Jobs, Movement? Loans);

    /// <summary>The node of a run; null: not recorded.</summary>
    public static IncidenceNode? Of(RunSummary summary) => summary.Incidence is not { } incidence ? null : new(
        incidence.Replicates, incidence.Year, Incidence.Tolerance, incidence.Deadweight,
        summary.Leverage?.PerYuan, summary.Leverage?.OwnPerYuan,
        [.. incidence.Measures.Select(m => new OfMeasure($"{m.Id}", m.Measure, m.ToFirms, m.Elsewhere, m.Extra, m.Unchanged, m.Firms))],
        [.. incidence.Groups.Select(group => new OfGroup(
            group.By, group.Group, group.GroupZh, group.Firms, group.Money,
            group.Received.Where(money => money.Policy != 0).ToDictionary(money => $"{money.Id}", money => money.Policy),
            group.Sales, group.Jobs, group.Loans))]);
}
