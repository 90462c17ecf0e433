using Microsoft.Playwright;
using SimLab.App.Lab.Charts;
using Xunit;

namespace SimLab.Tests.Browser;

/// <summary>charts.js, with options as the lab writes them.</summary>
[Slow]
public class ChartTests(LabBrowser browser)
{
    private static readonly ShownDot[] Dots = [new(2022.5, 3, "summer", "what it says"), new(2023, 7, "winter", "and this")];

    [Fact]
    public async Task A_year_and_its_part_are_written_as_a_month()
    {
        var page = await Drawn(DotOptions.Of(new("when", IsTime: true), new("much"), Dots, joined: true));
        var texts = await page.Locator("#try text").AllTextContentsAsync();
        Assert.Contains("2022-07", texts);
        Assert.Contains("2023-01", texts);
        Assert.Contains("summer", texts);
    }

    [Fact]
    public async Task A_chart_follows_the_size_of_its_place_and_goes_with_it()
    {
        var page = await Drawn(DotOptions.Of(new("across"), new("up"), Dots));
        Assert.Equal("600", await page.GetAttributeAsync("#try svg", "width"));
        await page.EvaluateAsync("() => { document.getElementById('try').style.width = '400px'; }");
        await page.WaitForSelectorAsync("#try svg[width='400']");
        await page.EvaluateAsync("() => charts.close('try')");
        Assert.Equal(0, await page.Locator("#try svg").CountAsync());
    }

    [Fact]
    public async Task What_is_drawn_anew_shows_no_series_that_is_gone()
    {
        FanLine Line(string name) => new(name, ChartInk.Assumed, "dotted", [new(1, 2, 3), new(2, 3, 4)], Band: false);
        var page = await Drawn(FanOptions.Of(["2022-01", "2022-02"], "firms", [Line("one"), Line("two")], null));
        Assert.Equal(2, await Lines(page));
        await Draw(page, FanOptions.Of(["2022-01", "2022-02"], "firms", [Line("one")], null));
        Assert.Equal(1, await Lines(page));
    }

    [Fact]
    public async Task What_users_wrote_is_shown_as_text_when_a_bar_is_pointed_at()
    {
        const string written = "<img src=x onerror=alert(1)> {b} & more";
        var page = await Drawn(BarOptions.Of("yuan", [new("a bar", 0, 5, written)]));
        await page.HoverAsync("#try path[fill='var(--policy)']", new() { Force = true });
        await page.Locator("#try > div").Filter(new() { HasText = written }).WaitForAsync();
        Assert.Equal(0, await page.Locator("#try img").CountAsync());
    }

    private static Task<int> Lines(IPage page) => page.Locator("#try path[stroke='var(--assumed)']").CountAsync();

    private async Task<IPage> Drawn(ChartOptions options)
    {
        LabBrowser.Require();
        var lab = await browser.Lab;
        var page = await browser.Window(lab.Url);
        await page.GotoAsync($"{lab.Url}/not-found");
        await page.EvaluateAsync(
            """
            async () => {
                window.charts = await import('/charts.js');
                const place = Object.assign(document.createElement('div'), { id: 'try' });
                place.style.cssText = 'position: fixed; left: 0; top: 0; width: 600px; height: 300px; background: white; z-index: 100';
                document.body.append(place);
            }
            """);
        await Draw(page, options);
        return page;
    }

    private static async Task Draw(IPage page, ChartOptions options) =>
        await page.EvaluateAsync("json => charts.draw('try', json)", options.Json);
}
