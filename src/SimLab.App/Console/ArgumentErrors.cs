using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using SimLab.Engine.Scenarios;
using static SimLab.App.Texts.ConsoleTexts;

namespace SimLab.App.Console;

/// <summary>Error messages for a command line: the word found, the words allowed, and the nearest match.</summary>
internal static class ArgumentErrors
{
    /// <summary>One message for each error of the parsed command line; empty: none.</summary>
    public static ImmutableArray<string> In(ParseResult parsed, RootCommand root)
    {
        if (parsed.Errors.Count == 0) return [.. FormerOptions.Twice(parsed)];
        var command = parsed.CommandResult.Command;

        // One unknown word makes the parser report others as well; report only that one.
        if (parsed.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-')) is { } option)
            return [Join(
                Say($"There is no option {NearestWord.Quoted(option)} for {Named(command)}."), Nearest(option, OptionsOf(command, root)),
                Say($"The options are: {List(OptionsOf(command, root))}."))];
        if (parsed.UnmatchedTokens.Count > 0)
        {
            var word = parsed.UnmatchedTokens[0];
            return command == root
                ? [Join(Say($"There is no command {NearestWord.Quoted(word)}."), Nearest(word, CommandsOf(root)), Known(root))]
                : [Say($"Unexpected argument {NearestWord.Quoted(word)} for {Named(command)}. See {Named(command)} --help.")];
        }
        return [.. parsed.Errors.Select(error => MessageOf(error, command, root)).Distinct()];
    }

    private static string MessageOf(ParseError error, Command command, RootCommand root) => error.SymbolResult switch
    {
        CommandResult when command == root => Join(Say($"simlab needs a command."), Known(root), Say($"See simlab --help.")),
        ArgumentResult { Tokens.Count: 0 } missing => Missing(command, missing.Argument),
        CommandResult { Command.Arguments: [var first, ..] } => Missing(command, first),
        OptionResult { Tokens.Count: 0, Option: { HelpName: { } value } option } =>
            Say($"{option.Name} needs a value, {value}. {option.Description}"),
        OptionResult { Tokens.Count: 0, Option: var option } => Say($"{option.Name} needs a value, a word. {option.Description}"),
        _ => error.Message,
    };

    private static string Missing(Command command, Argument argument) =>
        Say($"{Named(command)} needs {argument.Name}: {argument.Description}");

    private static string? Nearest(string wrong, string[] exist) =>
        NearestWord.Nearest(wrong, exist) is { } near ? Say($"Nearest: {near}.") : null;

    private static string Known(RootCommand root) => Say($"The commands are: {List(CommandsOf(root))}.");

    private static string[] CommandsOf(RootCommand root) => [.. root.Subcommands.Select(command => command.Name)];

    private static string Named(Command command) => command is RootCommand ? "simlab" : $"simlab {command.Name}";

    private static string[] OptionsOf(Command command, RootCommand root) =>
        [.. command.Options.Concat(root.Options.Where(o => o.Recursive)).Where(o => !o.Hidden).Select(o => o.Name)
            .Where(name => name.StartsWith("--", StringComparison.Ordinal)).Distinct()];
}
