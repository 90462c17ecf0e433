using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors.Quantization;

namespace SimLab.App.Export.Filming;

/// <summary>Settings for filming a scene.</summary>
/// <param name="Scene">A scene of the player.</param>
/// <param name="Language">zh or en.</param>
internal sealed record Shot(string Scene, string Language)
{
    // The width of a slide, and the height of the scene.
    public const int Width = 1280, Height = 560;
}

/// <summary>Films a scene of an exported page month by month, as single images or as one animation.</summary>
internal static class Film
{
    private const string Needs = "A picture of a scene";

    // Four months per second; the last frame stays for three seconds. In hundredths of a second.
    private const int EachMonth = 25, Last = 300;

    /// <summary>Writes one PNG per month, named after it.</summary>
    public static async Task Pictures(string html, Shot shot, string folder, CancellationToken cancel)
    {
        await foreach (var (month, picture) in Take(html, shot, cancel))
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{month}.png"), picture, cancel);
    }

    /// <summary>Writes all months into one GIF that loops.</summary>
    public static async Task Gif(string html, Shot shot, string file, CancellationToken cancel)
    {
        // starts with an empty image, so that all of the first frame is new
        using var film = new Image<Rgba32>(Shot.Width, Shot.Height);
        using var shown = film.Clone();
        await foreach (var (_, png) in Take(html, shot, cancel))
        {
            using var picture = Image.Load<Rgba32>(png);
            KeepChanges(picture, shown);
            var frame = film.Frames.AddFrame(picture.Frames.RootFrame).Metadata.GetGifMetadata();
            (frame.FrameDelay, frame.DisposalMethod) = (EachMonth, GifDisposalMethod.NotDispose);
        }
        film.Frames.RemoveFrame(0);
        film.Frames[^1].Metadata.GetGifMetadata().FrameDelay = Last;
        film.Metadata.GetGifMetadata().RepeatCount = 0;                      // loops forever
        // Each frame has its own palette, so that no colour differs much from the page.
        var quantizer = new OctreeQuantizer(new() { Dither = null });
        await film.SaveAsGifAsync(file, new() { ColorTableMode = GifColorTableMode.Local, Quantizer = quantizer }, cancel);
    }

    // Unchanged pixels become transparent, which reduces the file to a sixth.
    private static void KeepChanges(Image<Rgba32> picture, Image<Rgba32> shown) => picture.ProcessPixelRows(shown, (next, before) =>
    {
        for (var y = 0; y < next.Height; y++)
        {
            var now = next.GetRowSpan(y);
            var then = before.GetRowSpan(y);
            for (var x = 0; x < now.Length; x++)
            {
                if (now[x] == then[x]) now[x] = default;
                else then[x] = now[x];
            }
        }
    });

    private static async IAsyncEnumerable<(string Month, byte[] Picture)> Take(
        string html, Shot shot, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var chromium = await Chromium.Open(new Uri(Path.GetFullPath(html)), Shot.Width, Shot.Height, Needs, cancel);
        await chromium.Evaluate("SimLabPlayer.ready", cancel);
        await chromium.Evaluate($"SimLabPlayer.language('{shot.Language}')", cancel);
        await chromium.Evaluate($"SimLabPlayer.scene('{shot.Scene}')", cancel);
        // Hides the buttons, which a film does not need.
        await chromium.Evaluate(
            "document.querySelectorAll('.player .bottom, .player #scenes').forEach(part => { part.hidden = true; })", cancel);
        var months = await chromium.Evaluate<string[]>("SimLabPlayer.months", cancel);
        foreach (var month in months)
        {
            await chromium.Evaluate(
                $"SimLabPlayer.goTo('{month}')"
                + ".then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))", cancel);
            yield return (month, await chromium.Picture(cancel));
        }
    }
}
