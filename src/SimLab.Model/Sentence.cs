using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SimLab.Model;

/// <summary>
/// What the program says to a person, in any language: a format, which is the English with {0}, {1} … where something is
/// filled in, and what is filled in. The compiler makes one from an interpolated string. The English is the text; the
/// format is the key of every other language.
/// </summary>
[InterpolatedStringHandler]
public sealed class Sentence
{
    private readonly StringBuilder english;
    private readonly List<object> gaps;

    /// <param name="literalLength">Length of the literal parts.</param>
    /// <param name="formattedCount">Number of gaps.</param>
    public Sentence(int literalLength, int formattedCount)
    {
        english = new(literalLength + 3 * formattedCount);
        gaps = new(formattedCount);
    }

    /// <summary>The English with its gaps.</summary>
    public string Format => english.ToString();

    /// <summary>Appends a literal part.</summary>
    public void AppendLiteral(string text) => english.Append(text);

    /// <summary>
    /// Appends a gap. A sentence, a term or a list keeps its languages; a null sentence leaves nothing. All else is written the
    /// same in every language.
    /// </summary>
    public void AppendFormatted<T>(T value, string? format = null) => Keep(Gap(value, format));

    /// <summary>Appends a gap that fills a column: see <see cref="Aligned"/>.</summary>
    public void AppendFormatted<T>(T value, int alignment, string? format = null) =>
        Keep(new Aligned(Gap(value, format), alignment));

    private void Keep(object gap)
    {
        english.Append(CultureInfo.InvariantCulture, $"{{{gaps.Count}}}");
        gaps.Add(gap);
    }

    // What is in a list is kept as it would be kept alone.
    private static object Gap(object? value, string? format) => value switch
    {
        Sentence or Term or WordList or Aligned or string => value,
        IEnumerable things => new WordList([.. things.Cast<object?>().Select(thing => Gap(thing, null))], WordList.Kind.List),
        IFormattable number => number.ToString(format, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    /// <summary>The sentence itself: names the type where the compiler would make a string.</summary>
    public static Sentence Of(Sentence sentence) => sentence;

    /// <summary>Sentences one after the other; those that are null are left out.</summary>
    public static Sentence Join(params ReadOnlySpan<Sentence?> sentences) => Whole(sentences, WordList.Kind.Sentences);

    /// <summary>Sentences that follow another, with what parts them from it; those that are null are left out.</summary>
    public static Sentence Further(params ReadOnlySpan<Sentence?> sentences) => Whole(sentences, WordList.Kind.Further);

    /// <summary>One sentence a line.</summary>
    public static Sentence Lines(params IEnumerable<Sentence> lines) => Whole([.. lines], WordList.Kind.Lines);

    /// <summary>The same text in every language, such as the name of a file.</summary>
    public static Sentence Verbatim(string text)
    {
        var sentence = new Sentence(0, 1);
        sentence.AppendFormatted(text);
        return sentence;
    }

    /// <summary>The English text.</summary>
    public override string ToString() => Fill(Format, gap => gap.ToString()!);

    /// <summary>Fills the gaps of a format in any language.</summary>
    /// <param name="text">With the gaps of <see cref="Format"/>, in any order.</param>
    /// <param name="said">
    /// Words a <see cref="Sentence"/>, <see cref="Term"/>, <see cref="WordList"/>, <see cref="Aligned"/> or string.
    /// </param>
    public string Fill(string text, Func<object, string> said)
    {
        var filled = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
            if (end > at + 1
                && int.TryParse(text.AsSpan(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var gap)
                && gap < gaps.Count)
            {
                filled.Append(said(gaps[gap]));
                at = end;
            }
            else filled.Append(text[at]);
        }
        return filled.ToString();
    }

    private static Sentence Whole(ReadOnlySpan<Sentence?> parts, WordList.Kind kind)
    {
        var said = new List<object>(parts.Length);
        foreach (var part in parts)
            if (part is not null) said.Add(part);
        var whole = new Sentence(0, 1);
        whole.AppendFormatted(new WordList([.. said], kind));
        return whole;
    }
}
