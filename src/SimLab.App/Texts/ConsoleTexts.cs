using System.Collections.Frozen;
using System.CommandLine;
using System.Globalization;

namespace SimLab.App.Texts;

/// <summary>
/// Texts of the command line. The English stands where it is said and is the key; console.zh.txt has the Chinese. The
/// language is that of <see cref="CultureInfo.CurrentUICulture"/>.
/// </summary>
internal static class ConsoleTexts
{
    private static readonly FrozenDictionary<string, string> Chinese = TextTable.Read("console.zh.txt", " ⇒ ");

    /// <summary>The English texts, with {0}, {1} … for what is filled in, and their Chinese.</summary>
    public static IReadOnlyDictionary<string, string> All => Chinese;

    /// <summary>Whether this flow speaks Chinese.</summary>
    public static bool InChinese => CultureInfo.CurrentUICulture.Name.StartsWith("zh", StringComparison.Ordinal);

    /// <summary>The text with its gaps filled. The English must be one literal, so that a test can find it.</summary>
    public static string Say(FormattableString english) =>
        string.Format(CultureInfo.InvariantCulture, Template(english.Format), english.GetArguments());

    /// <summary>Sentences one after the other; those that are null are left out.</summary>
    public static string Join(params ReadOnlySpan<string?> sentences)
    {
        var said = new List<string>();
        foreach (var sentence in sentences)
            if (sentence is not null) said.Add(sentence);
        return string.Join(InChinese ? "" : " ", said);
    }

    /// <summary>Words of a list.</summary>
    public static string List(IEnumerable<string> words) => string.Join(InChinese ? "、" : ", ", words);

    /// <summary>Puts the descriptions of the command, its arguments, options and subcommands into the language.</summary>
    public static void Translate(Command command)
    {
        if (!InChinese) return;
        foreach (var symbol in command.Arguments.Concat<Symbol>(command.Options).Append(command))
            if (symbol.Description is { } english) symbol.Description = Template(english);
        foreach (var each in command.Subcommands) Translate(each);
    }

    private static string Template(string english) => InChinese ? Chinese.GetValueOrDefault(english) ?? english : english;
}
