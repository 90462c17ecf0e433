using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.App.Console;

/// <summary>Error messages for a command line: the word found, the words allowed, and the nearest match.</summary>
internal static class ArgumentErrors
{
    /// <summary>One sentence for each error of the parsed command line; empty: none.</summary>
    public static ImmutableArray<Sentence> In(ParseResult parsed, RootCommand root)
    {
        if (parsed.Errors.Count == 0) return [.. FormerOptions.Twice(parsed)];
        var command = parsed.CommandResult.Command;

        // One unknown word makes the parser report others as well; report only that one.
        if (parsed.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-')) is { } option)
            return [Sentence.Join(
                Sentence.Of($"There is no option {NearestWord.Quoted(option)} for {Named(command)}."),
                NearestWord.Closest(option, OptionsOf(command, root)),
                Sentence.Of($"The options are: {OptionsOf(command, root)}."))];
        if (parsed.UnmatchedTokens.Count > 0)
        {
            var word = parsed.UnmatchedTokens[0];
            return command == root
                ? [Sentence.Join(
                    Sentence.Of($"There is no command {NearestWord.Quoted(word)}."), NearestWord.Closest(word, CommandsOf(root)),
                    Known(root))]
                : [Sentence.Of($"Unexpected argument {NearestWord.Quoted(word)} for {Named(command)}. See {Named(command)} --help.")];
        }
        return [.. parsed.Errors.Select(error => MessageOf(error, command, root)).DistinctBy(mistake => mistake.ToString())];
    }

    private static Sentence MessageOf(ParseError error, Command command, RootCommand root) => error.SymbolResult switch
    {
        CommandResult when command == root =>
            Sentence.Join(Sentence.Of($"simlab needs a command."), Known(root), Sentence.Of($"See simlab --help.")),
        ArgumentResult { Tokens.Count: 0 } missing => Missing(command, missing.Argument),
        CommandResult { Command.Arguments: [var first, ..] } => Missing(command, first),
        OptionResult { Tokens.Count: 0, Option: { HelpName: { } value } option } =>
            Sentence.Of($"{option.Name} needs a value, {value}. {option.Description}"),
        OptionResult { Tokens.Count: 0, Option: var option } => Sentence.Of($"{option.Name} needs a value, a word. {option.Description}"),
        OptionResult { Tokens.Count: > 1, Option: { Arity.MaximumNumberOfValues: 1 } option } =>
            Sentence.Of($"{option.Name} is given twice. Give it once."),
        OptionResult { Tokens: [var value], Option: { Arity.MinimumNumberOfValues: 0 } option } =>
            Sentence.Of($"{option.Name} is given {NearestWord.Quoted(value.Value)}. It takes no value."),
        _ => Sentence.Verbatim(error.Message),
    };

    private static Sentence Missing(Command command, Argument argument) =>
        Sentence.Of($"{Named(command)} needs {argument.Name}: {argument.Description}");

    private static Sentence Known(RootCommand root) => Sentence.Of($"The commands are: {CommandsOf(root)}.");

    private static string[] CommandsOf(RootCommand root) => [.. root.Subcommands.Select(command => command.Name)];

    private static string Named(Command command) => command is RootCommand ? "simlab" : $"simlab {command.Name}";

    private static string[] OptionsOf(Command command, RootCommand root) =>
        [.. command.Options.Concat(root.Options.Where(o => o.Recursive)).Where(o => !o.Hidden).Select(o => o.Name)
            .Where(name => name.StartsWith("--", StringComparison.Ordinal)).Distinct()];
}
