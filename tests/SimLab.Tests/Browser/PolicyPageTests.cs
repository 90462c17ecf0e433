using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Browser;

/// <summary>The pages of policy documents.</summary>
[Slow]
public sealed class PolicyPageTests(LabBrowser browser)
{
    [Fact]
    public async Task A_document_is_a_click_from_the_list_and_has_all_its_clauses_and_its_text()
    {
        var page = await Open("policies");
        await page.Locator("#documents a[href='policies/gansu-2023']").ClickAsync();
        await page.WaitForSelectorAsync("#issued");
        await AtRest(page);
        Assert.Contains("甘工信发〔2023〕75号", await page.Locator("#issued").InnerTextAsync(), StringComparison.Ordinal);
        var measures = MeasureCatalog.Default.Of(Gansu2023.Document).ToList();
        Assert.Equal(measures.Count, await page.Locator("[data-clause]").CountAsync());
        Assert.Equal(measures.Sum(measure => measure.OwnLevers.Count()), await page.Locator("[data-lever]").CountAsync());
        var text = await page.APIRequest.GetAsync($"{(await browser.Lab).Url}/policies/gansu-2023/text");
        Assert.Contains("甘工信发", await text.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_there_is_not_leads_back_to_the_list()
    {
        var page = await Open("policies/gansu-1923");
        Assert.Contains("gansu-1923", await page.Locator("#no-document").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (await page.APIRequest.GetAsync($"{(await browser.Lab).Url}/policies/gansu-1923/text")).Status);
    }

    [Fact]
    public async Task A_measure_of_the_plan_leads_to_its_clause()
    {
        var page = await browser.Plan();
        await page.Locator("[data-measure='Talent'] summary").ClickAsync();
        await page.Locator("[data-measure='Talent'] a[href='policies/gansu-2023#clause-15']").ClickAsync();
        await page.WaitForSelectorAsync("#clause-15");
    }

    [Theory]
    [InlineData("En", "Dark", 1280)]
    [InlineData("Zh", "Light", 390)]
    public async Task Axe_finds_nothing_wrong_and_nothing_hangs_over_the_edge(string language, string theme, int width)
    {
        var page = await Open("policies/gansu-2023", language, theme, width);
        await page.WaitForSelectorAsync("#clause-17");
        await LabBrowser.AxeFindsNothing(page);
        await LabBrowser.NothingHangsOver(page);
        await LabBrowser.Picture(page, $"policies-{language}-{theme}-{width}");
    }

    private async Task<Microsoft.Playwright.IPage> Open(string path, string language = "Zh", string theme = "Light", int width = 1280)
    {
        LabBrowser.Require();
        var page = await browser.Window((await browser.Lab).Url, width, width == 390 ? 844 : 720, language, theme);
        await page.GotoAsync($"{(await browser.Lab).Url}/{path}");
        await AtRest(page);
        return page;
    }

    // A page is drawn twice, as the server sends it and again when it listens: what is clicked or counted meanwhile may go.
    private static Task AtRest(Microsoft.Playwright.IPage page) => page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
}
