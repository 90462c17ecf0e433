using System.CommandLine;
using SimLab.App;
using SimLab.App.Console;
using Xunit;

namespace SimLab.Tests.Snapshots;

/// <summary>What `--help` says of each command there is, in both languages.</summary>
[Fast]
public sealed class HelpTests
{
    public static TheoryData<string> Commands { get; } =
        [.. Under(Cli.Root(new Option<bool>("--verbose"), new Screen(TextWriter.Null, TextWriter.Null)), "")];

    public static string NameOf(string command) => $"help/{(command.Length == 0 ? "simlab" : command.Replace(' ', '-'))}";

    [Theory, MemberData(nameof(Commands))]
    public Task Help_is_as_accepted(string command) => Snapshot.Of(NameOf(command), $"{command} --help".Trim(), new Scrubber());

    public static string ChineseNameOf(string command) => $"zh/{NameOf(command)}";

    [Theory, MemberData(nameof(Commands))]
    public Task Chinese_help_is_as_accepted(string command) =>
        Snapshot.Of(ChineseNameOf(command), $"{command} --help --lang zh".Trim(), new Scrubber());

    private static IEnumerable<string> Under(Command command, string typed) =>
        command.Subcommands.SelectMany(each => Under(each, $"{typed} {each.Name}".Trim())).Prepend(typed);
}
