using System.Text;
using SimLab.App.Texts;
using SimLab.Engine.RuleQueries;
using SimLab.Model;

namespace SimLab.App.Console;

/// <summary>The whole rulebook as text, in 100 columns; then what a province sets.</summary>
internal static class RulebookText
{
    private const int Width = 100;
    private const int DatesColumns = 20;

    // The Chinese of how well a rule was checked is longer than the English tag.
    private static int TagColumns => ConsoleTexts.InChinese ? 18 : 12;

    private static int TextColumn => 2 + DatesColumns + TagColumns;

    /// <summary>Writes the rulebook as text.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="province">The province.</param>
    /// <param name="year">Only versions in force in some month of the year.</param>
    /// <param name="on">Only versions in force in the month.</param>
    public static void Write(Screen to, Province province, int? year = null, Month? on = null)
    {
        foreach (var (rule, versions) in RuleListing.Chosen(year, on))
        {
            var source = rule.Source;
            Wrapped(to, null, $"{Term.Name($"{source.Name} {source.Chinese}", source.Chinese)} ({source.Id})");
            foreach (var law in versions)
            {
                var version = law.Version;
                var text = Sentence.Of($"{version.Document} {version.Clause}");
                Wrapped(to, Head(version.From, version.Until, Term.Name(version.TagText, ConfidenceTexts.Of(version.Tag).Zh)),
                    law.Stretch is { } stretch ? $"{text} ({stretch})" : text);
                if (version.Note.Length > 0) Wrapped(to, $"{new Aligned("", TextColumn)}", $"{Term.Source(version.Note)}");
            }
            to.Write($"");
        }
        foreach (var (rule, steps) in RuleListing.Set(province, year, on))
        {
            var name = Term.Name($"{rule.Name} {rule.Chinese}", rule.Chinese);
            Wrapped(to, null, $"{Term.Name(province.Name, province.NameZh)}: {name} ({rule.Key})");
            if (steps.IsEmpty) to.Indent(rule is { IsMonthOfYear: true, National: { } all }
                ? Sentence.Of($"set by no document of the province: month {all(default):0}, as assumed for all")
                : $"set by no document of the province: as in national law");
            foreach (var step in steps)
            {
                var tag = Term.Name(step.Tag.ToString().ToLowerInvariant(), ConfidenceTexts.Of(step.Tag).Zh);
                var document = Term.Source(step.Document);
                Wrapped(to, Head(step.From, step.Until, tag), rule.IsMonthOfYear
                    ? Sentence.Of($"month {step.Value:0}: {document}") : $"{Wording.Number(100 * step.Value)} %: {document}");
            }
            to.Write($"");
        }
    }

    private static Sentence Head(Month from, Month? until, Term tag)
    {
        var dates = Sentence.Of($"{from} to {(until is { } last ? last.ToString() : "…")}");
        return $"  {dates,-DatesColumns}{new Aligned(tag, -TagColumns)}";
    }

    // The head fills the columns before the text.
    private static void Wrapped(Screen to, Sentence? head, Sentence text)
    {
        var line = new StringBuilder(head is null ? "" : ConsoleTexts.Say(head));
        var first = head is null ? 0 : TextColumn;
        var column = first;
        foreach (var word in Pieces(ConsoleTexts.Say(text)))
        {
            var wide = word.Sum(Aligned.Columns);
            if (column + wide > Width && column > first)
            {
                to.Output.WriteLine(line.ToString().TrimEnd());
                line.Clear().Append(' ', first);
                column = first;
                if (word == " ") continue;
            }
            line.Append(word);
            column += wide;
        }
        to.Output.WriteLine(line.ToString().TrimEnd());
    }

    // A line may break at spaces and between Chinese characters, which are two columns wide.
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == ' ' || Aligned.Columns(text[i]) == 2)
            {
                if (i > start) yield return text[start..i];
                yield return text[i..(i + 1)];
                start = i + 1;
            }
        if (start < text.Length) yield return text[start..];
    }
}
