using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SimLab.App.Texts;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Console;

/// <summary>Command-line options whose errors name the word found and the values allowed.</summary>
internal static class Options
{
    /// <summary>A whole number from min to max.</summary>
    public static Option<int?> Whole(string name, string description, int min, int max) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => Parsed<int?>(result,
            text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min
                && number <= max ? number : null,
            ConsoleTexts.Say($"Write a whole number from {min} to {max}.")),
    };

    /// <summary>The number of replicates.</summary>
    public static Option<int?> Replicates(string description, int min) =>
        Whole("--replicates", description, min, ScenarioReader.MostReplicates);

    /// <summary>The former name of <c>--replicates</c>, to be added to a command beside it.</summary>
    public static Option<int?> Worlds(Option<int?> replicates) =>
        new FormerOption<int?>("--worlds", replicates, $"it counts draws of luck, each simulated in every arm.");

    public static Option<ulong?> Seed(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "S",
        CustomParser = result => Parsed<ulong?>(result,
            text => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
            ConsoleTexts.Say($"Write a whole number from {0} to {ulong.MaxValue}.")),
    };

    /// <summary>An amount of memory, in bytes.</summary>
    public static Option<long?> Memory(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SIZE",
        CustomParser = result => Parsed(result, MemorySize.Read, ConsoleTexts.Say($"Write it as 2GB or 500MB.")),
    };

    /// <summary>A province by the name of its folder.</summary>
    public static Option<string> Province(string description) => new("--province")
    {
        Description = description,
        HelpName = "NAME",
        DefaultValueFactory = _ => ProvinceFolders.Default,
    };

    public static Option<bool> FullScale() => new("--full-scale")
    {
        Description = "Every enterprise stands for itself: about 25 times as many to simulate as with agents that stand for many.",
    };

    /// <summary>An option with a fixed set of words; the first is the default.</summary>
    public static Option<T?> OneOf<T>(string name, string description) where T : struct, Enum =>
        Word<T>(name, $"{description} [default: {Words<T>()[0]}]");

    /// <summary>An option with a fixed set of words, whose description says what holds without it.</summary>
    /// <param name="recursive">Whether it is an option of all subcommands as well.</param>
    public static Option<T?> Word<T>(string name, string description, bool recursive = false) where T : struct, Enum
    {
        var words = Words<T>();
        return new(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            Recursive = recursive,
            CustomParser = result => Parsed<T?>(result,
                text => words.Contains(text) ? Enum.Parse<T>(text, ignoreCase: true) : null,
                ConsoleTexts.Say($"Write {string.Join(ConsoleTexts.InChinese ? " 或 " : " or ", words)}.")),
        };
    }

    private static string[] Words<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    private static T? Parsed<T>(ArgumentResult result, Func<string, T?> read, string allowed)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        if (read(text) is { } value) return value;
        result.AddError(ConsoleTexts.Say($"{(result.Parent as OptionResult)?.Option.Name} is {NearestWord.Quoted(text)}. {allowed}"));
        return default;
    }
}
