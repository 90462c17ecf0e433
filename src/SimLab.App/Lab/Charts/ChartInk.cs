using Vizor.ECharts;

namespace SimLab.App.Lab.Charts;

/// <summary>
/// Colours of charts by the name they have in lab.css. Charts are SVG, so a name is enough, and a chart turns dark with
/// the page without being drawn anew.
/// </summary>
public static class ChartInk
{
    public static readonly Color Text = new("var(--ink)"), Quiet = new("var(--quiet)"), Line = new("var(--line)"), Card = new("var(--card)");

    /// <summary>The three lines that are always told apart.</summary>
    public static readonly Color Official = new("var(--official)"), Assumed = new("var(--assumed)"), Policy = new("var(--policy)");

    public static readonly Color Target = new("var(--target)");

    /// <summary>For bars and points of up to six kinds that mean nothing more.</summary>
    public static readonly Color[] Series =
        [new("var(--policy)"), new("var(--official)"), new("var(--assumed)"), new("var(--series-4)"), new("var(--series-5)"), new("var(--series-6)")];

    public static TextStyle Letters(Color color, double size = 12) => new() { Color = color, FontSize = size, FontFamily = "inherit" };
}
