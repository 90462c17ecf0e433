using System.CommandLine;
using System.Globalization;
using SimLab.Model;

namespace SimLab.App.Texts;

/// <summary>
/// Says sentences of the command line in the language of this flow, which is that of
/// <see cref="CultureInfo.CurrentUICulture"/>.
/// </summary>
internal static class ConsoleTexts
{
    /// <summary>Whether this flow speaks Chinese.</summary>
    public static bool InChinese => CultureInfo.CurrentUICulture.Name.StartsWith("zh", StringComparison.Ordinal);

    /// <summary>The language.</summary>
    public static Language Language => InChinese ? Language.Zh : Language.En;

    /// <summary>For texts that are made for a viewer.</summary>
    public static Viewer Viewer => new(Language, default, default);

    /// <summary>The sentence in the language.</summary>
    public static string Say(Sentence sentence) => SentenceTexts.Of(sentence).In(Language);

    /// <summary>The phrase in the language.</summary>
    public static string Say(Phrase phrase) => phrase.In(Language);

    /// <summary>Puts the descriptions of the command, its arguments, options and subcommands into the language.</summary>
    public static void Translate(Command command)
    {
        if (!InChinese) return;
        foreach (var symbol in command.Arguments.Concat<Symbol>(command.Options).Append(command))
            if (symbol.Description is { } english) symbol.Description = SentenceTexts.Chinese(english);
        foreach (var each in command.Subcommands) Translate(each);
    }
}
