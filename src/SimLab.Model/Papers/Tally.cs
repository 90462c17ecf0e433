using SimLab.Model.Enterprises;

namespace SimLab.Model.Papers;

/// <summary>
/// Totals of one district and month by industry and world: whole numbers, already multiplied by the firm's weight, so
/// adding them in any order gives the same bits. Behind the indicators of a row stand the public costs by clause.
/// </summary>
public sealed class Tally(int worlds)
{
    public const int HighestClause = 31;
    public const int Width = Indicators.Count + HighestClause + 1;

    public int Worlds { get; } = worlds;

    public long[] Cells { get; } = new long[Places.Industries * worlds * Width];

    public Span<long> Row(Industry industry, int world) => Cells.AsSpan(((int)industry * Worlds + world) * Width, Width);

    public void Clear() => Array.Clear(Cells);
}
