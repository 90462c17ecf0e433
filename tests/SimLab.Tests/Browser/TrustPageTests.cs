using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Economy;
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
        var all = Parameter.Of(new BehaviouralParameters()).Length + Parameter.Of(new Macro()).Length;
        Assert.Equal(all, await page.Locator("#assumptions tbody tr").CountAsync());
        // Of those that calibration moved, what is in use stands below what is on record; a path that did not move has no such line.
        var fitted = ScenarioFile.Read(Repository.File("scenarios", "provinces", "gansu", "baseline-2023.yaml"), MeasureCatalog.Default)
            .Behaviour.GrowthSpread;
        Assert.Contains(await page.Locator("#assumptions [data-used]").AllInnerTextsAsync(), text =>
            text == $"校准后采用 {Math.Round(fitted, 4).ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        Assert.Equal(0, await page.Locator("#assumptions tr:has-text('demandGrowth') [data-used]").CountAsync());
        await page.FillAsync("#search", "otherLoansGrowth");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#assumptions tbody tr').length == 1");
        await page.FillAsync("#search", "no such assumption");
        await page.WaitForFunctionAsync("() => document.querySelector('#found').innerText == '没有找到。'");
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
