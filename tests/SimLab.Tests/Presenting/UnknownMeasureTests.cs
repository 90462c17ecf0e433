using SimLab.App.Export.Replaying;
using SimLab.Engine.Execution;
using SimLab.Engine.Recording;
using SimLab.Engine.Reporting;
using SimLab.Tests.App;
using SimLab.Tests.Policies;
using SimLab.Tests.Recording;
using Xunit;

namespace SimLab.Tests.Presenting;

/// <summary>A recording with a measure that this build lacks: it is shown from what it holds, and not simulated again.</summary>
[Slow]
public sealed class UnknownMeasureTests : IAsyncLifetime
{
    private const string Unknown = "lanzhou-2024/09";

    private readonly RecordedRunCache _cached = new();

    private string Run => _cached.In("run");

    public async ValueTask InitializeAsync()
    {
        var scenario = SmallRun.Scenario with
        {
            Replicates = 1,
            Measures = [.. SmallRun.Scenario.Measures, new Lanzhou2024.WageVouchers()],
        };
        var materials = new RunMaterials(RunPlan.Of(scenario, SmallRun.Recipe));
        using var folder = new RunFolder(Run);
        await using var recorder = new RunRecorder(folder, materials);
        await using var loop = new LoopExecutor();
        var result = await Simulation.Run(materials, loop, 4L << 30, recorder, cancel: TestContext.Current.CancellationToken);
        var document = RunDocument.Of(result, scenario, RunSummary.Of(result, scenario), "0123").ToJson();
        await recorder.Complete(new(scenario, SmallRun.Population.Hash, result, document, SmallRun.Report));
    }

    public ValueTask DisposeAsync()
    {
        _cached.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_player_has_its_name_and_cost_from_the_recording_and_says_that_it_is_unknown()
    {
        var run = await RunReader.Open(Run);
        Assert.Equal([Unknown], run.UnknownMeasures.Select(id => $"{id}"));
        var replay = await Replay.Read(run, TestContext.Current.CancellationToken);
        var cost = Assert.Single(replay.Head["costs"]!.AsArray(), cost => (string?)cost!["id"] == Unknown)!;
        Assert.Equal(["Wage vouchers", "Wage vouchers"], cost["name"]!.AsArray().Select(name => (string)name!));
        Assert.Equal([Unknown], replay.Head["unknown"]!.AsArray().Select(id => (string)id!));
        Assert.Contains($"\"cost_{Unknown}\"", replay.Whole("all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_says_so_once_and_is_written()
    {
        var said = await Said.By("export", Run, "--html", _cached.In("run.html"), "--csv", _cached.In("csv"));
        Assert.True(said.Exit == 0, said.Error);
        Assert.Equal(2, said.Error.Split($"This build has no {Unknown}.").Length);
        Assert.Contains(Unknown, File.ReadAllText(_cached.In("run.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_simulated_again()
    {
        var said = await Said.By("verify", Run);
        Assert.Equal(2, said.Exit);
        Assert.Contains($"has no measure \"{Unknown}\"", said.Error, StringComparison.Ordinal);
    }
}
