using System.Globalization;
using System.Text;

namespace SimLab.App.Export.Tables;

/// <summary>A sheet of the planners' workbook: text and numbers; null: an empty cell.</summary>
internal sealed record Sheet(string Name, string[] Columns, List<object?[]> Rows)
{
    // Prevents spreadsheets from reading a text as a formula.
    private const string FormulaSigns = "=+-@";

    /// <summary>The rows in MiniExcel's format.</summary>
    public List<Dictionary<string, object?>> ForWorkbook() =>
        [.. Rows.Select(row =>
            Columns.Zip(row)
            .ToDictionary(cell => cell.First, cell =>
            cell.Second is double and not (> double.NegativeInfinity and < double.PositiveInfinity) ? null : cell.Second))];

    /// <summary>CSV after RFC 4180, with a byte order mark so that spreadsheets recognise UTF-8.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder("\uFEFF");
        text.AppendJoin(',', Columns.Select(Cell)).Append("\r\n");
        foreach (var row in Rows) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return text.ToString();
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quoted(text.Length > 0 && FormulaSigns.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted($"{value}"),
    };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
