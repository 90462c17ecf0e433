using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SimLab.Model.Policies;

namespace SimLab.Engine.Distribution;

/// <summary>
/// Who got the public money of a run, who won by the policy and who lost: means over the first replicates, in which it is recorded
/// firm by firm. A firm is compared with itself in the other arm, with the same luck. Pure data; every page, file and table shows it.
/// </summary>
/// <param name="Replicates">Replicates of each arm behind every figure.</param>
/// <param name="Year">Calendar year whose sales are compared, up to the end of the run; jobs and loans are those at the end.</param>
/// <param name="Measures">The measures with a cost, in order of number.</param>
/// <param name="Groups">First all firms, then by size class, industry, prefecture, title and ownership; groups without firms or money
/// are left out.</param>
public sealed record Incidence(
    int Replicates, int Year, ImmutableArray<MeasureIncidence> Measures, ImmutableArray<GroupIncidence> Groups)
{
    /// <summary>
    /// A firm wins or loses when a figure differs by more than this share between the arms; one whose titles are equal and whose sales,
    /// jobs, loans, fixed assets and knowledge differ by no more is unchanged.
    /// </summary>
    public const double Tolerance = 0.01;

    /// <summary>All firms together.</summary>
    [JsonIgnore]
    public GroupIncidence All => Groups[0];

    /// <summary>The groups of one grouping.</summary>
    public IEnumerable<GroupIncidence> By(FirmGrouping grouping) => Groups.Where(group => group.By == grouping);

    /// <summary>Public money of the policy arm that firms received, yuan.</summary>
    public double ToFirms => Measures.Sum(measure => measure.ToFirms);

    /// <summary>Public money of the policy arm that went to no single firm, yuan.</summary>
    public double Elsewhere => Measures.Sum(measure => measure.Elsewhere);

    /// <summary>
    /// Share of what firms received beyond the baseline that went to firms in which nothing changed; null: one arm, or nothing more.
    /// </summary>
    public double? Deadweight =>
        Measures.Sum(measure => measure.Extra) is > 0 and var extra && Measures.All(measure => measure.Unchanged is not null)
        ? Measures.Sum(measure => measure.Unchanged!.Value) / extra : null;
}

/// <summary>Public money of one measure over the run, yuan; firms counted with their weight.</summary>
/// <param name="Id">Document and clause of the measure.</param>
/// <param name="Measure">Its name.</param>
/// <param name="ToFirms">Received by firms in the policy arm, as money or as relief of taxes and fees.</param>
/// <param name="Elsewhere">The rest of its cost in the policy arm: consumers, prices of public orders, bodies that serve firms.</param>
/// <param name="ElsewhereBaseline">The same in the baseline arm.</param>
/// <param name="Extra">Received by firms beyond what they received in the baseline arm.</param>
/// <param name="Unchanged">The part of <paramref name="Extra"/> received by firms in which nothing changed (deadweight); null: one
/// arm.</param>
/// <param name="Firms">Firms that received anything.</param>
public sealed record MeasureIncidence(
    MeasureId Id, string Measure, double ToFirms, double Elsewhere, double ElsewhereBaseline, double Extra, double? Unchanged,
    double Firms);

/// <summary>A group of firms: the money it received and what the policy changed in it.</summary>
/// <param name="By">What the firms are grouped by.</param>
/// <param name="Group">Identifier of the group: Micro, Manufacturing, Lanzhou, HighTech, StateOwned …</param>
/// <param name="GroupZh">Chinese name of a prefecture; null: a group that every province has.</param>
/// <param name="Firms">Firms in business at the end in one of the arms.</param>
/// <param name="Received">Money by measure, yuan over the run; measures that gave the group nothing are left out.</param>
/// <param name="Sales">Sales of <see cref="Incidence.Year"/>, yuan; null: one arm.</param>
/// <param name="Jobs">Jobs at the end; null: one arm.</param>
/// <param name="Loans">Loans owed at the end, yuan; null: one arm.</param>
public sealed record GroupIncidence(
    FirmGrouping By, string Group, string? GroupZh, double Firms, ImmutableArray<GroupMoney> Received, Movement? Sales, Movement? Jobs,
    Movement? Loans)
{
    /// <summary>Money received in the policy arm, yuan.</summary>
    public double Money => Received.Sum(money => money.Policy);
}

/// <summary>Money of a measure that a group received, by arm, yuan over the run.</summary>
public readonly record struct GroupMoney(MeasureId Id, double Baseline, double Policy);

/// <summary>A figure of a group in both arms, and the firms behind its difference.</summary>
/// <param name="Baseline">The group's total in the baseline arm.</param>
/// <param name="Policy">Its total in the policy arm.</param>
/// <param name="Winners">Firms in which it is more than 1 % higher with the policy.</param>
/// <param name="Losers">Firms in which it is more than 1 % lower.</param>
/// <param name="Won">Sum of all increases.</param>
/// <param name="Lost">Sum of all decreases, above zero.</param>
public sealed record Movement(double Baseline, double Policy, double Winners, double Losers, double Won, double Lost)
{
    /// <summary>Policy less baseline; what was won less what was lost.</summary>
    public double Difference => Policy - Baseline;

    /// <summary>Share of what was won that others lost: 1, where it was only moved; null: nothing was won.</summary>
    public double? Displaced => Won > 0 ? Math.Min(1, Lost / Won) : null;
}
