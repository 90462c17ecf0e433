using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;

namespace SimLab.App.Describing;

/// <summary>
/// Reads comments of types and members from the sources: above the declaration (<c>///</c>) or behind it (<c>//</c>).
/// </summary>
internal static partial class Comments
{
    /// <summary>The summary of a type, as one paragraph; empty: it has none.</summary>
    public static string Of(Type type)
    {
        var lines = LinesOf(type);
        return Above(lines, Declaration(type, lines));
    }

    /// <summary>The comment of a field, property or enum member; empty: it has none.</summary>
    public static string Of(MemberInfo member)
    {
        var type = member.DeclaringType!;
        var lines = LinesOf(type);
        var from = Declaration(type, lines);
        var name = Regex.Escape(member.Name);
        var declares = new Regex(type.IsEnum
            ? $@"^\s+(?:.*,\s*)?{name}\s*(?:=|,|$)"
            : $@"^\s+(?:\[.*\]\s*)?public\s[^=(]*\b{name}\b\s*(?:[;,={{]|$)");
        for (var at = from + 1; at < lines.Length && lines[at] != "}"; at++)
        {
            if (!declares.IsMatch(WithoutComment(lines[at]))) continue;
            var above = Above(lines, at);
            return above.Length > 0 ? above : Behind().Match(lines[at]) is { Success: true } behind ? behind.Groups[1].Value : "";
        }
        return Parameter(lines, from, member.Name);
    }

    /// <summary>
    /// Groups the names in the body of a type under the heading comment above them, in order; the marker matches
    /// headings.
    /// </summary>
    /// <param name="type">An enum or a record.</param>
    /// <param name="marker">Its first group is the heading.</param>
    /// <param name="names">The names to find.</param>
    public static IEnumerable<(string Heading, string[] Names)> Groups(Type type, Regex marker, IReadOnlySet<string> names)
    {
        var lines = LinesOf(type);
        var (heading, found) = ("", new List<string>());
        for (var at = Declaration(type, lines) + 1; at < lines.Length && lines[at] != "}"; at++)
        {
            if (marker.Match(lines[at]) is { Success: true } next)
            {
                if (found.Count > 0) yield return (heading, [.. found]);
                (heading, found) = (next.Groups[1].Value.Trim(), []);
                continue;
            }
            var line = WithoutComment(lines[at]);
            if (type.IsEnum)
            {
                var members = Attributes().Replace(line, "");
                found.AddRange(Word().Matches(members).Select(word => word.Value).Where(names.Contains));
            }
            else if (Property().Match(line) is { Success: true } property && names.Contains(property.Groups[1].Value)) found.Add(
                property.Groups[1].Value);
        }
        if (found.Count > 0) yield return (heading, [.. found]);
    }

    /// <summary>Splits a name into words: <c>SalesThisYear</c> becomes "sales this year".</summary>
    public static string InWords(string name) => Humps().Replace(name, " ").ToLowerInvariant();

    private static string[] LinesOf(Type type) => Sources.Text(Sources.FileOf(type)).Split('\n');

    private static int Declaration(Type type, string[] lines)
    {
        var declares = new Regex($@"^\s*(?:public|internal)[\w\s]*\b(?:struct|class|record|enum|interface)\s+{Regex.Escape(type.Name)}\b");
        return Array.FindIndex(lines, declares.IsMatch);
    }

    private static string Above(string[] lines, int at)
    {
        var first = at;
        while (first > 0
            && (lines[first - 1].TrimStart().StartsWith("///", StringComparison.Ordinal) || lines[first - 1].TrimStart()
            .StartsWith('['))) first--;
        var text = string.Join(
            " ", lines[first..at].Select(line => line.Trim()).Where(line => line.StartsWith("///", StringComparison.Ordinal))
            .Select(line => line[3..].Trim()));
        return Summary().Match(text) is { Success: true } summary ? Plain(summary.Groups[1].Value) : "";
    }

    // A positional record documents it with its parameters.
    private static string Parameter(string[] lines, int at, string name)
    {
        var first = at;
        while (first > 0 && lines[first - 1].StartsWith("///", StringComparison.Ordinal)) first--;
        var text = string.Join(" ", lines[first..at].Select(line => line[3..].Trim()));
        return Regex.Match(text, $"<param name=\"{Regex.Escape(name)}\">(.*?)</param>") is { Success: true } said
            ? Plain(said.Groups[1].Value) : "";
    }

    private static string WithoutComment(string line) =>
        line.IndexOf("//", StringComparison.Ordinal) is >= 0 and var at ? line[..at] : line;

    private static string Plain(string xml) => WebUtility.HtmlDecode(Code().Replace(Reference().Replace(xml, "$1"), "`$1`")).Trim();

    [GeneratedRegex("<summary>(.*?)</summary>")]
    private static partial Regex Summary();

    [GeneratedRegex("<(?:see cref|paramref name|see langword)=\"([^\"]+)\"\\s*/>")]
    private static partial Regex Reference();

    [GeneratedRegex("<c>(.*?)</c>")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<!/)//(?!/)\s*(.+)$")]
    private static partial Regex Behind();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(\w+)\s*\{\s*get;")]
    private static partial Regex Property();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Humps();
}
