namespace SimLab.Model.Messages;

/// <summary>
/// Totals of one district and month by industry and world: whole numbers, already multiplied by the firm's weight, so
/// adding them in any order gives the same bits. A row holds the indicators, then the public costs by measure.
/// </summary>
/// <param name="worlds">Worlds of the batch.</param>
/// <param name="chains">Length of an array by chain.</param>
/// <param name="measures">Measures of the run, see <c>MeasureIndex</c>.</param>
public sealed class Tally(int worlds, int chains, int measures)
{
    private readonly int _width = WidthFor(measures);

    /// <summary>Cells of a row: indicators, then public costs (fen) by number of the measure.</summary>
    public static int WidthFor(int measures) => Indicators.Count + measures;

    /// <summary>Number of worlds.</summary>
    public int Worlds { get; } = worlds;

    /// <summary>Rows by industry, then world; then cluster R&amp;D (fen) and members by chain, then world.</summary>
    public long[] Cells { get; } = new long[Places.Industries * worlds * WidthFor(measures) + chains * worlds * 2];

    /// <summary>Row of an industry in a world.</summary>
    public Span<long> Row(Industry industry, int world) => Cells.AsSpan(((int)industry * Worlds + world) * _width, _width);

    /// <summary>Real R&amp;D (fen) and members of clusters of a chain in a world.</summary>
    public Span<long> ClusterRow(Chain chain, int world) => ClusterRow(Cells, Worlds, _width, (int)chain, world);

    /// <summary>The same two cells of an array laid out like <see cref="Cells"/>.</summary>
    public static Span<long> ClusterRow(long[] cells, int worlds, int width, int chain, int world) =>
        cells.AsSpan(Places.Industries * worlds * width + (chain * worlds + world) * 2, 2);

    /// <summary>Sets all cells to zero.</summary>
    public void Clear() => Array.Clear(Cells);
}
