using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace SimLab.Tests.Browser;

/// <summary>
/// Measures, in the browser, how long the gauges take to follow a slider: from the event of the slider to the second frame after the
/// page has changed. No test: it runs when it is asked for, on a machine that has nothing else to do; benchmarks/README.md says how.
/// </summary>
[Slow]
public class SliderToPicture(LabBrowser browser)
{
    private const int Moves = 12;

    private static readonly string[] Measures = ["Digitalise", "CultivateSpecialisedSmes", "FinancialSupport"];

    [Fact(Explicit = true)]
    public async Task Measured()
    {
        LabBrowser.Require();
        using var files = new ShortScenarios(whole: true);
        await using var lab = await LabProcess.Start(files);
        var page = await browser.Window(lab.Url);
        await page.GotoAsync($"{lab.Url}/plan");
        await LabBrowser.Settled(page);
        // The full run that answers are held to would share the cores.
        await page.WaitForFunctionAsync(
            "() => document.querySelector('#preview').innerText.includes('已按全量模拟校准')", null, new() { Timeout = 600_000 });
        await page.WaitForTimeoutAsync(5_000);

        var (picture, answer) = (new List<double>(), new List<double>());
        foreach (var measure in Measures)
        {
            await page.Locator($"details[data-measure={measure}] summary").ClickAsync();
            await page.Locator($"details[data-measure={measure}] .lever input[type=range]").First.WaitForAsync();
            for (var move = 0; move < Moves; move++)
            {
                picture.Add(await Move(page, measure, 10 + move * 15));
                answer.Add(double.Parse(
                    await page.EvaluateAsync<string>("document.querySelector('#preview').innerText.match(/([0-9]+) 毫秒/)[1]"),
                    CultureInfo.InvariantCulture));
            }
        }
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{picture.Count} moves. Slider to picture, in the browser: median {At(picture, 0.5):0} ms, p95 {At(picture, 0.95):0} ms. "
                + $"Answer, in the lab: median {At(answer, 0.5):0} ms, p95 {At(answer, 0.95):0} ms. {Environment.ProcessorCount} cores."));
    }

    private static Task<double> Move(IPage page, string measure, int step) => page.EvaluateAsync<double>(
        $$"""
        () => {
            const slider = document.querySelector('details[data-measure={{measure}}] .lever input[type=range]');
            const preview = document.querySelector('#preview'), before = preview.dataset.done;
            return new Promise(drawn => {
                const begun = performance.now();
                const watch = new MutationObserver(() => {
                    if (preview.dataset.done == before) return;
                    watch.disconnect();
                    requestAnimationFrame(() => requestAnimationFrame(() => drawn(performance.now() - begun)));
                });
                watch.observe(preview, { attributes: true });
                slider.value = {{step}};
                slider.dispatchEvent(new Event('input', { bubbles: true }));
            });
        }
        """);

    private static double At(List<double> values, double share) => values.Order().ElementAt((int)Math.Round(share * (values.Count - 1)));
}
