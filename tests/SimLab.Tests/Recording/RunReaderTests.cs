using SimLab.Engine;
using SimLab.Engine.Recording;
using Xunit;

namespace SimLab.Tests.Recording;

/// <summary>What a person is told who opens a run folder that is not whole.</summary>
[Slow]
public sealed class RunReaderTests(RecordedRun run) : IClassFixture<RecordedRun>, IDisposable
{
    private readonly RecordedRunCache _cached = new();

    public void Dispose() => _cached.Dispose();

    [Fact]
    public async Task A_whole_folder_opens_with_what_was_run()
    {
        var reader = await RunReader.Open(Copy());
        Assert.Equal(run.Result.Hash, reader.Manifest.ResultHash);
        Assert.Equal(SmallRun.Scenario.Seed, reader.Manifest.Seed);
        Assert.Equal("2022-01", reader.Manifest.Start);
        Assert.Equal(["The law in force, without the notice", "The 2023 notice as written"], reader.Manifest.Arms.Select(arm => arm.Name));
        Assert.Equal(ContentAddress.Of(SmallRun.Scenario, SmallRun.Population.Hash), reader.Manifest.ContentAddress);
        Assert.Equal(20230314UL, reader.Manifest.Scenario["seed"]!.GetValue<ulong>());
        Assert.Equal("{ \"scenario\": \"small\" }\n", reader.ReadTargets());
        Assert.Null(reader.Manifest.Versions.Orleans);
        Assert.True(reader.Manifest.Machine.Cores > 0);
    }

    [Fact]
    public async Task A_file_cut_short_is_named()
    {
        var copy = Copy();
        using (var file = File.OpenWrite(Path.Combine(copy, RunFolder.Series))) file.SetLength(file.Length - 1000);
        await AssertBroken(copy, RunFolder.Series, "is cut short");
    }

    [Fact]
    public async Task A_file_with_one_changed_byte_is_named()
    {
        var copy = Copy();
        using (var file = File.Open(Path.Combine(copy, RunFolder.Ledger), FileMode.Open))
        {
            file.Position = 100;
            var found = file.ReadByte();
            file.Position = 100;
            file.WriteByte((byte)(found ^ 1));
        }
        await AssertBroken(copy, RunFolder.Ledger, "was changed after the run");
    }

    [Fact]
    public async Task A_file_that_grew_is_named()
    {
        var copy = Copy();
        File.AppendAllText(Path.Combine(copy, RunFolder.Targets), "\n");
        await AssertBroken(copy, RunFolder.Targets, "has grown since the run");
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var copy = Copy();
        File.Delete(Path.Combine(copy, RunFolder.Events));
        await AssertBroken(copy, RunFolder.Events, "is missing");
    }

    [Fact]
    public async Task An_edited_manifest_is_named()
    {
        var copy = Copy();
        Edit(copy, text => text.Replace("\"seed\": 20230314", "\"seed\": 20230315", StringComparison.Ordinal));
        await AssertBroken(copy, RunFolder.Manifest, "was edited after the run");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"format\": 2 }")]
    [InlineData("{ \"format\": \"1\" }")]
    [InlineData("not json")]
    public async Task A_manifest_that_is_none_is_named(string text)
    {
        var copy = Copy();
        Edit(copy, _ => text);
        await AssertBroken(copy, RunFolder.Manifest, "is not a manifest");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_folder_of_a_later_or_an_earlier_SimLab_is_refused(int format)
    {
        var copy = Copy();
        Edit(copy, text => text.Replace("\"format\": 2", $"\"format\": {format}", StringComparison.Ordinal));
        await AssertBroken(copy, RunFolder.Manifest, $"is of format {format}, and this SimLab reads format 2");
    }

    [Fact]
    public async Task A_folder_without_manifest_is_no_run()
    {
        var copy = Copy();
        File.Delete(Path.Combine(copy, RunFolder.Manifest));
        Assert.Contains(
            "has no manifest.json", (await Assert.ThrowsAsync<RunFolderException>(() => RunReader.Open(copy))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "there is no such folder",
            (await Assert.ThrowsAsync<RunFolderException>(() => RunReader.Open(_cached.In("none")))).Message, StringComparison.Ordinal);
    }

    private string Copy()
    {
        var copy = _cached.In("copy");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(run.Path)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    private static void Edit(string folder, Func<string, string> edit)
    {
        var file = Path.Combine(folder, RunFolder.Manifest);
        File.WriteAllText(file, edit(File.ReadAllText(file)));
    }

    private static async Task AssertBroken(string folder, string file, string words)
    {
        var broken = await Assert.ThrowsAsync<RunFolderException>(() => RunReader.Open(folder));
        Assert.StartsWith(Path.Combine(folder, file), broken.Message, StringComparison.Ordinal);
        Assert.Contains(words, broken.Message, StringComparison.Ordinal);
    }
}
