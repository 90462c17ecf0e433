using Microsoft.Playwright;
using SimLab.Tests.Presenting;
using Xunit;

namespace SimLab.Tests.Browser;

/// <summary>An exported run, opened from disk with the network off.</summary>
public sealed class PlayerTests(ExportedRun run, LabBrowser browser, ITestOutputHelper output) : IClassFixture<ExportedRun>
{
    [Fact]
    public async Task It_shows_the_medians_and_intervals_of_targets_json()
    {
        var (page, faults) = await Open();
        foreach (var key in new[] { "2", "w", "w", "w", "End" }) await page.Keyboard.PressAsync(key);
        foreach (var target in run.Targets["targets"]!.AsArray().Where(target => (string)target!["id"]! is "high_tech_enterprises" or "new_specialised_smes"))
        {
            foreach (var arm in new[] { "baseline", "policy" })
            {
                var (shown, told) = (page.Locator($"[data-target={(string)target!["id"]!}][data-arm={arm}]"), target["arms"]![arm]!);
                Assert.Equal((double)told["p50"]!, await Number(shown, "data-value"), 6);
                Assert.Equal((double)told["p05"]!, await Number(shown, "data-low"), 6);
                Assert.Equal((double)told["p95"]!, await Number(shown, "data-high"), 6);
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
    public async Task Every_step_of_every_scene_draws_a_picture_and_says_how_long_it_took()
    {
        var (page, _) = await Open();
        var took = await page.EvaluateAsync<double[]>(
            """
            () => {
                const press = key => document.dispatchEvent(new KeyboardEvent('keydown', { key }));
                const took = [];
                for (const scene of '12345') {
                    press(scene);
                    for (let i = 0; i < 60; i++) {
                        const start = performance.now();
                        press(i % 13 === 12 ? 'Home' : 'ArrowRight');
                        document.getElementById('stage').getBoundingClientRect();
                        took.push(performance.now() - start);
                    }
                }
                return took.sort((a, b) => a - b);
            }
            """);
        // A figure to read, not to fail by: a busy machine is slow. The aim is 50 ms in 95 of 100 steps.
        output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"frame work: median {took[took.Length / 2]:0.0} ms, 95 of 100 within {took[took.Length * 95 / 100]:0.0} ms"));
        Assert.Equal(5 * 60, took.Length);
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
        return (page, faults);
    }
}
