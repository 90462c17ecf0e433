using System.CommandLine;
using System.Globalization;
using SimLab.App.Texts;

namespace SimLab.App.Console;

/// <summary>The language of the command line: <c>--lang</c>, else that of the environment.</summary>
internal static class ConsoleLanguage
{
    private const string Name = "--lang";

    private static readonly CultureInfo Chinese = new("zh-Hans");

    public static Option<Language?> Option() =>
        Options.Word<Language>(
            Name, "Language of what the command line says. [default: as LC_ALL, LC_MESSAGES or LANG says]",
            recursive: true);

    /// <summary>
    /// The culture for the typed language. It is read before all else, since descriptions and mistakes are worded in it; a word
    /// that is no language is a mistake for the parser.
    /// </summary>
    /// <param name="typed">As typed after `simlab`.</param>
    /// <param name="otherwise">When none is typed.</param>
    public static CultureInfo Of(string[] typed, Language otherwise)
    {
        var option = new Option<string[]>(Name);
        var words = new RootCommand { option }.Parse(typed, Configuration).GetResult(option)?.Tokens.Select(token => token.Value);
        var language = words?.LastOrDefault() switch { "zh" => Language.Zh, "en" => Language.En, _ => otherwise };
        return language == Language.Zh ? Chinese : CultureInfo.InvariantCulture;
    }

    /// <summary>The language of messages after POSIX: LC_ALL goes before LC_MESSAGES, and that before LANG.</summary>
    /// <param name="variable">Reads a variable of the environment.</param>
    public static Language OfEnvironment(Func<string, string?> variable) =>
        new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) is { } locale
            && locale.StartsWith("zh", StringComparison.Ordinal) ? Language.Zh : Language.En;

    /// <summary>Words that begin with @ are words, not files to read.</summary>
    public static ParserConfiguration Configuration => new() { ResponseFileTokenReplacer = null };
}
