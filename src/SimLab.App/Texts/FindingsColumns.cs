using SimLab.Engine.Experiments;

namespace SimLab.App.Texts;

/// <summary>Column positions of a table of findings.</summary>
internal sealed class FindingsColumns(FindingsTable table)
{
    public int this[string column] =>
        ExperimentColumn.PositionOf(table, column) is >= 0 and var at ? at
        : throw new InvalidOperationException($"Bug in SimLab: the table {table.Name} has no column {column}.");

    /// <summary>The rows by outcome, in the order of the table.</summary>
    public IEnumerable<(string Outcome, List<object[]> Rows)> ByOutcome(Func<object[], bool>? which = null) =>
        table.Rows.Where(row => which?.Invoke(row) ?? true).GroupBy(row => (string)row[this["outcome"]])
            .Select(group => (group.Key, group.ToList()));

    /// <summary>The unit of a cell, which its row may state.</summary>
    public string UnitOf(object[] row, string column) => ExperimentColumn.UnitOf(table, row, this[column]).Unit;
}
