using Microsoft.Playwright;
using SimLab.Engine.Recording;
using SimLab.Tests.Presenting;
using Xunit;

namespace SimLab.Tests.Browser;

/// <summary>The player in the lab, and as `simlab replay` opens it.</summary>
[Slow]
public sealed class PresentPageTests(ExportedRun run, LabBrowser browser) : IClassFixture<ExportedRun>
{
    [Fact]
    public async Task A_run_of_the_lab_is_played_with_the_keyboard_alone()
    {
        var page = await Present();
        Assert.Equal("2021-12", await Clock(page));
        await page.Keyboard.PressAsync("ArrowRight");
        await Reads(page, "2022-01");
        await page.Keyboard.PressAsync("End");
        await Reads(page, "2023-12");
        foreach (var scene in new[] { "2", "3", "4", "5", "1" })
        {
            await page.Keyboard.PressAsync(scene);
            await page.WaitForFunctionAsync(
                $"() => document.querySelector('#scenes button[aria-pressed=true]').innerText.startsWith('{scene}')");
            Assert.Equal(2, await page.Locator("#stage svg").CountAsync());
        }
        await page.Keyboard.PressAsync("b");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#stage svg').length === 1");
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("Space");
        await page.WaitForFunctionAsync("() => document.getElementById('clock').textContent > '2022-02'");
        await page.Keyboard.PressAsync("Space");
        await page.WaitForFunctionAsync("() => !SimLabPlayer.state().playing");
    }

    [Fact]
    public async Task From_a_tile_one_comes_to_the_firms_of_the_place_and_to_the_papers_that_policy_changed()
    {
        var page = await Present();
        await page.Keyboard.PressAsync("End");
        await Reads(page, "2023-12");
        await page.Locator("#stage .tile[data-region=Lanzhou]").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#firms tbody tr");
        Assert.Equal("兰州市", await page.Locator("#firms tbody tr:first-child td:nth-child(2)").InnerTextAsync());
        await page.SelectOptionAsync("#firm-title", "LittleGiant");
        await page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('#firms tbody tr')].every(row => row.innerText.includes('小巨人'))");
        await page.Locator("#firms tbody a").First.ClickAsync();
        await page.WaitForSelectorAsync("#life .life-month");
        var all = await page.Locator("#life .life-month li").CountAsync();
        await page.CheckAsync("#only-policy");
        await page.WaitForFunctionAsync($"() => document.querySelectorAll('#life .life-month li').length < {all}");
        Assert.True(await page.Locator("#life .life-month li").CountAsync() > 0);
        Assert.Equal("2023-12", await Clock(page));                       // the player still stands where it was stopped
        await LabBrowser.Picture(page, "present-life");
    }

    [Theory]
    [InlineData("En", "Dark", 1280)]
    [InlineData("Zh", "Light", 390)]
    public async Task Axe_finds_nothing_wrong_in_any_scene_and_nothing_hangs_over_the_edge(string language, string theme, int width)
    {
        var page = await Present(language, theme, width);
        await page.Keyboard.PressAsync("End");
        await Reads(page, "2023-12");
        foreach (var scene in new[] { "1", "2", "3", "4", "5" })
        {
            await page.Keyboard.PressAsync(scene);
            await LabBrowser.AxeFindsNothing(page);
            await LabBrowser.NothingHangsOver(page);
            await LabBrowser.Picture(page, $"present-{language}-{theme}-{width}-{scene}");
        }
    }

    [Fact]
    public async Task Replay_opens_a_recording_of_another_build_and_says_so()
    {
        LabBrowser.Require();
        var copy = run.Copy("replayed-other-build");
        await ExportedRun.Reseal(copy, manifest => manifest with { ModelBuild = new string('a', 64) });
        await using var replay = await LabProcess.Replay(copy, run.Free("replay-data"));
        var page = await browser.Window(replay.Url);
        await page.GotoAsync($"{replay.Url}/present?run=recording");
        await page.WaitForSelectorAsync("#stage svg");
        Assert.Contains("aaaaaaaaaaaaaaaa", await page.Locator("#origin").InnerTextAsync());
        Assert.Equal(1, await page.Locator("#origin strong").CountAsync());
        await page.Keyboard.PressAsync("End");
        await Reads(page, "2022-12");
    }

    [Fact]
    public async Task The_run_is_left_at_a_month_with_another_lever_and_the_branch_is_shown_beside_it()
    {
        LabBrowser.Require();
        var parent = run.Copy("replayed-and-left");
        await using var replay = await LabProcess.Replay(parent, run.Free("replay-data-3"));
        var page = await browser.Window(replay.Url);
        await page.GotoAsync($"{replay.Url}/present?run=recording");
        await page.WaitForSelectorAsync("#stage svg");
        await page.EvaluateAsync("() => SimLabPlayer.goTo('2022-05')");
        await page.ClickAsync("#branch");
        await page.WaitForSelectorAsync("#branch-measure");
        await page.SelectOptionAsync("#branch-measure", "CultivateSpecialisedSmes");
        await page.UncheckAsync("#branch-on");
        await page.WaitForSelectorAsync("#branch-changes li");
        await LabBrowser.Picture(page, "present-branching");
        await LabBrowser.AxeFindsNothing(page);
        await page.CheckAsync("#branch-keep");
        await page.ClickAsync("#branch-go");
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("with=branch-"));
        await page.WaitForFunctionAsync(
            "() => document.querySelectorAll('#stage svg').length === 2 && "
            + "document.getElementById('origin').innerText.includes('2022-06')");
        await Reads(page, "2022-06");
        // Until then the two are one life; what is spent on rewards parts them.
        Assert.Equal(0, await Spent(page, "2022-05"));
        Assert.True(await Spent(page, "2022-12") < 0);
        await LabBrowser.Picture(page, "present-branch");
        // It began at the months kept with its parent, and is offered from now on.
        Assert.True(Directory.Exists(Path.Combine(parent, "trunk")));
        Assert.Equal(1, await page.Locator("#beside option[value^=branch-]").CountAsync());
    }

    // Right less left, units of 10,000 yuan.
    private static Task<double> Spent(IPage page, string month) => page.EvaluateAsync<double>(
        $"() => SimLabPlayer.scene('cost').then(() => SimLabPlayer.goTo('{month}')).then(() => {{ const [left, right] = "
            + $"[...document.querySelectorAll('[data-cost]')].map(e => Number(e.dataset.cost)); return right - left; }})");

    [Fact]
    public async Task A_spoilt_recording_is_named_on_the_page_and_nothing_is_played()
    {
        LabBrowser.Require();
        var copy = run.Copy("replayed-spoilt");
        await using var replay = await LabProcess.Replay(copy, run.Free("replay-data-2"));
        var page = await browser.Window(replay.Url);
        await Named(RunFolder.Series, file =>
            { using var stream = File.OpenWrite(file); stream.SetLength(stream.Length / 2); }, "series.parquet: is cut short");
        await Named(RunFolder.Events, File.Delete, "events.parquet: is missing");
        await Named(RunFolder.Manifest, file =>
            File.WriteAllText(
            file, File.ReadAllText(file).Replace("\"replicates\": 2", "\"replicates\": 1", StringComparison.Ordinal)), "manifest.json: ");
        await page.GotoAsync($"{replay.Url}/present?run=recording");              // whole again, it plays
        await page.WaitForSelectorAsync("#stage svg");

        async Task Named(string name, Action<string> spoil, string said)
        {
            var file = Path.Combine(copy, name);
            spoil(file);
            await page.GotoAsync($"{replay.Url}/present?run=recording");
            await page.WaitForSelectorAsync("#problem");
            Assert.Contains(said, await page.Locator("#problem").InnerTextAsync());
            Assert.Equal(0, await page.Locator("#stage svg").CountAsync());
            File.Copy(Path.Combine(run.Path, name), file, overwrite: true);
        }
    }

    private async Task<IPage> Present(string language = "Zh", string theme = "Light", int width = 1280)
    {
        LabBrowser.Require();
        var id = await browser.FinishedRun();
        var url = (await browser.Lab).Url;
        var page = await browser.Window(url, width, width == 390 ? 844 : 720, language, theme);
        await page.GotoAsync($"{url}/present?run={id}");
        await page.WaitForSelectorAsync("#stage svg");
        return page;
    }

    private static Task<string> Clock(IPage page) => page.Locator("#clock").InnerTextAsync();

    private static async Task Reads(IPage page, string month) =>
        await page.WaitForFunctionAsync(
        $"() => document.getElementById('clock').textContent === '{month}' && document.getElementById('stage').ariaBusy !== 'true'");
}
