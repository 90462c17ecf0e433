namespace SimLab.Model.Forms;

public enum TenderKind : byte { Goods, Services, SmallWorks, LargeWorks }

/// <summary>The terms under which public buyers of a region tender one kind of purchase this month.</summary>
public struct Tender : IForm
{
    public const int Kinds = (int)TenderKind.LargeWorks + 1;

    [NotInLedger("what is bought; no measure changes it")]
    public TenderKind What;

    /// <summary>Size of one contract, fen.</summary>
    public long LotValue;

    /// <summary>Share of lots that only SMEs may win.</summary>
    public double ReservedForSmes;

    /// <summary>Share taken off a small or micro firm's price when bids are compared in open lots.</summary>
    public double PriceDeduction;

    public static FormKind Kind => FormKind.Tender;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
