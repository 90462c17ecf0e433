using SimLab.Pages.Charts;

namespace SimLab.Pages;

/// <summary>Content of the report page of a run.</summary>
/// <param name="Words">Texts of the page.</param>
/// <param name="ContentAddress">Identifies the run by its inputs.</param>
/// <param name="ResultHash">Hash of its result.</param>
/// <param name="Arms">Names of the arms, in the order of the curves' bands.</param>
/// <param name="Curves">The main indicators month by month.</param>
/// <param name="Histograms">Bunching of firms at thresholds of the law; empty: not counted.</param>
public sealed record RunPageInput(
    ReportInput Words, string ContentAddress, string ResultHash, IReadOnlyList<string> Arms, IReadOnlyList<Picture> Curves,
        IReadOnlyList<Picture> Histograms);

/// <summary>Texts of a report page beside its charts; numbers are already formatted for people.</summary>
/// <param name="Title">Name of the scenario.</param>
/// <param name="Lines">Sentences under the title: design of the run.</param>
/// <param name="Targets">Rows of the target table.</param>
/// <param name="Costs">Public cost by measure.</param>
public sealed record ReportInput(
    string Title, IReadOnlyList<string> Lines, IReadOnlyList<ReportTarget> Targets, IReadOnlyList<ReportCost> Costs)
{
    /// <summary>Who got the money, who won and who lost; null: not recorded.</summary>
    public ReportIncidence? Incidence { get; init; }

    /// <summary>What the model leaves out, and what of each clause of the run's measures.</summary>
    public IReadOnlyList<BilingualLine> LeftOut { get; init; } = [];
}

/// <summary>Who got the money, who won and who lost: sentences, then tables.</summary>
public sealed record ReportIncidence(IReadOnlyList<BilingualLine> Lines, IReadOnlyList<TitledTable> Tables);

/// <summary>A sentence in both languages.</summary>
public sealed record BilingualLine(string Chinese, string English);

/// <summary>One target of the table.</summary>
/// <param name="Name">Name of the indicator.</param>
/// <param name="Wanted">The target with its unit and month: "≥ 2,000 firms by 2023-12".</param>
/// <param name="Arms">Results by arm, baseline first.</param>
/// <param name="Difference">Policy minus baseline with its interval; blank where there is nothing to compare.</param>
public sealed record ReportTarget(string Name, string Wanted, IReadOnlyList<ReportOutcome> Arms, string Difference);

/// <summary>A target in one arm.</summary>
/// <param name="Interval">Interval of 90 % of the replicates.</param>
/// <param name="Probability">Share of the replicates that met the target, 0 to 1; null where unknown.</param>
public sealed record ReportOutcome(string Arm, string Median, string Interval, double? Probability);

/// <summary>Public cost of a measure over the run.</summary>
public sealed record ReportCost(string Measure, string Arm, string Amount);
