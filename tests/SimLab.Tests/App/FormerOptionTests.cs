using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SimLab.App.Console;
using Xunit;

namespace SimLab.Tests.App;

/// <summary>Options that were renamed: the former name is read, answered with a line, and not in the help.</summary>
[Fast]
public sealed partial class FormerOptionTests : IDisposable
{
    private const string Line = "--worlds is now called --replicates: it counts draws of luck, each simulated in every arm.\n";

    private readonly ShortGansu _gansu = new();

    public void Dispose() => _gansu.Dispose();

    [Fact]
    public async Task Worlds_is_read_as_replicates_and_the_line_leaves_the_document_alone()
    {
        var former = await Run("--worlds");
        var today = await Run("--replicates");
        Assert.StartsWith(Line, former.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("now called", today.Error, StringComparison.Ordinal);
        var (one, other) = (JsonNode.Parse(former.Output)!, JsonNode.Parse(today.Output)!);
        Assert.Equal((1, (string)other["hash"]!), ((int)one["replicates"]!, (string)one["hash"]!));

        Task<Said> Run(string option) =>
            Said.By("run", _gansu.Rewards, "--months", "1", option, "1", "--no-record", "--executor", "loop", "--format", "json");
    }

    [Theory]
    [InlineData("run FILE --worlds 2 --replicates 2",
        "--worlds is the former name of --replicates, and both are given. Give --replicates alone.")]
    [InlineData("run FILE --worlds 0", "--worlds is \"0\". Write a whole number from 1 to 100000.")]
    [InlineData("assumptions --study --rank", "--study is the former name of --rank, and both are given. Give --rank alone.")]
    public async Task Given_twice_or_wrongly_it_is_a_mistake(string typed, string sentence)
    {
        var said = await Said.By([.. typed.Split(' ').Select(word => word.Replace("FILE", _gansu.Rewards, StringComparison.Ordinal))]);
        Assert.Equal((ExitCode.WrongInput, "", $"{sentence}\n"), (said.Exit, said.Output, said.Error.ReplaceLineEndings("\n")));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("compare")]
    [InlineData("branch")]
    [InlineData("models")]
    [InlineData("effects")]
    [InlineData("assumptions")]
    public async Task The_help_has_the_new_name_only(string command)
    {
        var help = (await Said.By(command, "--help")).Output;
        Assert.Contains("--replicates <N>", help, StringComparison.Ordinal);
        Assert.DoesNotContain("--worlds", help, StringComparison.Ordinal);
        Assert.DoesNotContain("--study", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_former_key_of_a_scenario_is_answered_on_the_error_side()
    {
        _gansu.Write("old.yaml", $"name: Old\nextends: {Path.GetFileName(_gansu.Rewards)}\nhabits: {{ claimHassle: 1234 }}\n");
        var said = await Said.By("check", _gansu.In("old.yaml"));
        Assert.Equal(ExitCode.Done, said.Exit);
        string[] lines = said.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.EndsWith(
            "old.yaml, line 3: \"habits\" is now called \"behaviour\"; the old word is still read.", lines[0].TrimEnd(),
            StringComparison.Ordinal);
        Assert.EndsWith(
            "old.yaml, line 3: \"claimHassle\" is now called \"claimCost\"; the old word is still read.", lines[1].TrimEnd(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("now called", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_takes_a_number_by_its_former_name()
    {
        foreach (var (name, value) in new[] { ("shy", "0.2"), ("bold", "0.6") })
            _gansu.Write(
                $"{name}.yaml", $"name: {name}\nextends: {Path.GetFileName(_gansu.Rewards)}\nbehaviour: {{ readinessToAsk: {value} }}\n");
        string[] stack = ["stack", _gansu.In("shy.yaml"), _gansu.In("bold.yaml"), "--take", "habits.readinessToAsk=bold.yaml"];
        var said = await Said.By(stack);
        Assert.Contains("readinessToAsk: 0.6", said.Output, StringComparison.Ordinal);
        Assert.Contains(
            "\"habits.readinessToAsk\" is now called \"behaviour.readinessToAsk\"; the old word is still read.", said.Error,
            StringComparison.Ordinal);

        var twice = await Said.By([.. stack, "--take", "behaviour.readinessToAsk=shy.yaml"]);
        Assert.Equal(ExitCode.WrongInput, twice.Exit);
        Assert.Contains("--take names behaviour.readinessToAsk more than once.", twice.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_that_a_help_names_is_there()
    {
        var commands = CommandRow().Matches((await Said.By("--help")).Output).Select(row => row.Groups[1].Value).ToList();
        Assert.Contains("optimise", commands);
        foreach (var command in commands)
            foreach (Match named in ScenarioPath().Matches(Regex.Replace((await Said.By(command, "--help")).Output, @"\s+", " ")))
                Assert.True(File.Exists(Repository.File(named.Value.Split('/'))),
                    $"simlab {command} --help names {named.Value}, which does not exist.");
    }

    [GeneratedRegex(@"^  ([a-z]+)\b", RegexOptions.Multiline)]
    private static partial Regex CommandRow();

    [GeneratedRegex(@"scenarios/[\w/.-]+\.(?:yaml|csv)")]
    private static partial Regex ScenarioPath();
}
