namespace SimLab.Pages;

/// <summary>The style sheets embedded in pages.</summary>
public static class PageStyle
{
    /// <summary>Style of the printed page (print.css).</summary>
    public static string Print { get; } = Read("print.css");

    /// <summary>The whole style of a page: page.css and <see cref="Print"/>.</summary>
    internal static string Page { get; } = Read("page.css") + Print;

    private static string Read(string name)
    {
        using var text = new StreamReader(typeof(PageStyle).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    }
}
