using Microsoft.Playwright;
using SimLab.Tests.App;
using SimLab.Tests.Presenting;
using Xunit;

namespace SimLab.Tests.Browser;

/// <summary>A story told by an exported page, opened from disk with the network off; and its presenter's window.</summary>
[Slow]
public sealed class StoryTests(ExportedRun run, LabBrowser browser) : IClassFixture<ExportedRun>
{
    private const string StoryText = """
        name: A year with rewards
        nameZh: 有奖励的一年
        steps:
          - month: 2021-12
            scene: map
            caption: { en: "Before the first month.", zh: "首月之前。" }
            notes: { en: "Say who is here.", zh: "先介绍到场的人。" }
            pause: 0.2
          - from: 2022-01
            until: 2022-06
            scene: race
            world: fan
            speed: 12
            caption: { en: "Half a year goes by.", zh: "半年过去。" }
            pause: 0.2
          - month: 2022-12
            scene: flows
            camera: { region: Lanzhou, enterprise: 3 }
            caption: { en: "Lanzhou alone, and one firm.", zh: "只看兰州，和一户企业。" }
            notes: "Ask."
            pause: hold

        """;

    [Fact]
    public async Task It_goes_from_step_to_step_by_keys_and_shows_scene_month_place_and_caption()
    {
        var (page, faults) = await Open("by-hand");
        Assert.Equal("Before the first month.", await page.Locator("#caption").InnerTextAsync());
        Assert.Equal("1 / 3", await page.Locator("#story-count").InnerTextAsync());
        await page.Keyboard.PressAsync("PageDown");
        await page.WaitForFunctionAsync("() => SimLabStory.state().standing && SimLabStory.state().step === 1");
        var state = await State(page);
        Assert.Equal(
            ("2022-06", "race", "fan"),
            (state.GetProperty("month").GetString(), state.GetProperty("scene").GetString(), state.GetProperty("world").GetString()));
        await page.Keyboard.PressAsync("PageDown");
        await page.WaitForFunctionAsync("() => SimLabStory.state().standing && SimLabStory.state().step === 2");
        state = await State(page);
        Assert.Equal(
            ("2022-12", "flows", "Lanzhou"),
            (state.GetProperty("month").GetString(), state.GetProperty("scene").GetString(),
            state.GetProperty("camera").GetProperty("region").GetString()));
        Assert.StartsWith("Enterprise 3 · ", await page.Locator("#story-life h2").InnerTextAsync(), StringComparison.Ordinal);
        Assert.NotEqual(0, await page.Locator("#story-life li").CountAsync());
        await page.Keyboard.PressAsync("PageUp");
        await page.WaitForFunctionAsync("() => SimLabStory.state().step === 1");
        await page.Keyboard.PressAsync("e");
        await page.WaitForFunctionAsync("() => document.getElementById('caption').textContent === '半年过去。'");
        await LabBrowser.AxeFindsNothing(page);
        await LabBrowser.Picture(page, "story");
        Assert.Empty(faults);
    }

    [Fact]
    public async Task It_plays_by_itself_and_waits_where_it_is_told_to()
    {
        var (page, faults) = await Open("by-itself");
        await page.Keyboard.PressAsync("a");
        await page.WaitForFunctionAsync("() => SimLabStory.state().standing && SimLabStory.state().step === 2");
        Assert.Equal("2022-12", (await State(page)).GetProperty("month").GetString());
        await page.WaitForTimeoutAsync(1_000);
        Assert.Equal("3 / 3", await page.Locator("#story-count").InnerTextAsync());
        Assert.Empty(faults);
    }

    [Fact]
    public async Task The_presenter_sees_notes_next_step_and_clock_in_a_second_window_and_leads_from_there()
    {
        var (page, faults) = await Open("presenter");
        var view = await page.RunAndWaitForPopupAsync(() => page.Keyboard.PressAsync("n"));
        await view.WaitForSelectorAsync("#presenter-notes");
        Assert.Equal("Say who is here.", await view.Locator("#presenter-notes").InnerTextAsync());
        Assert.Contains("2022-01 → 2022-06", await view.Locator("#presenter-next").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Matches(@"Elapsed 00:0\d:\d\d · Time \d\d:\d\d", await view.Locator("#presenter-clock").InnerTextAsync());
        // It has the page's style: the policy of the page holds for it too.
        Assert.NotEqual(
            "0px", await view.EvaluateAsync<string>(
            "() => getComputedStyle(document.querySelector('#presenter section')).borderTopLeftRadius"));
        await view.Locator("#presenter-forward").ClickAsync();
        await page.WaitForFunctionAsync("() => SimLabStory.state().standing && SimLabStory.state().step === 1");
        await view.Keyboard.PressAsync("PageDown");
        await page.WaitForFunctionAsync("() => SimLabStory.state().standing && SimLabStory.state().step === 2");
        Assert.Equal("Ask.", await view.Locator("#presenter-notes").InnerTextAsync());
        Assert.Contains("The story ends here.", await view.Locator("#presenter-next").InnerTextAsync(), StringComparison.Ordinal);
        await LabBrowser.AxeFindsNothing(view);
        await LabBrowser.Picture(view, "presenter");
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Replay_tells_it_in_the_lab_with_a_presenters_window_in_the_same_style()
    {
        LabBrowser.Require();
        var story = run.Free("replayed.yaml");
        await File.WriteAllTextAsync(story, StoryText, TestContext.Current.CancellationToken);
        await using var replay = await LabProcess.Replay(run.Path, run.Free("story-data"), "--story", story);
        var page = await browser.Window(replay.Url);
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add(error);
        await page.GotoAsync($"{replay.Url}/present?run=recording");
        await page.WaitForFunctionAsync("() => window.SimLabStory?.state().standing");
        Assert.Equal("首月之前。", await page.Locator("#caption").InnerTextAsync());
        var view = await page.RunAndWaitForPopupAsync(() => page.ClickAsync("#story-notes"));
        await view.WaitForFunctionAsync(
            "() => document.getElementById('presenter-notes')?.textContent === '先介绍到场的人。' && "
            + "getComputedStyle(document.querySelector('#presenter section')).borderTopLeftRadius !== '0px'");
        await view.ClickAsync("#presenter-forward");
        await page.WaitForFunctionAsync("() => SimLabStory.state().standing && SimLabStory.state().step === 1");
        Assert.Equal("2022-06", (await State(page)).GetProperty("month").GetString());
        await LabBrowser.NothingHangsOver(page);
        await LabBrowser.Picture(page, "story-lab");
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_story_for_other_months_is_refused_with_its_line_and_nothing_is_written()
    {
        var (story, html) = (run.Free("late.yaml"), run.Free("late.html"));
        await File.WriteAllTextAsync(
            story, StoryText.Replace("2022-12", "2023-12", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var said = await Said.By("export", run.Path, "--html", html, "--story", story);
        Assert.Equal(2, said.Exit);
        Assert.Contains(
            "late.yaml:16: month is 2023-12. The run has 2021-12 (before its first month) to 2022-12.", said.Error,
            StringComparison.Ordinal);
        Assert.False(File.Exists(html));
    }

    private static async Task<System.Text.Json.JsonElement> State(IPage page) =>
        (await page.EvaluateAsync("() => SimLabPlayer.state()"))!.Value;

    private async Task<(IPage Page, List<string> Faults)> Open(string name)
    {
        LabBrowser.Require();
        var (story, html) = (run.Free($"{name}.yaml"), run.Free($"{name}.html"));
        await File.WriteAllTextAsync(story, StoryText);
        var said = await Said.By("export", run.Path, "--html", html, "--story", story);
        Assert.True(said.Exit == 0, said.Error);
        var page = await browser.Window("http://127.0.0.1");
        var faults = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") faults.Add(message.Text); };
        page.PageError += (_, error) => faults.Add(error);
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(new Uri(html).AbsoluteUri);
        await page.EvaluateAsync("async () => { await SimLabStory.ready; await SimLabPlayer.language('en'); }");
        return (page, faults);
    }
}
