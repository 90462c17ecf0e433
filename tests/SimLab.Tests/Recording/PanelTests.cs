using System.Text.Json.Nodes;
using SimLab.Engine.Recording;
using SimLab.Tests.App;
using SimLab.Tests.Presenting;
using Xunit;

namespace SimLab.Tests.Recording;

/// <summary>Panels that a recording left out come out of its manifest.</summary>
[Slow]
public sealed class PanelTests(ExportedRun run) : IClassFixture<ExportedRun>
{
    [Fact]
    public async Task The_panel_that_was_recorded_is_made_again_to_the_same_bytes()
    {
        var folder = run.Free("again");
        var said = await Said.By("panel", run.Path, "--out", folder);
        Assert.True(said.Exit == 0, said.Error);
        // One December and one replicate: the table the run recorded.
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(run.Path, RunFolder.Enterprises), Cancel),
            await File.ReadAllBytesAsync(Path.Combine(folder, RunFolder.Enterprises), Cancel));
    }

    [Fact]
    public async Task Another_replicate_and_month_has_the_firms_that_the_series_counts()
    {
        var folder = run.Free("june");
        var said = await Said.By("panel", run.Path, "--replicate", "1", "--months", "2022-05..2022-06,2022-09", "--out", folder);
        Assert.True(said.Exit == 0, said.Error);
        var manifest = (await RunReader.Open(run.Path)).Manifest;
        var record = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, PanelFolder.Record), Cancel))!;
        Assert.Equal(["2022-05", "2022-06", "2022-09"], record["months"]!.AsArray().Select(month => (string)month!));
        Assert.Equal(manifest.Arms.Select(arm => arm.WorldHashes[1]), record["worlds"]!.AsArray().Select(world => (string)world!["hash"]!));
        Assert.Equal(await HighTechBySeries(202206, 1), await HighTechByPanel(folder, 202206));
        Assert.NotEmpty(await HighTechByPanel(folder, 202209));
    }

    [Theory]
    [InlineData("there is no replicate 7", "--replicate", "7")]
    [InlineData("The run goes from 2022-01 to 2022-12.", "--months", "2021-12")]
    [InlineData("Write months as 2023-06", "--months", "June")]
    [InlineData("The run goes from", "--months", "2022-06..2022-05")]
    public async Task A_wrong_order_is_answered_and_leaves_nothing(string answer, params string[] order)
    {
        var folder = run.Free("wrong");
        var said = await Said.By(["panel", run.Path, "--out", folder, .. order]);
        Assert.Equal(2, said.Exit);
        Assert.Contains(answer, said.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_world_whose_hash_does_not_come_out_leaves_nothing()
    {
        var (copy, folder) = (run.Copy("forged"), run.Free("forged-panel"));
        await ExportedRun.Reseal(copy, manifest =>
            manifest with
            { Arms = [manifest.Arms[0], manifest.Arms[1] with { WorldHashes = [new string('0', 64), manifest.Arms[1].WorldHashes[1]] }] });
        var said = await Said.By("panel", copy, "--out", folder);
        Assert.Equal(2, said.Exit);
        Assert.Contains("replicate 0 of \"Rewards [and coaching]\" comes out differently", said.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
        Assert.DoesNotContain(Directory.EnumerateDirectories(Path.GetDirectoryName(folder)!), left =>
            left.Contains(".partial-", StringComparison.Ordinal));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<Dictionary<string, long>> HighTechBySeries(int month, int replicate)
    {
        var counts = new Dictionary<string, long>();
        await foreach (var part in (await RunReader.Open(run.Path)).Read(RunFolder.Series))
        {
            var (months, arms, replicates, highTech) = (
                await part.Numbers<int>("month"), await part.Texts("arm"), await part.Numbers<int>("replicate"),
                await part.Numbers<long>("high_tech"));
            for (var row = 0; row < months.Length; row++)
                if (months[row] == month && replicates[row] == replicate) counts[arms[row]] = counts.GetValueOrDefault(arms[row])
                    + highTech[row];
        }
        return counts;
    }

    // Weighted, as the series counts.
    private static async Task<Dictionary<string, long>> HighTechByPanel(string folder, int month)
    {
        var counts = new Dictionary<string, long>();
        await foreach (var part in RunReader.ReadTable(Path.Combine(folder, RunFolder.Enterprises)))
        {
            var (months, arms, weights, highTech) = (
                await part.Numbers<int>("month"), await part.Texts("arm"), await part.Numbers<int>("weight"),
                await part.Numbers<bool>("high_tech"));
            for (var row = 0; row < months.Length; row++)
                if (months[row] == month && highTech[row]) counts[arms[row]] = counts.GetValueOrDefault(arms[row]) + weights[row];
        }
        return counts;
    }
}
