namespace SimLab.Model.Forms;

/// <summary>Kinds of public purchase.</summary>
public enum TenderKind : byte { Goods, Services, SmallWorks, LargeWorks }

/// <summary>The terms under which public buyers of a region tender one kind of purchase this month.</summary>
public struct Tender : IForm
{
    /// <summary>Number of kinds of purchase.</summary>
    public const int Kinds = (int)TenderKind.LargeWorks + 1;

    /// <summary>Kind of purchase tendered.</summary>
    [NotInLedger("what is bought; no measure changes it")]
    public TenderKind What;

    /// <summary>Value of one contract, fen.</summary>
    public long LotValue;

    /// <summary>Share of lots that only SMEs may win.</summary>
    public double ReservedForSmes;

    /// <summary>Deduction from a small or micro firm's price in the comparison of bids in open lots, share.</summary>
    public double PriceDeduction;

    public static FormKind Kind => FormKind.Tender;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
