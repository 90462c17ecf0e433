using SimLab.Pages.Charts;

namespace SimLab.Pages;

/// <summary>All that the report page of a run shows.</summary>
/// <param name="Words">What it says.</param>
/// <param name="ContentAddress">What the run is called.</param>
/// <param name="ResultHash">What vouches for its result.</param>
/// <param name="Arms">Names of the arms, in the order of the curves' bands.</param>
/// <param name="Curves">The main indicators month by month.</param>
/// <param name="Histograms">How firms react to cliffs of the law; empty: nobody counted.</param>
public sealed record RunPageInput(
    ReportInput Words, string ContentAddress, string ResultHash, IReadOnlyList<string> Arms, IReadOnlyList<Picture> Curves, IReadOnlyList<Picture> Histograms);

/// <summary>What a report page says beside its charts; numbers are already written as a person reads them.</summary>
/// <param name="Title">Name of the scenario.</param>
/// <param name="Lines">Sentences under the title: what was run.</param>
/// <param name="Targets">Rows of the target table.</param>
/// <param name="Costs">Public cost by measure.</param>
public sealed record ReportInput(string Title, IReadOnlyList<string> Lines, IReadOnlyList<ReportTarget> Targets, IReadOnlyList<ReportCost> Costs);

/// <summary>One target of the table.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Wanted">What the document asks for, with its unit and month: "≥ 2,000 firms by 2023-12".</param>
/// <param name="Arms">What each arm came to, baseline first.</param>
/// <param name="Difference">Policy less baseline with its interval; blank where there is nothing to compare.</param>
public sealed record ReportTarget(string Name, string Wanted, IReadOnlyList<ReportOutcome> Arms, string Difference);

/// <summary>A target in one arm.</summary>
/// <param name="Interval">90 % of the replicates lie in it.</param>
/// <param name="Probability">Share of the replicates that met the target, 0 to 1; null where that cannot be said.</param>
public sealed record ReportOutcome(string Arm, string Median, string Interval, double? Probability);

/// <summary>What a measure cost the public purse over the run.</summary>
public sealed record ReportCost(string Measure, string Arm, string Amount);
