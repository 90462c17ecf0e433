using SimLab.Pages.Charts;

namespace SimLab.Pages;

/// <summary>Content of the page of a validation; numbers are already formatted for people.</summary>
/// <param name="Run">Description of the run, in a sentence.</param>
/// <param name="ModelBuild">Beginning of its hash.</param>
/// <param name="Data">Beginning of the hash of facts and calibration.</param>
/// <param name="Seed">Seed of the back-test.</param>
/// <param name="Verdict">Criteria and results, in sentences.</param>
/// <param name="Facts">Facts published later, beside their predictions.</param>
/// <param name="Ratios">Predictions divided by observations.</param>
/// <param name="Courses">Indicators month by month.</param>
/// <param name="Regularities">Published regularities of firms elsewhere, beside those of the model.</param>
/// <param name="Distributions">Distributions over the model's firms.</param>
/// <param name="Totals">Published totals, beside those of the synthetic firms.</param>
public sealed record ValidationInput(
    string Run, string ModelBuild, string Data, ulong Seed, IReadOnlyList<string> Verdict,
    PageTable Facts, Picture Ratios, IReadOnlyList<Picture> Courses,
    PageTable Regularities, IReadOnlyList<Picture> Distributions, PageTable Totals);
