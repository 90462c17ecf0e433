using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using SimLab.Engine.Scenarios;

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
            return [$"There is no option {NearestWord.Quoted(option)} for "
                + $"{Named(command)}.{NearestWord.Instead(option, "options", OptionsOf(command, root))}"];
        if (parsed.UnmatchedTokens.Count > 0)
        {
            var word = parsed.UnmatchedTokens[0];
            return command == root
                ? [$"There is no command "
                    + $"{NearestWord.Quoted(word)}.{NearestWord.Instead(word, "commands", [.. root.Subcommands.Select(c => c.Name)])}"]
                : [$"Unexpected argument {NearestWord.Quoted(word)} for {Named(command)}. See {Named(command)} --help."];
        }
        return [.. parsed.Errors.Select(error => InOurVoice(error, command, root)).Distinct()];
    }

    private static string InOurVoice(ParseError error, Command command, RootCommand root) => error.SymbolResult switch
    {
        CommandResult when command == root =>
            $"simlab needs a command. The commands are: {string.Join(", ", root.Subcommands.Select(c => c.Name))}. See simlab --help.",
        ArgumentResult { Tokens.Count: 0 } missing => Missing(command, missing.Argument),
        CommandResult { Command.Arguments: [var first, ..] } => Missing(command, first),
        OptionResult { Tokens.Count: 0, Option: var option } =>
            $"{option.Name} needs a value, {option.HelpName ?? "a word"}. {option.Description}",
        _ => error.Message,
    };

    private static string Missing(Command command, Argument argument) => $"{Named(command)} needs {argument.Name}: {argument.Description}";

    private static string Named(Command command) => command is RootCommand ? "simlab" : $"simlab {command.Name}";

    private static string[] OptionsOf(Command command, RootCommand root) =>
        [.. command.Options.Concat(root.Options.Where(o => o.Recursive)).Where(o => !o.Hidden).Select(o => o.Name)
            .Where(name => name.StartsWith("--", StringComparison.Ordinal)).Distinct()];
}
