using System.Security.Cryptography;
using SimLab.Engine.Recording;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Presenting;

/// <summary>A recording against what its manifest makes of it.</summary>
[Slow]
public sealed class VerifyTests(ExportedRun run) : IClassFixture<ExportedRun>
{
    [Fact]
    public async Task A_recording_comes_out_of_its_manifest_bit_for_bit()
    {
        var said = await Said.By("verify", run.Path, "--executor", "loop");
        Assert.True(said.Exit == 0, said.Error);
        Assert.Contains("12 months of 4 worlds simulated again", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_world_and_a_forged_table_are_told_apart_from_the_rest()
    {
        var copy = run.Copy("forged");
        var ledger = Path.Combine(copy, RunFolder.Ledger);
        await File.AppendAllTextAsync(ledger, "x", TestContext.Current.CancellationToken);
        var bytes = await File.ReadAllBytesAsync(ledger, TestContext.Current.CancellationToken);
        await ExportedRun.Reseal(copy, manifest => manifest with
        {
            Arms = [manifest.Arms[0], manifest.Arms[1] with { WorldHashes = [manifest.Arms[1].WorldHashes[0], new string('0', 64)] }],
            Files = new Dictionary<string, FileRecord>(manifest.Files)
            {
                [RunFolder.Ledger] = manifest.Files[RunFolder.Ledger]
                    with
                { Bytes = bytes.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) },
            },
        });
        var said = await Said.By("verify", copy, "--executor", "loop");
        Assert.Equal(2, said.Exit);
        Assert.Empty(said.Output);
        Assert.Contains("Replicate 1 of \"Rewards [and coaching]\" has hash", said.Error, StringComparison.Ordinal);
        Assert.Contains("ledger.parquet holds other values", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Replicate 0", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("series.parquet holds", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_of_another_build_is_not_judged_and_the_build_is_named()
    {
        var copy = run.Copy("other");
        await ExportedRun.Reseal(copy, manifest => manifest with { ModelBuild = new string('b', 64) });
        await Refused(copy, "was recorded by build bbbbbbbbbbbbbbbb of the model");
    }

    [Fact]
    public async Task A_manifest_without_plan_a_missing_table_and_an_edited_manifest_are_named()
    {
        var copy = run.Copy("no-plan");
        await ExportedRun.Reseal(copy, manifest => manifest with { Plan = null });
        await Refused(copy, "its manifest holds no plan");
        File.Delete(Path.Combine(copy, RunFolder.Series));
        await Refused(copy, "series.parquet: is missing");
        var file = Path.Combine(copy, RunFolder.Manifest);
        await File.WriteAllTextAsync(
            file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
            .Replace("\"seed\": 7", "\"seed\": 8", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await Refused(copy, "was edited after the run");
    }

    private static async Task Refused(string path, string answer)
    {
        var said = await Said.By("verify", path, "--executor", "loop");
        Assert.Equal(2, said.Exit);
        Assert.Contains(answer, said.Error, StringComparison.Ordinal);
    }
}
