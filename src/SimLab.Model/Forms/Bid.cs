namespace SimLab.Model.Forms;

/// <summary>A firm's offer for one lot: a price relative to the buyer's estimate, and the price it is compared at.</summary>
public struct Bid : IForm
{
    [NotInLedger("what is bid for; no measure changes it")]
    public TenderKind What;

    /// <summary>Price asked, relative to the estimate (1 = the estimate).</summary>
    public double Price;

    /// <summary>Points of quality the buyers see, as a share of price.</summary>
    public double QualityBonus;

    public static FormKind Kind => FormKind.Bid;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
