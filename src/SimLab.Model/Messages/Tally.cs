namespace SimLab.Model.Messages;

/// <summary>
/// Totals of one district and month by industry and world: whole numbers, already multiplied by the firm's weight, so
/// adding them in any order gives the same bits. A row holds the indicators, then the public costs by clause.
/// </summary>
public sealed class Tally(int worlds)
{
    /// <summary>Largest clause number of a measure.</summary>
    public const int HighestClause = 31;
    /// <summary>Cells of a row: indicators, then public costs (fen) by clause.</summary>
    public const int Width = Indicators.Count + HighestClause + 1;

    /// <summary>Number of worlds.</summary>
    public int Worlds { get; } = worlds;

    /// <summary>Rows by industry, then world; then cluster R&amp;D (fen) and members by chain, then world.</summary>
    public long[] Cells { get; } = new long[Places.Industries * worlds * Width + Chains.Count * worlds * 2];

    /// <summary>Row of an industry in a world.</summary>
    public Span<long> Row(Industry industry, int world) => Cells.AsSpan(((int)industry * Worlds + world) * Width, Width);

    /// <summary>Real R&amp;D (fen) and members of clusters of a chain in a world.</summary>
    public Span<long> ClusterRow(Chain chain, int world) => ClusterRow(Cells, Worlds, (int)chain, world);

    /// <summary>The same two cells of an array laid out like <see cref="Cells"/>.</summary>
    public static Span<long> ClusterRow(long[] cells, int worlds, int chain, int world) =>
        cells.AsSpan(Places.Industries * worlds * Width + (chain * worlds + world) * 2, 2);

    /// <summary>Sets all cells to zero.</summary>
    public void Clear() => Array.Clear(Cells);
}
