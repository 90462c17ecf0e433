using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Reporting;
using SimLab.Model;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>A column as displayed.</summary>
/// <param name="Cell">Text by row.</param>
public sealed record DisplayedColumn(string Words, bool IsText, Func<int, string> Cell);

/// <summary>
/// Formats a table for readers: amounts in the unit of their row, both ends of an interval in one column, the unit
/// beside the outcome.
/// </summary>
public static class TableText
{
    private const string UnitName = "unit", OutcomeName = "outcome", From = "from", To = "to";
    private static readonly string[] Scaled = ["firms", "people", "yuan", "share"];

    /// <summary>An amount with its unit, for a sentence: "2,046 firms", "140.6 亿元".</summary>
    public static string Said(double value, string unit) =>
        $"{(IsScaled(unit) ? TargetTexts.Amount(value, unit) : Plain(value))}{After(unit)}";

    /// <summary>A change and its interval with their unit, for a sentence: "+84 [+36, +131] firms".</summary>
    public static string SaidChange(double value, double low, double high, string unit) => ChangeOf(value, low, high, unit).ToString();

    /// <summary>The same in both languages.</summary>
    public static Sentence ChangeOf(double value, double low, double high, string unit)
    {
        string Bare(double x) => IsScaled(unit) ? TargetTexts.BareDifference(x, unit) : Plain(x);
        var change = double.IsFinite(low) && double.IsFinite(high)
            ? Sentence.Of($"{Bare(value)} [{Bare(low)}, {Bare(high)}]") : $"{Bare(value)}";
        return (TargetTexts.IsShare(unit), TargetTexts.IsMoney(unit)) switch
        {
            (true, _) => $"{change} percentage points",
            (_, true) => $"{change} 亿元",
            _ => $"{change} {Term.Unit(unit)}",
        };
    }

    /// <summary>The displayed columns of a table.</summary>
    /// <param name="details">Include the columns that are for the page only.</param>
    public static ImmutableArray<DisplayedColumn> Columns(FindingsTable table, bool details)
    {
        var shown = ImmutableArray.CreateBuilder<DisplayedColumn>();
        var unit = Position(table, UnitName);
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var (at, column) = (i, table.Columns[i]);
            if (column.IsDetail && !details || at == unit && Position(table, OutcomeName) >= 0) continue;
            if (column.Words == From && at + 1 < table.Columns.Length && table.Columns[at + 1].Words == To)
                shown.Add(new("95 %", false, row => Interval(table, row, at)));
            else if (column.Words == To && at > 0 && table.Columns[at - 1].Words == From)
                continue;
            else if (column.Name == OutcomeName && unit >= 0)
                shown.Add(new(column.Words, true, row => $"{table.Rows[row][at]} ({UnitWords((string)table.Rows[row][unit])})"));
            else
                shown.Add(new(column.Words, column.IsText, row => Cell(table, row, at)));
        }
        return shown.ToImmutable();
    }

    private static string Cell(FindingsTable table, int row, int column)
    {
        if (table.Rows[row][column] is string text) return text;
        var (value, unit, change) = Amount(table, row, column);
        if (!double.IsFinite(value)) return "–";
        if (!IsScaled(unit)) return Plain(value);
        return change ? TargetTexts.Difference(value, unit) : TargetTexts.Amount(value, unit);
    }

    private static string Interval(FindingsTable table, int row, int column)
    {
        var (low, unit, change) = Amount(table, row, column);
        var (high, _, _) = Amount(table, row, column + 1);
        return double.IsFinite(low) && double.IsFinite(high) ? $"[{Bare(low)}, {Bare(high)}]" : "–";

        string Bare(double value) => !IsScaled(unit) ? Plain(value)
            : change ? TargetTexts.BareDifference(value, unit) : TargetTexts.Bare(value, unit);
    }

    private static (double Value, string Unit, bool Change) Amount(FindingsTable table, int row, int column)
    {
        var unit = table.Columns[column].Unit;
        return ((double)table.Rows[row][column],
            unit is TableColumn.OfRow or TableColumn.ChangeOfRow ? (string)table.Rows[row][Position(table, UnitName)] : unit,
            unit == TableColumn.ChangeOfRow);
    }

    private static bool IsScaled(string unit) => Scaled.Contains(unit.Split(' ')[0]);

    private static string After(string unit) => TargetTexts.IsShare(unit) ? "" : $" {UnitWords(unit)}";

    // Money is shown in 100 million yuan, shares in percent.
    private static string UnitWords(string unit) => TargetTexts.IsMoney(unit) ? "亿元" : TargetTexts.IsShare(unit) ? "%" : unit;

    private static string Plain(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 1e6 ? value.ToString("0", CultureInfo.InvariantCulture)
        : Math.Abs(value) >= 1e4 ? value.ToString("N0", CultureInfo.InvariantCulture) : value.ToString("G5", CultureInfo.InvariantCulture);

    private static int Position(FindingsTable table, string name)
    {
        for (var i = 0; i < table.Columns.Length; i++)
            if (table.Columns[i].Name == name) return i;
        return -1;
    }
}
