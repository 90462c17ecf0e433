namespace SimLab.Pages.Charts;

/// <summary>A chart with its caption.</summary>
/// <param name="Title">Subject of the chart; in Chinese on pages for planners.</param>
/// <param name="Note">The rest of the caption, in softer ink: units, how to read it, or the title in English.</param>
/// <param name="Chart">The chart.</param>
public sealed record Picture(string Title, string Note, Chart Chart);
