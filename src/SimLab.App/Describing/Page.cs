using System.Text;
using System.Text.RegularExpressions;

namespace SimLab.App.Describing;

/// <summary>
/// Hand-written prose with placeholders: <c>{Enterprise.Cash}</c> is a name, checked and formatted as code (in a
/// formula as it is); a line <c>{{table}}</c> is a generated block.
/// </summary>
internal static partial class Page
{
    private const string Fence = "```";

    /// <param name="name">Name of the page, for error messages.</param>
    /// <param name="text">The page as written.</param>
    /// <param name="block">Returns the block of a key; throws for an unknown key.</param>
    public static string Fill(string name, string text, Func<string, string> block)
    {
        var filled = new StringBuilder();
        var formula = false;
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal)) formula = !formula;
            var whole = Block().Match(line);
            var mark = formula ? "" : "`";
            filled.Append(whole.Success
                ? block(whole.Groups[1].Value).TrimEnd('\n')
                : Name().Replace(line, match => mark + CodeNames.Shown(match.Groups[1].Value, name) + mark)).Append('\n');
        }
        return filled.ToString();
    }

    /// <summary>Every name that a page mentions.</summary>
    public static IReadOnlySet<string> NamesIn(string text) => Name().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();

    /// <summary>The formulas of a page, line by line.</summary>
    public static IEnumerable<string> FormulasIn(string text)
    {
        var formula = false;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal)) formula = !formula;
            else if (formula) yield return line;
        }
    }

    /// <summary>A Markdown table.</summary>
    public static string Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new StringBuilder();
        void Row(IEnumerable<string> cells) =>
            table.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        Row(head);
        Row(head.Select(_ => "---"));
        foreach (var row in rows) Row(row);
        return table.ToString();
    }

    /// <summary>A name formatted as Markdown code.</summary>
    public static string Code(string name) => $"`{name}`";

    public static string Codes(IEnumerable<string> names) => string.Join(", ", names.Select(Code));

    [GeneratedRegex(@"^\{\{([\w ]+)\}\}$")]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<!\{)\{([A-Za-z][\w.]*)\}(?!\})")]
    private static partial Regex Name();
}
