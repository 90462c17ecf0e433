using System.Collections.Immutable;
using SimLab.Engine.Experiments;

namespace SimLab.App.Texts;

/// <summary>
/// A displayed column of findings: amounts in the unit of their row, both ends of an interval in one column, units only
/// beside numbers.
/// </summary>
/// <param name="Words">Heading.</param>
/// <param name="At">Index of the table column it sorts by.</param>
/// <param name="Cell">Text of a row's cell.</param>
internal sealed record ExperimentColumn(string Words, bool IsText, int At, Func<object[], string> Cell)
{
    private const string Unit = "unit", From = "from", To = "to";

    public static ImmutableArray<ExperimentColumn> Of(Viewer viewer, FindingsTable table)
    {
        var shown = ImmutableArray.CreateBuilder<ExperimentColumn>();
        var unit = PositionOf(table, Unit);
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var (at, column) = (i, table.Columns[i]);
            if (at == unit || column.IsDetail || column.Words == To && at > 0 && table.Columns[at - 1].Words == From) continue;
            if (column.Words == From)
                shown.Add(new(viewer.Say(ExperimentTexts.Interval95), false, at, row => Interval(viewer, table, row, at)));
            else if (column.IsText)
                shown.Add(new(ExperimentNames.Column(viewer, table.Name, column), true, at, row =>
                    ExperimentNames.Cell(viewer, table, column.Name, (string)row[at])));
            else
                shown.Add(new(ExperimentNames.Column(viewer, table.Name, column), false, at, row => Number(viewer, table, row, at)));
        }
        return shown.ToImmutable();
    }

    /// <summary>Index of a column; -1: none of that name.</summary>
    public static int PositionOf(FindingsTable table, string name)
    {
        for (var i = 0; i < table.Columns.Length; i++)
            if (table.Columns[i].Name == name) return i;
        return -1;
    }

    /// <summary>The unit of a number, which its row may state.</summary>
    public static (string Unit, bool IsChange) UnitOf(FindingsTable table, object[] row, int column) => table.Columns[column].Unit switch
    {
        TableColumn.OfRow => ((string)row[PositionOf(table, Unit)], false),
        TableColumn.ChangeOfRow => ((string)row[PositionOf(table, Unit)], true),
        // Limits of a box are in the unit of the factor, given in the row.
        "" when table.Columns[column].Name is "low" or "high" or "low_value" or "high_value" && table.Name == "boxes" =>
            ((string)row[PositionOf(table, Unit)], false),
        var own => (own, false),
    };

    private static string Number(Viewer viewer, FindingsTable table, object[] row, int column)
    {
        var value = (double)row[column];
        if (!double.IsFinite(value)) return "–";
        var (unit, change) = UnitOf(table, row, column);
        return change ? viewer.Difference(value, unit) : ExperimentNames.Value(viewer, value, unit);
    }

    private static string Interval(Viewer viewer, FindingsTable table, object[] row, int from) =>
        double.IsFinite((double)row[from]) && double.IsFinite((double)row[from + 1])
            ? Between(Number(viewer, table, row, from), Number(viewer, table, row, from + 1)) : "–";

    // The unit once, where both ends have the same.
    private static string Between(string low, string high)
    {
        static int Digits(string text) => text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var end = Digits(low);
        return low[end..] == high[Digits(high)..] ? $"{low[..end]} ~ {high}" : $"{low} ~ {high}";
    }
}
