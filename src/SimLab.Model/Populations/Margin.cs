namespace SimLab.Model.Populations;

/// <summary>Target totals of a table: each cell belongs to one of the groups, or to none.</summary>
internal sealed class Margin
{
    private readonly Func<int, string> _nameOf;

    /// <param name="key">The key of the recipe that gives the totals.</param>
    /// <param name="cells">Number of cells of the table.</param>
    /// <param name="groupOf">Group of a cell; -1: not counted.</param>
    /// <param name="totals">Target totals, by group.</param>
    /// <param name="nameOf">Name of a group, for a message.</param>
    public Margin(string key, int cells, Func<int, int> groupOf, double[] totals, Func<int, string> nameOf)
    {
        (Key, Totals, _nameOf) = (key, totals, nameOf);
        Groups = new int[cells];
        for (var cell = 0; cell < cells; cell++) Groups[cell] = groupOf(cell);
    }

    public string Key { get; }
    public double[] Totals { get; }

    /// <summary>Group of each cell; -1: none.</summary>
    public int[] Groups { get; }

    /// <summary>Weight of a surplus firm when whole numbers cannot meet all totals.</summary>
    public double Weight { get; init; } = 1;

    public string NameOf(int group) => _nameOf(group);

    public double[] SumsOf(ReadOnlySpan<double> table)
    {
        var sums = new double[Totals.Length];
        for (var cell = 0; cell < table.Length; cell++)
            if (Groups[cell] >= 0) sums[Groups[cell]] += table[cell];
        return sums;
    }
}
