using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.App.Texts;

/// <summary>
/// Sentences in both languages. The English stands where it is said; the tables have the Chinese of each, which is found by
/// its format, never by the finished text.
/// </summary>
internal static partial class SentenceTexts
{
    private static readonly FrozenDictionary<string, string> Table = new[] { "console", "output", "answers", "diagnostics" }
        .SelectMany(table => TextTable.Read($"{table}.zh.txt", " ⇒ ")).ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Yaml = TextTable.Read("yaml.zh.txt", " ⇒ ");

    /// <summary>The English formats, with {0}, {1} … for what is filled in, and their Chinese.</summary>
    public static IReadOnlyDictionary<string, string> All => Table;

    /// <summary>The sentence in both languages.</summary>
    public static Phrase Of(Sentence sentence) => new(Chinese(sentence), sentence.ToString());

    /// <summary>What an exception says, in both languages.</summary>
    public static Phrase Of(Exception exception) => Of(SentenceException.Of(exception));

    /// <summary>Former words in a file, one line each.</summary>
    public static Phrase Of(IEnumerable<FormerName> names) => Of(Sentence.Lines(names.Select(name => name.Sentence)));

    /// <summary>The Chinese of a text without gaps.</summary>
    public static string Chinese(string english) => Table.GetValueOrDefault(english, english);

    // A blank stands before and after what is filled in, but not beside Chinese marks and the percent sign.
    private static string Chinese(Sentence sentence) => Blank().Replace(sentence.Fill(Chinese(sentence.Format), Gap), "");

    private static string Gap(object gap) => gap switch
    {
        Sentence sentence => Chinese(sentence),
        WordList words => string.Join(Between(words.Of), words.Items.Select(Gap)),
        Term term => Of(term),
        Aligned cell => cell.Fill(Gap(cell.Item)),
        string and ['"', .. var quoted, '"'] => $"“{quoted}”",
        _ => Known(gap.ToString()!),
    };

    [GeneratedRegex("(?<=[”）]) | (?=[“（%])")]
    private static partial Regex Blank();

    private static string Between(WordList.Kind kind) => kind switch
    {
        WordList.Kind.List => "、",
        WordList.Kind.Clauses => "；",
        WordList.Kind.And => "和",
        WordList.Kind.Or => "或",
        WordList.Kind.Lines => "\n",
        _ => "",
    };

    private static string Of(Term term) => term.Of switch
    {
        Term.Kind.Unit => ParameterTexts.Unit(term.English).Zh,
        Term.Kind.Source => SourceTexts.Of(term.English).Zh,
        Term.Kind.Experiment => ExperimentTexts.KindOf(term.English).Zh,
        Term.Kind.Condition => ParameterTexts.Condition(term.English).Zh,
        Term.Kind.Form => ParameterTexts.Form(term.English).Zh,
        Term.Kind.Field => ParameterTexts.Field(term.English).Zh,
        Term.Kind.Yaml => Yaml.GetValueOrDefault(term.English, term.English),
        _ => term.Chinese ?? term.English,
    };

    // A measure or a number of the scenario keeps its name in the file beside the Chinese; anything else is as it is.
    private static string Known(string word)
    {
        if (MeasureCatalog.Default.Find(word) is { } measure) return $"“{ParameterTexts.Of(measure).Zh}”（{word}）";
        return ExperimentNames.Factor(word).Zh is var factor && factor != word ? $"{factor}（{word}）" : word;
    }
}
