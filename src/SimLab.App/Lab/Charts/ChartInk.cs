namespace SimLab.App.Lab.Charts;

/// <summary>
/// Colours of charts by the name they have in lab.css. Charts are SVG, so a name is enough, and a chart turns dark with
/// the page without being drawn anew.
/// </summary>
public static class ChartInk
{
    public const string Text = "var(--ink)", Quiet = "var(--quiet)", Line = "var(--line)", Card = "var(--card)";

    /// <summary>The three lines that are always told apart.</summary>
    public const string Official = "var(--official)", Assumed = "var(--assumed)", Policy = "var(--policy)";

    public const string Target = "var(--target)";

    /// <summary>The letters of a chart or a tooltip, in the font of the page, which charts.js knows.</summary>
    public static object Letters { get; } = new { color = Text, fontSize = 12 };
}
