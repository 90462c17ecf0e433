namespace SimLab.Model.Forms;

/// <summary>
/// A firm's bid for one lot: its price relative to the buyer's estimate, and the price used in comparison.
/// </summary>
public struct Bid : IForm
{
    /// <summary>Kind of purchase bid for.</summary>
    [NotInLedger("what is bid for; no measure changes it")]
    public TenderKind What;

    /// <summary>Price asked, relative to the estimate (1 = the estimate).</summary>
    public double Price;

    /// <summary>Quality advantage that buyers see, as a share of the price.</summary>
    public double QualityBonus;

    public static FormKind Kind => FormKind.Bid;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
