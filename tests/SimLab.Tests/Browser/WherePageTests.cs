using Microsoft.Playwright;
using Xunit;

namespace SimLab.Tests.Browser;

/// <summary>The Where page: a finished run by place, industry and firm.</summary>
[Slow]
public class WherePageTests(LabBrowser browser)
{
    [Fact]
    public async Task Without_a_finished_run_the_page_says_how_to_get_one()
    {
        LabBrowser.Require();
        using var files = new ShortScenarios();
        await using var lab = await LabProcess.Start(files);
        var page = await browser.Window(lab.Url);
        await page.GotoAsync($"{lab.Url}/where");
        await page.WaitForSelectorAsync("#no-runs");
        Assert.Equal(0, await page.Locator(".tile").CountAsync());
    }

    [Fact]
    public async Task From_the_map_one_comes_to_a_list_and_from_there_to_the_life_of_a_firm()
    {
        var page = await Where();
        Assert.Equal(15, await page.Locator(".tile").CountAsync());
        var whole = await page.Locator("#total").InnerTextAsync();
        var lanzhou = await page.Locator(".tile[data-region=Lanzhou] .value").InnerTextAsync();

        await page.ClickAsync(".tile[data-region=Lanzhou]");
        await page.WaitForSelectorAsync(".tile.chosen");
        Assert.NotEqual(whole, lanzhou);
        Assert.Equal(lanzhou, await page.Locator("#total").InnerTextAsync());
        Assert.Equal("兰州市", await page.Locator("#firms tbody tr:first-child td:nth-child(2)").InnerTextAsync());

        // The list turns its pages and is narrowed.
        var first = await page.Locator("#firms tbody a").First.InnerTextAsync();
        await page.ClickAsync("#firms-on");
        await page.WaitForFunctionAsync($"() => document.querySelector('#firms tbody a').innerText != '{first}'");
        await page.SelectOptionAsync("#firm-title", "LittleGiant");
        await page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('#firms tbody tr')].every(row => row.innerText.includes('小巨人'))");

        await page.Locator("#firms tbody a").First.ClickAsync();
        await page.WaitForSelectorAsync("#life .life-month");
        Assert.Contains("firm=", page.Url);
        await page.Locator("#life .button").ClickAsync();
        await page.WaitForSelectorAsync("#firms");
    }

    [Fact]
    public async Task The_difference_of_the_arms_is_policy_less_baseline()
    {
        var page = await Where("&i=CloudFirms");
        var policy = await Total(page);
        var baseline = await Total(await Where("&i=CloudFirms&show=Baseline"));
        var difference = await Total(await Where("&i=CloudFirms&show=Difference"));
        Assert.True(policy > baseline, $"{policy} and {baseline}");
        Assert.InRange(difference, policy - baseline - 1, policy - baseline + 1);      // each is rounded
    }

    [Fact]
    public async Task The_slider_of_months_changes_the_figures_and_the_address()
    {
        var page = await Where();
        var last = await page.Locator("#total").InnerTextAsync();
        await page.EvaluateAsync(
            "() => { const s = document.querySelector('#month'); s.value = 0; s.dispatchEvent(new Event('input', { bubbles: true })); }");
        await page.WaitForFunctionAsync($"() => location.search.includes('m=') && document.querySelector('#total').innerText != '{last}'");
    }

    [Fact]
    public async Task A_table_is_sorted_by_a_click_and_taken_away_as_a_file()
    {
        var page = await Where("&i=Firms");
        var table = page.Locator(".where section:nth-child(2)").First;
        await table.Locator("thead button").Nth(1).ClickAsync();
        await page.WaitForSelectorAsync("th[aria-sort=descending]");
        var download = await page.RunAndWaitForDownloadAsync(() => table.Locator(".csv").ClickAsync());
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        var lines = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(24, lines.Length);                                                // a heading and 23 industries
        var firms = lines.Skip(1)
            .Select(line => double.Parse(line.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(firms.OrderDescending(), firms);
    }

    [Fact]
    public async Task Why_not_names_the_conditions_that_stop_firms()
    {
        var page = await Where();
        await page.SelectOptionAsync("#why-not", "HighTech");
        await page.WaitForSelectorAsync(".why-not tbody tr");
        Assert.Contains("有研发而无资质", await page.Locator(".why-not").InnerTextAsync());
    }

    [Fact]
    public async Task An_enterprise_that_is_not_there_is_answered_in_words()
    {
        var page = await Where("&firm=99999999");
        await page.WaitForSelectorAsync("#life .notice");
        Assert.Contains("no enterprise 99999999", await page.Locator("#life .notice").InnerTextAsync());
    }

    [Theory]
    [InlineData("En", "Dark", 1280)]
    [InlineData("Zh", "Light", 390)]
    public async Task Axe_finds_nothing_wrong_and_nothing_hangs_over_the_edge(string language, string theme, int width)
    {
        var page = await Where("&show=Difference", language, theme, width);
        await page.Locator(".provenance summary").ClickAsync();
        await LabBrowser.AxeFindsNothing(page);
        await LabBrowser.NothingHangsOver(page);
        await LabBrowser.Picture(page, $"where-{language}-{theme}-{width}");
    }

    private async Task<IPage> Where(string query = "", string language = "Zh", string theme = "Light", int width = 1280)
    {
        LabBrowser.Require();
        var run = await browser.FinishedRun();
        var page = await browser.Window((await browser.Lab).Url, width, width == 390 ? 844 : 720, language, theme);
        await page.GotoAsync($"{(await browser.Lab).Url}/where?run={run}{query}");
        await page.WaitForSelectorAsync(".tile");
        return page;
    }

    private static async Task<double> Total(IPage page) =>
        double.Parse(
            new string([.. (await page.Locator("#total").InnerTextAsync()).Where(c => char.IsAsciiDigit(c) || c is '.' or '-')]),
            System.Globalization.CultureInfo.InvariantCulture);
}
