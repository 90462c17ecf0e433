using Microsoft.Playwright;
using SimLab.Tests.Presenting;
using Xunit;

namespace SimLab.Tests.Browser;

/// <summary>An exported run, opened from disk with the network off.</summary>
[Slow]
public sealed class PlayerTests(ExportedRun run, LabBrowser browser) : IClassFixture<ExportedRun>
{
    [Fact]
    public async Task It_shows_the_medians_and_intervals_of_every_target_of_targets_json()
    {
        var (page, faults) = await Open();
        foreach (var key in new[] { "2", "w", "w", "w", "End" }) await page.Keyboard.PressAsync(key);
        foreach (var target in run.Targets["targets"]!.AsArray())
        {
            // Money is in whole units of 10,000 yuan; quantiles have four decimals.
            var (perUnit, rounded) = (string)target!["unit"]! == "yuan" ? (1e4, 1.0) : (1.0, 6e-5);
            foreach (var arm in new[] { "baseline", "policy" })
            {
                var (shown, told) = (page.Locator($"[data-target={(string)target["id"]!}][data-arm={arm}]"), target["arms"]![arm]!);
                Assert.Equal((double)told["p50"]! / perUnit, await Number(shown, "data-value"), rounded);
                Assert.Equal((double)told["p05"]! / perUnit, await Number(shown, "data-low"), rounded);
                Assert.Equal((double)told["p95"]! / perUnit, await Number(shown, "data-high"), rounded);
            }
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task It_plays_and_is_scrubbed_with_the_keyboard_alone()
    {
        var (page, faults) = await Open();
        Assert.Equal("2021-12", await Clock(page));
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("2022-01", await Clock(page));
        await page.Keyboard.PressAsync("Space");
        await page.WaitForFunctionAsync("() => document.getElementById('clock').textContent === '2022-12'");
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("2022-11", await Clock(page));
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("PageUp");
        Assert.Equal("2022-12", await Clock(page));
        foreach (var scene in new[] { "1", "2", "3", "4", "5" })
        {
            await page.Keyboard.PressAsync(scene);
            Assert.Equal(2, await page.Locator("#stage svg").CountAsync());
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task The_outcome_stays_hidden_until_the_room_has_guessed()
    {
        var (page, faults) = await Open();
        foreach (var key in new[] { "w", "w", "w", "ArrowRight", "p" }) await page.Keyboard.PressAsync(key);
        await page.Keyboard.PressAsync("Tab");                                    // past what is guessed, to the month
        await page.Keyboard.PressAsync("Enter");
        if (await page.Locator("#ask").CountAsync() > 0) await page.Locator("#ask .chief").PressAsync("Enter");
        await page.WaitForSelectorAsync("#room");
        await page.EvaluateAsync("() => SimLabPlayer.goTo('2022-12')");
        Assert.Equal("2022-01", await Clock(page));
        await page.Locator("#room").FillAsync("many");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(0, await page.Locator("#truth").CountAsync());
        await page.Locator("#room").FillAsync("1,234 99");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#truth");
        Assert.Equal("2022-12", await Clock(page));
        Assert.Equal(["1,234", "99"], await page.Locator("#guess .guessed").AllInnerTextsAsync());
        Assert.Equal(
            (double)run.Targets["targets"]![0]!["arms"]!["policy"]!["p50"]!, await Number(page.Locator("#truth"), "data-value"), 6);
        await page.Keyboard.PressAsync("Enter");                                  // go on
        await page.WaitForSelectorAsync("#guess", new() { State = WaitForSelectorState.Hidden });
        await page.Keyboard.PressAsync("Home");
        Assert.Equal("2021-12", await Clock(page));
        Assert.Empty(faults);
    }

    [Fact]
    public async Task The_camera_narrows_every_scene_to_a_region_and_the_seam_refuses_what_it_does_not_know()
    {
        var (page, faults) = await Open();
        await page.EvaluateAsync("() => SimLabPlayer.goTo('2022-12')");
        var province = await page.EvaluateAsync<double>(
            "() => SimLabPlayer.scene('race').then(() => "
            + "Number(document.querySelector('[data-target=high_tech_enterprises]').dataset.value))");
        var lanzhou = await page.EvaluateAsync<double>(
            "() => SimLabPlayer.camera({ region: 'Lanzhou' }).then(() => "
            + "Number(document.querySelector('[data-target=high_tech_enterprises]').dataset.value))");
        Assert.InRange(lanzhou, 1, province - 1);
        Assert.Contains(
            "\"Atlantis\" is not one of",
            await page.EvaluateAsync<string>(
            "() => { try { SimLabPlayer.camera({ region: 'Atlantis' }); } catch (refused) { return refused.message; } }"));
        foreach (var scene in new[] { "map", "race", "flows", "credit", "cost" })
        {
            await page.EvaluateAsync($"() => SimLabPlayer.scene('{scene}')");
            Assert.DoesNotContain("NaN", await page.Locator("#stage").InnerHTMLAsync());
            Assert.DoesNotContain("undefined", await page.Locator("#stage").InnerHTMLAsync());
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_page_cut_short_says_so_and_plays_nothing()
    {
        var cut = run.Free("cut.html");
        var whole = await File.ReadAllTextAsync(run.Html, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(cut, whole[..(whole.Length * 2 / 3)], TestContext.Current.CancellationToken);
        LabBrowser.Require();
        var page = await browser.Window("http://127.0.0.1");
        await page.GotoAsync(new Uri(cut).AbsoluteUri);
        await page.WaitForSelectorAsync("#problem");
        Assert.Matches("cut short|不完整", await page.Locator("#problem").InnerTextAsync());
        Assert.Equal(0, await page.Locator("#stage svg").CountAsync());
    }

    [Fact]
    public async Task A_long_recording_lets_its_oldest_years_go()
    {
        var (page, faults) = await Open();
        // The same run, told to be sixty years long; every year is the year of the page.
        var asked = await page.EvaluateAsync<int[]>(
            """
            async () => {
                const read = id => JSON.parse(document.getElementById(id).textContent);
                const whole = read('place-all'), head = read('head'), asked = Array(60).fill(0);
                const months = Array.from({ length: 720 }, (_, m) => (2022 + Math.floor(m / 12)) * 100 + m % 12 + 1);
                const stats = head.stats.length, tracks = {};
                for (const figure of Object.keys(whole.view.tracks)) tracks[figure] = new Array(2 * 720 * stats).fill(1);
                const source = {
                    head: {
                        ...head, months, chunks: Array.from({ length: 60 }, (_, year) => year * 12),
                        targets: head.targets.map(target => ({ ...target, at: -1 })),
                    },
                    view: async () => ({ tracks, tops: {}, mapTops: 0 }),
                    chunk: async (place, year) => { asked[year]++; return structuredClone(whole.chunks[1]); },
                };
                await SimLabPlayer.mount(document.getElementById('player'), [source], { page: true });
                for (let year = 2022; year < 2082; year++) await SimLabPlayer.goTo(`${year}-06`);
                await SimLabPlayer.goTo('2081-12');
                await SimLabPlayer.goTo('2022-06');
                return asked;
            }
            """);
        Assert.Equal(2, asked[0]);                          // it was let go, and is fetched again
        Assert.Equal(1, asked[^1]);
        Assert.Equal("2022-06", await Clock(page));
        Assert.Empty(faults);
    }

    private static Task<string> Clock(IPage page) => page.Locator("#clock").InnerTextAsync();

    private static async Task<double> Number(ILocator of, string name) =>
        double.Parse((await of.GetAttributeAsync(name))!, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(IPage Page, List<string> Faults)> Open()
    {
        LabBrowser.Require();
        var page = await browser.Window("http://127.0.0.1");
        var faults = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") faults.Add(message.Text); };
        page.PageError += (_, error) => faults.Add(error);
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(new Uri(run.Html).AbsoluteUri);
        await page.EvaluateAsync("() => SimLabPlayer.ready");
        return (page, faults);
    }
}
