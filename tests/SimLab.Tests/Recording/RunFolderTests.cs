using SimLab.Engine;
using SimLab.Engine.Execution;
using SimLab.Engine.Recording;
using SimLab.Model;
using Xunit;

namespace SimLab.Tests.Recording;

[Slow]
public sealed class RunFolderTests : IDisposable
{
    private readonly RecordedRunCache _cached = new();

    public void Dispose() => _cached.Dispose();

    [Fact]
    public async Task Recording_changes_nothing_in_the_result()
    {
        var alone = await SmallRun.Run(null);
        var recorded = await SmallRun.Record(_cached.In("run"));
        Assert.Equal(alone.Hash, recorded.ResultHash);
        Assert.Equal(alone.WorldHashes, recorded.Arms.SelectMany(arm => arm.WorldHashes));
    }

    [Fact]
    public async Task A_finished_run_is_one_folder_with_all_files()
    {
        await SmallRun.Record(_cached.In("runs", "deep", "run"));
        Assert.Equal(["run"], Directory.EnumerateFileSystemEntries(_cached.In("runs", "deep")).Select(Path.GetFileName));
        Assert.Equal(
            [.. RunFolder.Contents.Append(RunFolder.Manifest).Order(StringComparer.Ordinal)],
            Directory.EnumerateFiles(_cached.In("runs", "deep", "run")).Select(file => Path.GetFileName(file)!)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_cancelled_run_leaves_nothing()
    {
        using (var folder = new RunFolder(_cached.In("run")))
        {
            await using var recorder = new RunRecorder(folder, SmallRun.Materials);
            await Assert.ThrowsAsync<OperationCanceledException>(() => SmallRun.Interrupt(recorder));
        }
        Assert.Empty(_cached.Found);
    }

    [Fact]
    public async Task A_folder_prepared_for_a_run_that_never_began_leaves_nothing()
    {
        new RunFolder(_cached.In("run")).Dispose();
        using (var folder = new RunFolder(_cached.In("run")))
            await new RunRecorder(folder, SmallRun.Materials).DisposeAsync();
        Assert.Empty(_cached.Found);
    }

    [Fact]
    public async Task A_failure_of_the_writer_reaches_the_run_and_leaves_nothing()
    {
        using (var folder = new RunFolder(_cached.In("run")))
        {
            await using var recorder = new RunRecorder(folder, SmallRun.Materials);
            await Assert.ThrowsAsync<IndexOutOfRangeException>(() => SmallRun.Run(new Mangling(recorder)));
        }
        Assert.Empty(_cached.Found);
    }

    [Fact]
    public async Task What_the_disk_refuses_is_told_with_the_path_and_the_way_out()
    {
        using var folder = new RunFolder(_cached.In("run"));
        Directory.Delete(Assert.Single(Directory.GetDirectories(_cached.Path)), recursive: true);
        await using var recorder = new RunRecorder(folder, SmallRun.Materials);
        var refused = await Assert.ThrowsAsync<RunFolderException>(async () =>
            await recorder.Complete(SmallRun.RecordOf(await SmallRun.Run(recorder))));
        Assert.StartsWith($"{_cached.In("run")}: the recording cannot be written (", refused.Message, StringComparison.Ordinal);
        Assert.Contains("nothing was kept", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_something_in_it_is_refused_before_the_run()
    {
        Directory.CreateDirectory(_cached.In("taken"));
        File.WriteAllText(_cached.In("taken", "thesis.docx"), "");
        AssertRefused(_cached.In("taken"), "already holds \"thesis.docx\". Name another folder");
        File.WriteAllText(_cached.In("taken", RunFolder.Manifest), "");
        AssertRefused(_cached.In("taken") + "/", "already holds a recorded run. Name another folder");
        Assert.Equal(["taken"], _cached.Found);
    }

    [Fact]
    public void An_empty_folder_is_as_good_as_none()
    {
        Directory.CreateDirectory(_cached.In("empty"));
        new RunFolder(_cached.In("empty")).Dispose();
        Assert.Equal(["empty"], _cached.Found);
    }

    [Fact]
    public async Task An_empty_folder_becomes_the_run_folder()
    {
        Directory.CreateDirectory(_cached.In("empty"));
        await SmallRun.Record(_cached.In("empty"));
        Assert.Equal(["empty"], _cached.Found);
        Assert.NotNull((await RunReader.Open(_cached.In("empty"))).Manifest);
    }

    [Fact]
    public void Names_that_can_be_no_folder_are_refused()
    {
        File.WriteAllText(_cached.In("file"), "");
        AssertRefused(_cached.In("file"), "is a file");
        AssertRefused(_cached.In("file", "run"), "cannot be made");
        AssertRefused("/proc/simlab", "cannot be made");
        AssertRefused("/", "already holds");
        AssertRefused("", "its name is empty");
        AssertRefused("a\0b", "characters no file name may have");
        AssertRefused(_cached.In(new string('x', 300)), "cannot be made");
    }

    private static void AssertRefused(string path, string words)
    {
        var refused = Assert.Throws<RunFolderException>(() => new RunFolder(path));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Hands the recorder tallies that are cut short.</summary>
    private sealed class Mangling(IRecorder recorder) : IRecorder
    {
        public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output) =>
            recorder.Record(materials, batch, output with { Cells = [] });

        public Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Model.Enterprises.Enterprise[] states) =>
            recorder.RecordPanel(materials, month, arm, replicate, states);
    }
}
