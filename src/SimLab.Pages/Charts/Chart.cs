using System.Xml.Linq;

namespace SimLab.Pages.Charts;

/// <summary>
/// A chart rendered as one inline SVG. Colours and fonts are the page's (page.css), so that a chart follows light, dark
/// and paper; a chart names only the classes of its parts.
/// </summary>
/// <param name="title">Text alternative of the chart.</param>
public abstract class Chart(string title)
{
    /// <summary>One line below the chart on how to read it; null: none.</summary>
    public virtual string? Legend => null;

    private protected abstract int Width { get; }

    private protected abstract int Height { get; }

    private protected string Title { get; } = title;

    /// <summary>The SVG element; the same numbers give the same text.</summary>
    public string ToSvg() => new XElement("svg",
        new XAttribute("viewBox", $"0 0 {Width} {Height}"), new XAttribute("width", Width), new XAttribute("height", Height),
        new XAttribute("role", "img"), new XAttribute("aria-label", Title), Draw()).ToString(SaveOptions.DisableFormatting);

    private protected abstract IEnumerable<XElement> Draw();
}
