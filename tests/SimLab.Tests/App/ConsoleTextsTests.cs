using System.CommandLine;
using System.Text.RegularExpressions;
using SimLab.App;
using SimLab.App.Console;
using SimLab.App.Texts;
using SimLab.Tests.Snapshots;
using Xunit;

namespace SimLab.Tests.App;

[Fast]
public sealed partial class ConsoleTextsTests
{
    [Fact]
    public void Every_sentence_of_the_program_has_its_Chinese_and_none_is_left_over()
    {
        var said = Descriptions(Cli.Root(new Option<bool>("--verbose") { Description = "Show where in the program a failure arose." },
            new Screen(TextWriter.Null, TextWriter.Null))).Concat(SaidSentences.Formats.Where(Translated)).ToHashSet();
        string[] wrong =
        [
            .. said.Except(SentenceTexts.All.Keys).Select(text => $"has no Chinese: {text}"),
            .. SentenceTexts.All.Keys.Except(said).Select(text => $"is not said by the program: {text}"),
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Each_Chinese_text_has_the_gaps_of_its_English() => Assert.All(
        SentenceTexts.All, text => Assert.Equal(Gaps(text.Key), Gaps(text.Value)));

    [Theory]
    [InlineData("zh_CN.UTF-8", "", "", Language.Zh)]
    [InlineData("zh_CN.UTF-8", "", "en_GB.UTF-8", Language.En)]
    [InlineData("en_GB.UTF-8", "zh_CN", "", Language.Zh)]
    [InlineData("zh_CN.UTF-8", "zh_CN", "C", Language.En)]
    [InlineData(null, null, null, Language.En)]
    public void The_environment_names_the_language(string? lang, string? messages, string? all, Language expected) =>
        Assert.Equal(expected, ConsoleLanguage.OfEnvironment(
            name => name switch { "LANG" => lang, "LC_MESSAGES" => messages, "LC_ALL" => all, _ => null }));

    [Theory]
    [InlineData("--help")]
    [InlineData("run --help")]
    [InlineData("rnu")]
    public async Task A_Chinese_environment_does_the_same_as_the_option(string typed)
    {
        var (words, cancel) = (typed.Split(' '), TestContext.Current.CancellationToken);
        Assert.Equal(await Said.By([.. words, "--lang", "zh"]), await Said.In(Language.Zh, cancel, words));
        Assert.Equal(await Said.By(words), await Said.In(Language.Zh, cancel, [.. words, "--lang=en"]));
    }

    [Theory, MemberData(nameof(HelpTests.Commands), MemberType = typeof(HelpTests))]
    public async Task Chinese_help_has_no_English_sentence(string command)
    {
        var said = await Said.By([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", "--lang", "zh"]);
        var lines = said.Output.Split('\n').Where(line => !line.EndsWith("[选项]", StringComparison.Ordinal));   // names of commands
        Assert.All(lines, line => Assert.DoesNotMatch(ThreeWords(), line));
        Assert.Matches("[一-鿿]", said.Output);
    }

    private static IEnumerable<string> Descriptions(Command command) =>
        command.Arguments.Concat<Symbol>(command.Options).Append(command)
            .Select(symbol => symbol.Description
                ?? throw new InvalidOperationException($"{symbol.Name} of {command.Name} is not described."))
            .Concat(command.Subcommands.SelectMany(Descriptions));

    // Names and numbers alone are the same in both languages, marks of a sentence are not; a bug is told to those who mend it.
    private static bool Translated(string format) =>
        (Gap().Replace(format, "").Any(char.IsLetter) || Mark().IsMatch(format))
        && !format.StartsWith("Bug in SimLab", StringComparison.Ordinal);

    private static string[] Gaps(string text) => [.. Gap().Matches(text).Select(match => match.Value).Distinct().Order()];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"[,;:.]( |$)|[()]")]
    private static partial Regex Mark();

    [GeneratedRegex("[A-Za-z]{2,} [a-z]+ [a-z]{2,}")]
    private static partial Regex ThreeWords();
}
