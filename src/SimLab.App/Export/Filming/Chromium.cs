using PuppeteerSharp;
using PuppeteerSharp.Media;
using SimLab.App.Texts;

namespace SimLab.App.Export.Filming;

/// <summary>
/// One page in a headless Chromium of this machine, driven through the DevTools protocol. It prints a page and takes
/// screenshots of it.
/// </summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>Environment variable with the path of the program, for when it is not found automatically.</summary>
    public const string Variable = "SIMLAB_CHROMIUM";

    private static readonly string[] Programs = [
        "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
    private static readonly string[] OtherPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];
    private const int Patience = 120_000;                                    // milliseconds

    private readonly IBrowser _browser;
    private readonly IPage _page;

    private Chromium(IBrowser browser, IPage page) => (_browser, _page) = (browser, page);

    /// <summary>Opens a page and waits until it has loaded.</summary>
    /// <param name="page">Address of the file.</param>
    /// <param name="width">Width of the viewport, CSS pixels.</param>
    /// <param name="height">Height of the viewport, CSS pixels.</param>
    /// <param name="what">What needs the browser, for the error message.</param>
    /// <param name="cancel">Stops loading.</param>
    /// <exception cref="InputException">Chromium is missing or does not start.</exception>
    public static async Task<Chromium> Open(Uri page, int width, int height, string what, CancellationToken cancel)
    {
        var program = Find() ?? throw new InputException(
            $"{what} needs Chromium or Chrome, and there is none here. Install it with: apt-get install chromium fonts-noto-cjk; or name "
                + $"one in the variable {Variable}.");
        IBrowser? browser = null;
        try
        {
            browser = await Puppeteer.LaunchAsync(new()
            {
                ExecutablePath = program,
                Args = ["--disable-gpu", .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>()],
                DefaultViewport = new() { Width = width, Height = height },
                Timeout = Patience,
                ProtocolTimeout = Patience,
            });
            var opened = await browser.NewPageAsync().WaitAsync(cancel);
            await opened.EmulateMediaFeaturesAsync([new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = "light" }])
                .WaitAsync(cancel);
            await opened.GoToAsync(page.AbsoluteUri, Patience).WaitAsync(cancel);
            return new(browser, opened);
        }
        catch (Exception e)
        {
            if (browser is not null) await browser.DisposeAsync();
            if (cancel.IsCancellationRequested) throw;
            var said = string.Join(' ', e.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', '!');
            throw new InputException(
                $"{what} needs Chromium, and {program} failed ({said}). Try another one, named in {Variable}.");
        }
    }

    /// <summary>Runs a script in the page, and awaits its promise.</summary>
    public Task Evaluate(string script, CancellationToken cancel) =>
        Evaluate<object?>($"Promise.resolve({script}).then(() => null)", cancel);

    /// <summary>Evaluates a script in the page, and awaits its promise.</summary>
    public async Task<T> Evaluate<T>(string script, CancellationToken cancel)
    {
        try
        {
            return await Answer(_page.EvaluateExpressionAsync<T>(script), cancel);
        }
        catch (EvaluationFailedException thrown)
        {
            throw new InvalidOperationException($"Bug in SimLab: the page refuses: {thrown.Message}", thrown);
        }
    }

    /// <summary>A screenshot of the page, as PNG.</summary>
    public Task<byte[]> Picture(CancellationToken cancel) =>
        Answer(_page.ScreenshotDataAsync(new() { Type = ScreenshotType.Png, CaptureBeyondViewport = false }), cancel);

    /// <summary>The page printed on A4, as PDF with page numbers.</summary>
    /// <param name="footer">Text left of the page number.</param>
    /// <param name="cancel">Stops printing.</param>
    public Task<byte[]> Print(string footer, CancellationToken cancel) => Answer(_page.PdfDataAsync(new()
    {
        Format = PaperFormat.A4,
        MarginOptions = new() { Top = "0.55in", Bottom = "0.65in", Left = "0.55in", Right = "0.55in" },
        PrintBackground = true,
        DisplayHeaderFooter = true,
        HeaderTemplate = "<span></span>",
        FooterTemplate =
            "<div style=\"font: 7px sans-serif; color: #555; width: 100%; padding: 0 14mm; display: flex; justify-content: "
            + "space-between\"><span>"
            + System.Net.WebUtility.HtmlEncode(footer)
                + "</span><span><span class=\"pageNumber\"></span> / <span class=\"totalPages\"></span></span></div>",
        Tagged = true,
        Timeout = Patience,
    }), cancel);

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    // If the program dies, pending requests fail with errors that do not say so.
    private async Task<T> Answer<T>(Task<T> asked, CancellationToken cancel)
    {
        try
        {
            return await asked.WaitAsync(cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException && !_browser.IsConnected)
        {
            throw new InvalidOperationException("Chromium ended before it was done", e);
        }
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return File.Exists(named) ? named : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Programs.SelectMany(program =>
            folders.Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program)))
            .Concat(OtherPlaces).FirstOrDefault(File.Exists);
    }
}
