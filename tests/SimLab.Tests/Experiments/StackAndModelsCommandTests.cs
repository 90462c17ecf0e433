using System.Text.Json.Nodes;
using SimLab.App.Console;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Experiments;

/// <summary>`simlab stack` and `simlab models`, on Gansu for three months.</summary>
[Slow]
public sealed class StackAndModelsCommandTests : IDisposable
{
    private readonly ShortGansu _gansu = new();

    public StackAndModelsCommandTests()
    {
        _gansu.Write("shy.yaml", "macro: { bankCreditGrowth: { 2022: 0.02 } }\n");
        _gansu.Write("bold.yaml", "name: Bold\nmacro: { bankCreditGrowth: { 2022: 0.2 } }\n");
        _gansu.Write(
            "higher.yaml", "name: Higher\nextends: rewards.yaml\nmeasures: { CultivateSpecialisedSmes: { provincialReward: 700000 } }\n");
        _gansu.Write(
            "highest.yaml", "name: Highest\nextends: rewards.yaml\nmeasures: { CultivateSpecialisedSmes: { provincialReward: 800000 } }\n");
    }

    public void Dispose() => _gansu.Dispose();

    private Task<Said> Models(string first, string second, string folder, params string[] more) =>
        Said.By(["models", _gansu.In(first), _gansu.In(second), "--scenario", _gansu.Rewards, "--months", "3", "--replicates", "2",
            "--out", _gansu.In(folder), "--format", "json", .. more]);

    private static JsonArray Moved(Said said) => JsonNode.Parse(said.Output)!["tables"]!["moved"]!.AsArray();

    [Fact]
    public async Task Two_sets_of_parameters_move_what_they_bear_on_by_the_difference_of_the_two_runs()
    {
        var said = await Models("shy.yaml", "bold.yaml", "moved");
        Assert.True(said.Exit == ExitCode.Done, said.Error);
        var loans = Moved(said).Single(row => (string)row!["outcome"]! == "sme_loans_granted")!;
        Assert.True((double)loans["difference"]! > 0);
        Assert.Equal(
            (double)loans["second"]! - (double)loans["first"]!, (double)loans["difference"]!, Math.Abs((double)loans["second"]!) * 1e-9);
        Assert.StartsWith("outcome,unit,span,first,second", File.ReadAllText(_gansu.In("moved/moved.csv")), StringComparison.Ordinal);

        // Their run folders can be compared as such, and one with itself.
        var again = await Said.By("models", _gansu.In("moved/first"), _gansu.In("moved/second"), "--format", "json");
        Assert.Equal(Moved(said).ToJsonString(), Moved(again).ToJsonString());
        var same = await Said.By("models", _gansu.In("moved/first"), _gansu.In("moved/first"));
        Assert.Contains("Nothing moved: both runs have the same result", same.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_against_itself_moves_nothing()
    {
        var build = Path.Combine(AppContext.BaseDirectory, "simlab.dll");
        var said = await Models(build, build, "builds");
        Assert.True(said.Exit == ExitCode.Done, said.Error);
        Assert.Contains("Nothing moved", (string)JsonNode.Parse(said.Output)!["sentences"]![0]!, StringComparison.Ordinal);
        Assert.Empty(Moved(said));
    }

    [Fact]
    public async Task A_stack_written_by_the_command_is_a_scenario_the_check_accepts()
    {
        var name = "CultivateSpecialisedSmes.provincialReward";
        var said = await Said.By(
            "stack", _gansu.In("higher.yaml"), _gansu.In("highest.yaml"), "--take", $"{name}=highest.yaml", "--out",
            _gansu.In("stack.yaml"));
        Assert.True(said.Exit == ExitCode.Done, said.Error);
        Assert.Contains("provincialReward: 800000", File.ReadAllText(_gansu.In("stack.yaml")), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await Said.By("check", _gansu.In("stack.yaml"))).Exit);
    }

    [Theory]
    [InlineData("stack FOLDER/higher.yaml", "needs two scenario files or more")]
    [InlineData("stack FOLDER/higher.yaml FOLDER/highest.yaml", "Say whose word counts with --take")]
    [InlineData("stack FOLDER/higher.yaml FOLDER/highest.yaml --take x", "Write NAME=FILE")]
    [InlineData("stack FOLDER/higher.yaml FOLDER/highest.yaml --take x=y.yaml", "names no one of the scenarios")]
    [InlineData("stack FOLDER/higher.yaml FOLDER/rewards.yaml --out FOLDER/shy.yaml", "exists already")]
    [InlineData("models FOLDER/shy.yaml FOLDER/bold.yaml", "need a scenario. Name it with --scenario")]
    [InlineData("models FOLDER/shy.yaml FOLDER", "Give two of the same sort")]
    [InlineData("models FOLDER FOLDER", "has no manifest.json")]
    [InlineData("models FOLDER/shy.yaml FOLDER/nowhere.yaml", "There is no file or folder")]
    [InlineData("models FOLDER/shy.yaml FOLDER/higher.yaml --scenario FOLDER/rewards.yaml --out FOLDER/m",
        "a set of parameters extends nothing")]
    public async Task A_mistake_ends_with_2_and_a_sentence(string typed, string sentence)
    {
        var said = await Said.By([.. typed.Split(' ').Select(word => word.Replace("FOLDER", _gansu.Folder, StringComparison.Ordinal))]);
        Assert.Equal((ExitCode.WrongInput, ""), (said.Exit, said.Output));
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
    }
}
