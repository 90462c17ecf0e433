using System.Globalization;
using Microsoft.Playwright;
using SimLab.App.Export.Replaying;
using SimLab.Engine.Recording;
using SimLab.Tests.App;
using SimLab.Tests.Recording;
using Xunit;

namespace SimLab.Tests.Browser;

/// <summary>
/// Measures what a step of the player costs the browser, over 60 months of all firms of Gansu. Figures to read, not to fail by:
/// a busy machine is slow. The aim is 50 ms in 95 of 100 steps. It is run by name; benchmarks/README.md has the command and the figures.
/// </summary>
[Slow]
public sealed class PlayerFrames(LabBrowser browser, ITestOutputHelper output)
{
    private const string Measure = """
        async () => {
            const scrub = document.getElementById('scrub'), took = { work: [], shown: [] };
            const framed = () => new Promise(done => requestAnimationFrame(() => {
                const channel = new MessageChannel();
                channel.port1.onmessage = done;
                channel.port2.postMessage(0);
            }));
            // Once through: the years come from the server.
            for (let m = 0; m <= Number(scrub.max); m++) await SimLabPlayer.goTo(SimLabPlayer.months[m]);
            for (const scene of SimLabPlayer.scenes) {
                await SimLabPlayer.scene(scene);
                for (let m = 0; m <= Number(scrub.max); m++) {
                    await framed();
                    const start = performance.now();
                    scrub.value = m;
                    scrub.dispatchEvent(new Event('input'));
                    document.getElementById('stage').getBoundingClientRect();
                    took.work.push(performance.now() - start);
                    await framed();
                    took.shown.push(performance.now() - start);
                }
            }
            return [took.work, took.shown];
        }
        """;

    [Fact(Explicit = true)]
    public async Task Sixty_months_of_all_firms_are_scrubbed()
    {
        LabBrowser.Require();
        using var cached = new RecordedRunCache();
        using var gansu = new ShortGansu(whole: true);
        gansu.Write("sixty.yaml", $$"""
            name: Sixty months
            extends: {{Repository.File("scenarios", "gansu-2023.yaml")}}
            months: 60
            replicates: 8
            """);
        var run = cached.In("sixty");
        var ran = await Said.By("run", gansu.In("sixty.yaml"), "--executor", "loop", "--out", run);
        Assert.True(ran.Exit is 0 or 1, ran.Error);
        var reader = await RunReader.Open(run);
        var manifest = reader.Manifest;
        var size = $"{manifest.Months} months, {manifest.Arms.Count} arms × {manifest.Replicates} replicates";
        Tell($"{manifest.Enterprises:N0} enterprises, {size}");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var replay = await Replay.Read(reader, TestContext.Current.CancellationToken);
        Tell($"read for the player in {clock.Elapsed.TotalSeconds:0.0} s; held packed: {replay.Held / 1e6:0.0} MB");

        await using var lab = await LabProcess.Replay(run, cached.In("data"));
        var page = await browser.Window(lab.Url, 1920, 1080);
        await page.GotoAsync($"{lab.Url}/present?run=recording");
        await page.WaitForSelectorAsync("#stage svg");
        foreach (var world in new[] { "median", "fan" })
        {
            await page.EvaluateAsync($"() => SimLabPlayer.world('{world}')");
            var took = await page.EvaluateAsync<double[][]>(Measure);
            var (work, shown) = (Shares(took[0]), Shares(took[1]));
            Tell($"{world}: {took[0].Length} steps in 5 scenes; script, style and layout {work}; until the frame is there {shown}");
        }
        Tell($"memory of the page's program after a collection: {await Heap(page) / 1e6:0.0} MB");
    }

    private static string Shares(double[] took)
    {
        var sorted = took.Order().ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"median {sorted[sorted.Length / 2]:0.0} ms, p95 {sorted[sorted.Length * 95 / 100]:0.0} ms, most {sorted[^1]:0.0} ms");
    }

    private static async Task<double> Heap(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("HeapProfiler.collectGarbage");
        return (await devtools.SendAsync("Runtime.getHeapUsage"))!.Value.GetProperty("usedSize").GetDouble();
    }

    private void Tell(FormattableString line) => output.WriteLine(FormattableString.Invariant(line));
}
