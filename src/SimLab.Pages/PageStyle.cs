namespace SimLab.Pages;

/// <summary>The style sheets that pages carry in themselves.</summary>
public static class PageStyle
{
    /// <summary>How a page prints (print.css).</summary>
    public static string Print { get; } = Read("print.css");

    /// <summary>All of a page's style: page.css and <see cref="Print"/>.</summary>
    internal static string Page { get; } = Read("page.css") + Print;

    private static string Read(string name)
    {
        using var text = new StreamReader(typeof(PageStyle).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    }
}
