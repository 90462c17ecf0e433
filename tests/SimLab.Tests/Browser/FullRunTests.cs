using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using Xunit;

namespace SimLab.Tests.Browser;

/// <summary>Full runs from the page: progress, result, cancel, and what a restart of the server does to them.</summary>
[Slow]
public class FullRunTests(LabBrowser browser)
{
    private static readonly PageWaitForSelectorOptions Patiently = new() { Timeout = 600_000 };

    [Fact]
    public async Task A_full_run_shows_its_months_and_then_stands_in_for_the_preview()
    {
        var page = await browser.Plan();
        await page.ClickAsync("#run-full");
        await page.WaitForSelectorAsync("#run-done", Patiently);

        // Only a full run follows single firms: who got the money, in words and in a table for each grouping.
        await page.SelectOptionAsync("#incidence-by", "Region");
        await page.WaitForSelectorAsync("#incidence tbody >> text=兰州市");
        Assert.Equal(15, await page.Locator("#incidence table.facts").First.Locator("tbody tr").CountAsync());
        Assert.InRange(await page.Locator("#incidence > ul > li").CountAsync(), 8, 10);
        Assert.Equal("全量", await page.Locator("#preview").InnerTextAsync());
        var scenario = ScenarioFile.Read(Path.Combine((await browser.Lab).Files.Scenarios, "gansu-2023.yaml"), MeasureCatalog.Default);
        var firms = PopulationSource.Of(scenario).Generate(scenario.Seed).Firms.Length;
        Assert.Contains(firms.ToString("N0", CultureInfo.InvariantCulture), await page.Locator("#run-done").InnerTextAsync());

        // The preview of the notice as written is held to the full run, so it lies inside its interval.
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("#run-done", Patiently);
        var download = await page.APIRequest.GetAsync(
            $"{(await browser.Lab).Url}/{await page.Locator("#run-done a.file").Nth(1).GetAttributeAsync("href")}");
        Assert.Equal(64, ((string)JsonNode.Parse(await download.TextAsync())!["contentAddress"]!).Length);

        // On a phone too, with all there is to open opened.
        await page.SetViewportSizeAsync(390, 844);
        await page.WaitForSelectorAsync(".run-panel summary >> nth=0");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        await LabBrowser.NothingHangsOver(page);
    }

    [Fact]
    public async Task A_run_that_a_killed_server_had_begun_is_finished_by_the_next_one_and_the_page_finds_its_way_back()
    {
        LabBrowser.Require();
        using var files = new ShortScenarios(replicates: 30);
        var first = await LabProcess.Start(files);
        var page = await browser.Window(first.Url);
        await page.GotoAsync($"{first.Url}/plan");
        await LabBrowser.Settled(page);
        await page.ClickAsync("#run-full");
        await page.WaitForSelectorAsync("#run-progress", Patiently);
        await first.Kill();

        await using var second = await LabProcess.Start(files, new Uri(first.Url).Port);
        await page.WaitForSelectorAsync("#run-done", Patiently);       // reconnected, reloaded by itself, run again to the end
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(files.Data, "runs"), ".*"));
    }

    [Fact]
    public async Task A_cancelled_run_leaves_nothing_behind()
    {
        LabBrowser.Require();
        using var files = new ShortScenarios(replicates: 60);
        await using var lab = await LabProcess.Start(files);
        var page = await browser.Window(lab.Url);
        await page.GotoAsync($"{lab.Url}/plan");
        await LabBrowser.Settled(page);
        await page.ClickAsync("#run-full");
        await page.ClickAsync("#cancel-run");
        await page.WaitForSelectorAsync("#run-full", Patiently);
        Assert.Contains("已取消", await page.Locator(".run-panel .notice").InnerTextAsync());
    }
}
