using System.Globalization;
using SimLab.Engine.Reporting;

namespace SimLab.Engine.Experiments.Recording;

/// <summary>Cells of a table as people read them, in the unit of their column or row.</summary>
public static class TableText
{
    private static readonly string[] Scaled = ["firms", "people", "yuan", "share"];

    public static string Cell(Table table, int row, int column)
    {
        var (heading, cell) = (table.Columns[column], table.Rows[row][column]);
        if (cell is string text) return heading.Name == "unit" ? UnitWords(text) : text;
        var value = (double)cell;
        if (!double.IsFinite(value)) return "–";
        var unit = heading.Unit is TableColumn.OfRow or TableColumn.ChangeOfRow ? (string)table.Rows[row][UnitColumn(table)] : heading.Unit;
        if (!Scaled.Contains(unit.Split(' ')[0])) return Plain(value);
        return heading.Unit == TableColumn.ChangeOfRow ? TargetWords.Difference(value, unit) : TargetWords.Amount(value, unit);
    }

    // Money is shown in 100 million yuan, shares in percent.
    private static string UnitWords(string unit) => TargetWords.IsMoney(unit) ? "亿元" : TargetWords.IsShare(unit) ? "%" : unit;

    private static string Plain(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 1e6 ? value.ToString("0", CultureInfo.InvariantCulture)
        : Math.Abs(value) >= 1e4 ? value.ToString("N0", CultureInfo.InvariantCulture) : value.ToString("G5", CultureInfo.InvariantCulture);

    private static int UnitColumn(Table table)
    {
        for (var i = 0; i < table.Columns.Length; i++)
            if (table.Columns[i].Name == "unit") return i;
        throw new InvalidOperationException($"Bug in SimLab: the table {table.Name} has no column \"unit\".");
    }
}
