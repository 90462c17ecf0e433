namespace SimLab.App.Presenting.Filming;

/// <summary>How a scene is filmed.</summary>
/// <param name="Scene">Of the player.</param>
/// <param name="Language">zh or en.</param>
internal sealed record Shot(string Scene, string Language)
{
    // As wide as a slide, and as high as the picture is.
    public const int Width = 1280, Height = 560;
}

/// <summary>A scene of an exported page, month after month, as pictures or as one moving picture. The page is the one people are given.</summary>
internal static class Film
{
    private const string Needs = "A picture of a scene";

    // Four months a second, and the last stays for three seconds. In hundredths of a second.
    private const ushort EachMonth = 25, Last = 300;

    /// <summary>A PNG for each month, named for it.</summary>
    public static async Task Pictures(string html, Shot shot, string folder, CancellationToken cancel)
    {
        await foreach (var (month, picture) in Take(html, shot, cancel))
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{month}.png"), picture, cancel);
    }

    /// <summary>All months in one GIF that begins again when it is over.</summary>
    public static async Task Gif(string html, Shot shot, string file, CancellationToken cancel)
    {
        var pictures = new List<Bitmap>();
        await foreach (var (_, picture) in Take(html, shot, cancel)) pictures.Add(Bitmap.OfPng(picture));
        await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        GifFile.Write(pictures, [.. pictures.Select((_, i) => i == pictures.Count - 1 ? Last : EachMonth)], stream);
    }

    private static async IAsyncEnumerable<(string Month, byte[] Picture)> Take(string html, Shot shot, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var chromium = await Chromium.Open(new Uri(Path.GetFullPath(html)), Shot.Width, Shot.Height, Needs, cancel);
        await chromium.Evaluate("SimLabPlayer.ready", cancel);
        await chromium.Evaluate($"SimLabPlayer.language('{shot.Language}')", cancel);
        await chromium.Evaluate($"SimLabPlayer.scene('{shot.Scene}')", cancel);
        // Nobody presses buttons in a film.
        await chromium.Evaluate("document.querySelectorAll('.player .bottom, .player #scenes').forEach(part => { part.hidden = true; })", cancel);
        var months = (await chromium.Evaluate("SimLabPlayer.months", cancel))!.AsArray().Select(month => (string)month!).ToList();
        foreach (var month in months)
        {
            await chromium.Evaluate($"SimLabPlayer.goTo('{month}').then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))", cancel);
            yield return (month, await chromium.Picture(cancel));
        }
    }
}
