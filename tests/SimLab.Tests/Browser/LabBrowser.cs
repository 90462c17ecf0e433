using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SimLab.App.Texts;
using Xunit;

[assembly: AssemblyFixture(typeof(SimLab.Tests.Browser.LabBrowser))]

namespace SimLab.Tests.Browser;

/// <summary>One lab and one browser for all tests that only look; each test has its own window.</summary>
public sealed class LabBrowser : IAsyncDisposable
{
    // Debian's shell without windows first: it spares every test a toolbar.
    private static readonly string[] Places =
        ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly Lazy<Task<(IPlaywright, IBrowser)>> _browser = new(async () =>
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] }));
    });

    private readonly Lazy<Task<string>> _run;
    private readonly Lazy<Task<LabProcess>> _lab = new(() => LabProcess.Start(new ShortScenarios()));

    private readonly Lazy<Task> _held;

    public LabBrowser() => (_run, _held) = (new(Run), new(Hold));

    /// <summary>Null: none is on this machine.</summary>
    public static string? Chromium { get; } = Places.FirstOrDefault(File.Exists);

    public static void Require() =>
        Assert.SkipWhen(Chromium is null, "No chromium on this machine. Install it with: apt-get install chromium fonts-noto-cjk");

    internal Task<LabProcess> Lab => _lab.Value;

    /// <summary>Id of a finished run of the notice as written, in the common lab; made for the first test that asks.</summary>
    public Task<string> FinishedRun() => _run.Value;

    private async Task<string> Run()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        var api = $"{(await Lab).Url}/api/v1/runs";
        using var scenario = new StringContent("name: Where\nextends: gansu-2023.yaml\n", System.Text.Encoding.UTF8, "application/yaml");
        var started = await http.PostAsync(api, scenario);
        var id = (string)System.Text.Json.Nodes.JsonNode.Parse(await started.Content.ReadAsStringAsync())!["id"]!;
        var events = await http.GetStringAsync($"{api}/{id}/events");       // ends when the run is over
        Assert.Contains("\"done\"", events);
        return id;
    }

    // Figures of the common lab change once, when its first full run corrects them: no test compares some from before with some after.
    private async Task Hold()
    {
        var lab = (await Lab).Url;
        var page = await Window(lab);
        await page.GotoAsync($"{lab}/plan");
        await page.GetByText(PlanTexts.Held.In(Language.Zh)).First.WaitForAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>A window of its own, with its own cookies, at the Plan page of the common lab, with figures in it.</summary>
    public async Task<IPage> Plan(string query = "", int width = 1280, int height = 720, string language = "Zh", string theme = "Light")
    {
        Require();
        await _held.Value;
        var page = await Window((await Lab).Url, width, height, language, theme);
        await page.GotoAsync($"{(await Lab).Url}/plan{query}");
        await Settled(page);
        return page;
    }

    /// <summary>
    /// A window of its own, at no page yet. The lab's policy forbids eval to the tools of a test too: what is waited for is a
    /// function, not an expression.
    /// </summary>
    public async Task<IPage> Window(string url, int width = 1280, int height = 720, string language = "Zh", string theme = "Light")
    {
        var context = await (await _browser.Value).Item2.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,                   // what still grows into its place does not feel the mouse yet
        });
        context.SetDefaultTimeout(180_000);                         // a machine that also builds and tests is slow
        await context.AddCookiesAsync(
            [new() { Name = "simlab-language", Value = language, Url = url }, new() { Name = "simlab-theme", Value = theme, Url = url }]);
        return await context.NewPageAsync();
    }

    /// <summary>Waits until the figures on the page belong to the last thing that was done.</summary>
    public static async Task Settled(IPage page)
    {
        await page.WaitForSelectorAsync(".gauge");
        await page.WaitForSelectorAsync(".chart svg");
        await page.WaitForSelectorAsync(".results[aria-busy=false]");
    }

    public static async Task AxeFindsNothing(IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0,
            string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
    }

    /// <summary>The page is no wider than its window; what is wider is named.</summary>
    public static async Task NothingHangsOver(IPage page)
    {
        var over = await page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
                [...document.body.querySelectorAll('*')]
                    .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                    .slice(-5).map(e => `${e.outerHTML.slice(0, 120)} to ${Math.round(e.getBoundingClientRect().right)} px`)
            """);
        Assert.Empty(over);
    }

    /// <summary>A picture for people to look at, in the folder that SIMLAB_PICTURES names; none is taken without it.</summary>
    public static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SIMLAB_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
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
