using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(SimLab.Tests.Browser.LabBrowser))]

namespace SimLab.Tests.Browser;

/// <summary>One lab and one browser for all tests that only look; each test has its own window.</summary>
public sealed class LabBrowser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly Lazy<Task<(IPlaywright, IBrowser)>> _browser = new(async () =>
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] }));
    });

    private readonly Lazy<Task<LabProcess>> _lab = new(() => LabProcess.Start(new ShortScenarios()));

    /// <summary>Null: none is on this machine.</summary>
    public static string? Chromium { get; } = Places.FirstOrDefault(File.Exists);

    public static void Require() => Assert.SkipWhen(Chromium is null, "No chromium on this machine. Install it with: apt-get install chromium fonts-noto-cjk");

    internal Task<LabProcess> Lab => _lab.Value;

    /// <summary>A window of its own, with its own cookies, at the Plan page of the common lab, with figures in it.</summary>
    public async Task<IPage> Plan(string query = "", int width = 1280, int height = 720, string language = "Zh", string theme = "Light")
    {
        Require();
        var page = await Window((await Lab).Url, width, height, language, theme);
        await page.GotoAsync($"{(await Lab).Url}/plan{query}");
        await Settled(page);
        return page;
    }

    public async Task<IPage> Window(string url, int width = 1280, int height = 720, string language = "Zh", string theme = "Light")
    {
        var context = await (await _browser.Value).Item2.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        context.SetDefaultTimeout(60_000);
        await context.AddCookiesAsync([new() { Name = "simlab-language", Value = language, Url = url }, new() { Name = "simlab-theme", Value = theme, Url = url }]);
        return await context.NewPageAsync();
    }

    /// <summary>Waits until the figures on the page belong to the last thing that was done.</summary>
    public static async Task Settled(IPage page)
    {
        await page.WaitForSelectorAsync(".gauge");
        await page.WaitForSelectorAsync(".chart svg");
        await page.WaitForSelectorAsync(".results[aria-busy=false]");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            var (playwright, browser) = await _browser.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
        if (_lab.IsValueCreated)
        {
            var lab = await _lab.Value;
            await lab.DisposeAsync();
            lab.Files.Dispose();
        }
    }
}
