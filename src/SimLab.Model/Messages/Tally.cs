namespace SimLab.Model.Messages;

/// <summary>
/// Totals of one district and month by industry and world: whole numbers, already multiplied by the firm's weight, so
/// adding them in any order gives the same bits. Behind the indicators of a row stand the public costs by clause.
/// </summary>
public sealed class Tally(int worlds)
{
    public const int HighestClause = 31;
    public const int Width = Indicators.Count + HighestClause + 1;

    public int Worlds { get; } = worlds;

    /// <summary>Rows by industry and world; behind them, two cells by chain and world: real R&amp;D (fen) and members of clusters that do it.</summary>
    public long[] Cells { get; } = new long[Places.Industries * worlds * Width + Chains.Count * worlds * 2];

    public Span<long> Row(Industry industry, int world) => Cells.AsSpan(((int)industry * Worlds + world) * Width, Width);

    public Span<long> ClusterRow(Chain chain, int world) => ClusterRow(Cells, Worlds, (int)chain, world);

    public static Span<long> ClusterRow(long[] cells, int worlds, int chain, int world) =>
        cells.AsSpan(Places.Industries * worlds * Width + (chain * worlds + world) * 2, 2);

    public void Clear() => Array.Clear(Cells);
}
