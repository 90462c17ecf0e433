namespace SimLab.App.Lab.Charts;

/// <summary>
/// Colours of charts, by their names in lab.css. Charts are SVG, so a name is enough: a chart follows the page's theme
/// without being redrawn.
/// </summary>
public static class ChartInk
{
    /// <summary>Colours of text, secondary text, lines and backgrounds.</summary>
    public const string Text = "var(--ink)", Quiet = "var(--quiet)", Line = "var(--line)", Card = "var(--card)";

    /// <summary>Colours of the three lines: official baseline, my assumptions, my policy.</summary>
    public const string Official = "var(--official)", Assumed = "var(--assumed)", Policy = "var(--policy)";

    /// <summary>Colour of target lines.</summary>
    public const string Target = "var(--target)";

    /// <summary>Text style of a chart or tooltip, in the font of the page, which charts.js sets.</summary>
    public static object Letters { get; } = new { color = Text, fontSize = 12 };
}
