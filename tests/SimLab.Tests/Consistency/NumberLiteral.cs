using System.Globalization;
using System.Text.RegularExpressions;

namespace SimLab.Tests.Consistency;

/// <summary>
/// A number written in C# source. The scanner knows comments, strings, characters and names, so that no digit of theirs counts; a
/// hole of an interpolated string counts as its text. That suffices for the model, and a test class that is fast does not wait for a
/// compiler to start.
/// </summary>
/// <param name="File">Path of the file, as given.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Text">As written, such as 1_000 or 0.9f.</param>
/// <param name="Code">Text of the line without its comment.</param>
/// <param name="Column">Where the number stands in that text, from 0.</param>
internal sealed partial record NumberLiteral(string File, int Line, string Text, string Code, int Column)
{
    /// <summary>The number.</summary>
    public double Value => Hexadecimal().IsMatch(Text)
        ? ulong.Parse(Text[2..].Replace("_", "", StringComparison.Ordinal).TrimEnd('u', 'U', 'l', 'L'), NumberStyles.HexNumber, null)
        : double.Parse(
            Text.Replace("_", "", StringComparison.Ordinal).TrimEnd('f', 'F', 'd', 'D', 'm', 'M', 'u', 'U', 'l', 'L'),
            NumberStyles.Float, CultureInfo.InvariantCulture);

    public override string ToString() => $"{File}({Line}): {Text} in {Code.Trim()}";

    /// <summary>The numbers of a source file, in order.</summary>
    public static IEnumerable<NumberLiteral> In(string file, string source)
    {
        var tokens = Token().Matches(source);
        // Lines without comments: a rule that reads the code of a line cannot be met by what a comment says.
        var code = string.Create(source.Length, source, (text, from) => from.CopyTo(text));
        foreach (Match token in tokens)
            if (token.Groups["comment"].Success)
                code = string.Concat(code.AsSpan(0, token.Index), Blank(token.Value), code.AsSpan(token.Index + token.Length));
        foreach (Match token in tokens)
        {
            if (!token.Groups["number"].Success) continue;
            var begin = source.LastIndexOf('\n', token.Index) + 1;
            var end = source.IndexOf('\n', token.Index);
            yield return new(
                file, source.AsSpan(0, token.Index).Count('\n') + 1, token.Value, code[begin..(end < 0 ? code.Length : end)].TrimEnd(),
                token.Index - begin);
        }
    }

    private static string Blank(string comment) => string.Concat(comment.Select(letter => letter == '\n' ? '\n' : ' '));

    [GeneratedRegex("""
        (?<comment>//[^\n]*|/\*[\s\S]*?\*/)
        |\$*\"{3}[\s\S]*?\"{3}
        |(?:@\$?|\$@)\"(?:[^\"]|\"\")*\"
        |\$?\"(?:\\.|[^\"\\\n])*\"
        |'(?:\\.|[^'\\\n])+'
        |[\p{L}_][\p{L}\p{N}_]*
        |\.\.
        |(?<number>0[xX][0-9a-fA-F_]+[uUlL]*|(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?[fFdDmMuUlL]*)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();

    [GeneratedRegex("^0[xX]")]
    private static partial Regex Hexadecimal();
}
