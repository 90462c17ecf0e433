using System.Text.Json.Nodes;
using SimLab.App.Console;
using SimLab.Engine.Recording;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>A run of one process that is killed goes on where it was, and ends as if nothing had happened.</summary>
[Slow]
public sealed class ResumeTests : IDisposable
{
    private const int Months = 30;

    private readonly SmallGansu _gansu = new();

    public void Dispose() => _gansu.Dispose();

    private string[] Run(string folder, int months, params string[] more) =>
        ["run", _gansu.Scenario, "--out", _gansu.In(folder), "--months", $"{months}", "--replicates", "12", "--checkpoint", "2", .. more];

    [Theory]
    [InlineData("grains", 5)]
    [InlineData("loop", 5)]
    public async Task A_run_killed_again_and_again_is_resumed_to_the_very_files_of_an_undisturbed_run(string executor, int kills)
    {
        // Waves of two or three replicates, so that some kills fall between two of them.
        const string Memory = "5MB";
        Assert.Equal(ExitCode.Done, (await Said.By(Run("undisturbed", Months, "--executor", "loop", "--memory", Memory))).Exit);

        var chaos = new Chaos();
        string[] begin = Run("killed", Months, "--executor", executor, "--memory", Memory, "--require", "new_above_scale");
        var process = new SimlabProcess(_gansu.Folder, begin);
        // The last kill must leave something to resume: on a busy machine all others may hit the start of the process.
        var noted = false;
        while ((chaos.Kills < kills || !noted) && !process.Ended)
        {
            await chaos.Wait(0.5, 2.5);            // shorter than the run takes on a quiet machine
            chaos.Kill(process);
            // Killed before it had noted what it was told, it leaves nothing to resume.
            noted = Partials().Any(folder => File.Exists(Path.Combine(folder, "journal", "order")));
            if (!noted) foreach (var nothing in Partials()) Directory.Delete(nothing, recursive: true);
            if (Directory.Exists(_gansu.In("killed"))) break;
            process.Dispose();
            process = new SimlabProcess(_gansu.Folder, noted ? ["resume", "killed"] : begin);
        }
        await process.WaitForExit(TimeSpan.FromMinutes(5));
        Chaos.Say($"{chaos.Kills} kills\n{process.Error}");
        // The target the killed command asked for still decides how the resumed one ends.
        Assert.True(process.Exit is ExitCode.Done or ExitCode.TargetMissed, process.Error);
        process.Dispose();
        Assert.Empty(Partials());

        var (undisturbed, killed) = (await RunReader.Open(_gansu.In("undisturbed")), await RunReader.Open(_gansu.In("killed")));
        Assert.Equal(undisturbed.Manifest.ResultHash, killed.Manifest.ResultHash);
        Assert.NotNull(killed.Manifest.Recovery);
        Assert.Null(undisturbed.Manifest.Recovery);
        foreach (var name in RunFolder.Contents.Where(name => name != RunFolder.Targets))
            Assert.Equal(undisturbed.Manifest.Files[name].Sha256, killed.Manifest.Files[name].Sha256);
        Assert.True(JsonNode.DeepEquals(WithoutTimes(undisturbed), WithoutTimes(killed)));
    }

    [Fact]
    public async Task A_damaged_checkpoint_is_passed_over_for_the_one_before()
    {
        var reference = await Said.By(Run("reference", Months, "--executor", "loop", "--format", "json"));
        var journal = await KillAfterCheckpoints("damaged", 2);
        var newest = Directory.GetFiles(journal, "*.checkpoint").Order(StringComparer.Ordinal).Last();
        var bytes = File.ReadAllBytes(newest);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(newest, bytes);
        // The months after it were told already; let them be lived again.
        foreach (var told in Directory.GetFiles(journal, "*.month").Order(StringComparer.Ordinal).Skip(2)) File.WriteAllBytes(told, []);

        var resumed = await Said.By("resume", _gansu.In("damaged"));
        Assert.Equal(ExitCode.Done, resumed.Exit);
        Assert.Contains("is damaged and is not used", resumed.Error, StringComparison.Ordinal);
        Assert.Equal((string)JsonNode.Parse(reference.Output)!["hash"]!, (await RunReader.Open(_gansu.In("damaged"))).Manifest.ResultHash);
    }

    [Fact]
    public async Task What_cannot_be_resumed_is_refused_in_one_sentence()
    {
        var missing = await Said.By("resume", _gansu.In("nowhere"));
        Assert.Equal(ExitCode.WrongInput, missing.Exit);
        Assert.Contains("no run with this name was interrupted here", missing.Error, StringComparison.Ordinal);

        var journal = await KillAfterCheckpoints("torn", 1);
        using (var alive = new SimlabProcess(_gansu.Folder, Run("busy", 600, "--executor", "loop")))
        {
            await Chaos.Until(() =>
                Directory.GetDirectories(_gansu.Folder, ".busy.partial-*")
                .Any(folder => File.Exists(Path.Combine(folder, "journal", "order"))), "the run has begun");
            var busy = await Said.By("resume", _gansu.In("busy"));
            Assert.Equal(ExitCode.WrongInput, busy.Exit);
            Assert.Contains("another simlab is writing it", busy.Error, StringComparison.Ordinal);
        }

        File.WriteAllText(Path.Combine(journal, "order"), "nonsense");
        var torn = await Said.By("resume", _gansu.In("torn"));
        Assert.Equal(ExitCode.WrongInput, torn.Exit);
        Assert.Contains("is damaged: its SHA-256 is not the one it was written with", torn.Error, StringComparison.Ordinal);

        await Said.By("run", _gansu.Scenario, "--out", _gansu.In("finished"), "--months", "1", "--replicates", "1", "--executor", "loop");
        Assert.Contains(
            "the run is finished; there is nothing to resume", (await Said.By("resume", _gansu.In("finished"))).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_stopped_after_a_checkpoint_says_how_to_go_on()
    {
        using var stop = new CancellationTokenSource();
        var running = Said.By(stop.Token, Run("stopped", 600, "--executor", "loop"));
        await Chaos.Until(() =>
            running.IsCompleted || Directory.GetFiles(_gansu.Folder, "*.checkpoint", SearchOption.AllDirectories).Length > 0,
            "a checkpoint is kept");
        await stop.CancelAsync();
        var said = await running;
        Assert.Equal(ExitCode.RunFailed, said.Exit);
        Assert.Contains("Stopped. What is done so far is saved. Go on with: simlab resume ", said.Error, StringComparison.Ordinal);
        Assert.Single(Partials());
    }

    private string[] Partials() => Directory.GetDirectories(_gansu.Folder, ".*.partial-*");

    private async Task<string> KillAfterCheckpoints(string name, int checkpoints)
    {
        using var process = new SimlabProcess(_gansu.Folder, Run(name, Months, "--executor", "loop"));
        string? Journal() =>
            Directory.GetDirectories(_gansu.Folder, $".{name}.partial-*").Select(folder => Path.Combine(folder, "journal"))
            .FirstOrDefault();
        await Chaos.Until(() =>
            process.Ended || Journal() is { } journal && Directory.GetFiles(journal, "*.checkpoint").Length >= checkpoints,
            "checkpoints are kept");
        process.Kill();
        return Journal() ?? throw new InvalidOperationException($"The run left nothing: {process.Error}");
    }

    private static JsonObject WithoutTimes(RunReader run)
    {
        var targets = JsonNode.Parse(run.ReadTargets())!.AsObject();
        targets.Remove("performance");
        return targets;
    }
}
