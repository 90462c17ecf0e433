namespace SimLab.Engine.Distribution;

/// <summary>
/// Public money of one world by measure and firm, fen of one firm over the run; and what each measure cost that went to no firm, fen.
/// </summary>
internal sealed class SupportLedger(int measures, int firms)
{
    private readonly long[]?[] _received = new long[measures][];

    /// <summary>Costs that went to no single firm, by measure, fen.</summary>
    public long[] Elsewhere { get; } = new long[measures];

    /// <summary>Adds money that a firm received.</summary>
    public void Add(int measure, int firm, long fen) => (_received[measure] ??= new long[firms])[firm] += fen;

    /// <summary>What the firm received of the measure, fen of one firm.</summary>
    public long Of(int measure, int firm) => _received[measure]?[firm] ?? 0;
}
