using SimLab.Pages.Charts;

namespace SimLab.Pages;

/// <summary>What the page of a validation says; numbers are already written as a person reads them.</summary>
/// <param name="Run">What was run, in a sentence.</param>
/// <param name="ModelBuild">Beginning of its hash.</param>
/// <param name="Data">Beginning of the hash of facts and calibration.</param>
/// <param name="Seed">Of the back-test.</param>
/// <param name="Verdict">What was to be reached and what is, in sentences.</param>
/// <param name="Facts">What became known later, beside its prediction.</param>
/// <param name="Ratios">Predictions over what was observed.</param>
/// <param name="Courses">Indicators month by month.</param>
/// <param name="Regularities">What is published of firms elsewhere, beside ours.</param>
/// <param name="Distributions">How our firms differ from each other.</param>
/// <param name="Totals">Published totals, beside those of the synthetic firms.</param>
public sealed record ValidationInput(
    string Run, string ModelBuild, string Data, ulong Seed, IReadOnlyList<string> Verdict,
    PageTable Facts, Picture Ratios, IReadOnlyList<Picture> Courses,
    PageTable Regularities, IReadOnlyList<Picture> Distributions, PageTable Totals);
