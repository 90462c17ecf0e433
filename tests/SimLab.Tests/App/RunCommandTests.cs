using System.Diagnostics;
using System.Text.Json.Nodes;
using SimLab.App.Console;
using Spectre.Console;
using Xunit;

namespace SimLab.Tests.App;

[Slow]
public sealed class RunCommandTests : IDisposable
{
    private readonly ShortGansu _gansu = new();

    public void Dispose() => _gansu.Dispose();

    private Task<Said> Run(params string[] more) => Said.By(["run", _gansu.Rewards, "--no-record", "--executor", "loop", .. more]);

    [Fact]
    public async Task A_run_shows_the_targets_beside_the_baseline_within_100_columns()
    {
        var said = await Run();
        Assert.Equal(ExitCode.Done, said.Exit);
        foreach (var words in new[]
                 {
                     "Rewards [and coaching]  奖励与培育", "beside: Nothing done  无政策",
                         "2022-01 to 2022-12 (12 months), 2 replicates, seed 7",
                     "High-tech enterprises", "高新技术企业（户）", "≥ 1,000,000, by 2022-12", "met in 0 %", "met in 100 %",
                         "Public cost", "9 CultivateSpecialisedSmes",
                     "not recorded · hash ",
                 })
            Assert.Contains(words, said.Output, StringComparison.Ordinal);
        Assert.All(said.Output.Split('\n'), line => Assert.InRange(Cells(line), 0, 100));
    }

    [Fact]
    public async Task Json_is_one_document_on_the_output_and_nothing_else_and_the_same_every_time()
    {
        var (first, second) = (await Run("--format", "json"), await Run("--format", "json"));
        var (a, b) = (JsonNode.Parse(first.Output)!.AsObject(), JsonNode.Parse(second.Output)!.AsObject());
        Assert.Equal((7, 2, 12), ((int)a["seed"]!, (int)a["replicates"]!, (int)a["months"]!));
        a.Remove("performance");
        b.Remove("performance");
        Assert.True(JsonNode.DeepEquals(a, b));
    }

    [Fact]
    public async Task Options_take_the_place_of_what_the_scenario_says()
    {
        var document = JsonNode.Parse((await Run("--format", "json", "--replicates", "1", "--months", "13", "--seed", "8")).Output)!;
        Assert.Equal((8, 1, 13), ((int)document["seed"]!, (int)document["replicates"]!, (int)document["months"]!));
        Assert.Equal("2023-01", (string)document["endOfRun"]![0]!["month"]!);
    }

    [Fact]
    public async Task A_required_target_that_is_missed_ends_with_1_and_says_by_how_much()
    {
        var said = await Run("--replicates", "1", "--require", "high_tech_enterprises", "new_specialised_smes");
        Assert.Equal(ExitCode.TargetMissed, said.Exit);
        Assert.Contains("high_tech_enterprises is missed: met in 0 % of the replicates", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("new_specialised_smes is missed", said.Error, StringComparison.Ordinal);
        Assert.Contains("Public cost", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_target_that_is_met_ends_with_0() =>
        Assert.Equal(ExitCode.Done, (await Run("--replicates", "1", "--require", "new_specialised_smes")).Exit);

    [Fact]
    public async Task Ctrl_C_stops_within_seconds_and_keeps_nothing()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var clock = Stopwatch.StartNew();
        var said = await Said.By(
            stop.Token, "run", _gansu.Rewards, "--months", "600", "--worlds", "100", "--no-record", "--executor", "loop");
        Assert.Equal((ExitCode.RunFailed, ""), (said.Exit, said.Output));
        Assert.EndsWith("Stopped. Nothing was kept.\n", said.Error, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    // Columns on a terminal: a Chinese character takes two.
    private static int Cells(string line) => new Text(line.TrimEnd()).GetMeasured();
}

internal static class Measured
{
    public static int GetMeasured(this Text text) => ((Spectre.Console.Rendering.IRenderable)text)
        .Measure(Spectre.Console.Rendering.RenderOptions.Create(
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) })), 1000).Max;
}
