using SimLab.Engine.Calibration;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Rulebook;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Browser;

/// <summary>The Trust page: what the figures rest on.</summary>
[Slow]
public class TrustPageTests(LabBrowser browser)
{
    [Fact]
    public async Task The_register_shows_every_assumption_and_finds_one_by_its_name()
    {
        var page = await Trust();
        var all = Register.Of(null, [], GansuPopulation.Recipe);
        Assert.Equal(all.Length, await page.Locator("#assumptions [data-assumption]").CountAsync());
        Assert.Equal(all.Select(each => each.Part).Distinct().Count(), await page.Locator("#assumptions tr.part").CountAsync());
        // Of those that calibration moved, what is in use stands below what is on record; a path that did not move has no such line.
        var fitted = ScenarioFile.Read(Repository.File("scenarios", "provinces", "gansu", "baseline-2023.yaml"), MeasureCatalog.Default)
            .Behaviour.GrowthSpread;
        Assert.Contains(await page.Locator("#assumptions [data-used]").AllInnerTextsAsync(), text =>
            text == $"校准后采用 {Math.Round(fitted, 6).ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        Assert.Equal(0, await page.Locator("#assumptions tr:has-text('demandGrowth') [data-used]").CountAsync());
        await page.FillAsync("#search", "otherLoansGrowth");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#assumptions [data-assumption]').length == 1");
        await page.FillAsync("#search", "no such assumption");
        await page.WaitForFunctionAsync("() => document.querySelector('#found').innerText == '没有找到。'");
    }

    [Fact]
    public async Task A_figure_of_the_province_stands_in_its_part_in_Chinese_and_a_table_names_its_places()
    {
        var page = await Trust();
        await page.SelectOptionAsync("#part", "population.regions");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#assumptions tr.part').length == 1");
        Assert.Equal("企业总体：各地区", await page.InnerTextAsync("#assumptions tr.part"));
        var smes = await page.InnerTextAsync("#assumptions tr:has-text('population.regions.smes')");
        Assert.Contains("各地区中小企业", smes, StringComparison.Ordinal);
        Assert.Contains("兰州市 0.27、兰州新区 0.02", smes, StringComparison.Ordinal);
        await page.SelectOptionAsync("#part", "");
        await page.FillAsync("#search", "获得贷款的优势比");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#assumptions [data-assumption]').length == 2");
        await LabBrowser.Picture(page, "trust-recipe");
    }

    [Fact]
    public async Task The_rulebook_shows_every_version_and_what_is_in_force_in_a_month()
    {
        var page = await Trust();
        LocalRate[] local = [.. GansuPopulation.Province.Law.Rules.SelectMany(rates => rates.Steps)];
        Assert.Equal(RuleBook.All.Count + local.Length, await page.Locator("#rules tbody tr").CountAsync());
        await page.FillAsync("#on", "2023-03");
        var month = Month.Of(2023, 3);
        var then = RuleBook.All.Count(version => version.Covers(month))
            + local.Count(rate => rate.From <= month && !(rate.Until < month));
        await page.WaitForFunctionAsync($"() => document.querySelectorAll('#rules tbody tr').length == {then}");
    }

    [Fact]
    public async Task Published_totals_stand_beside_the_synthetic_ones_and_the_description_is_a_click_away()
    {
        var page = await Trust();
        Assert.True(await page.Locator("#population tbody tr").CountAsync() > 50);
        var description = await page.APIRequest.GetAsync($"{(await browser.Lab).Url}/trust/model-odd.md");
        Assert.Contains("ODD+D", await description.TextAsync());
    }

    [Theory]
    [InlineData("En", "Dark", 1280)]
    [InlineData("Zh", "Light", 390)]
    public async Task Axe_finds_nothing_wrong_and_nothing_hangs_over_the_edge(string language, string theme, int width)
    {
        var page = await Trust(language, theme, width);
        await page.Locator(".provenance summary").ClickAsync();
        await LabBrowser.AxeFindsNothing(page);
        await LabBrowser.NothingHangsOver(page);
        await LabBrowser.Picture(page, $"trust-{language}-{theme}-{width}");
    }

    private async Task<Microsoft.Playwright.IPage> Trust(string language = "Zh", string theme = "Light", int width = 1280)
    {
        LabBrowser.Require();
        var page = await browser.Window((await browser.Lab).Url, width, width == 390 ? 844 : 720, language, theme);
        await page.GotoAsync($"{(await browser.Lab).Url}/trust");
        await page.WaitForSelectorAsync("#population tbody tr");    // comes last, over the connection: from now on the page answers
        return page;
    }
}
