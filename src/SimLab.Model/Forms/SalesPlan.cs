namespace SimLab.Model.Forms;

/// <summary>A firm's search for customers beside its usual ones this month.</summary>
public struct SalesPlan : IForm
{
    /// <summary>Gain the firm expects from a consumption campaign, fen a year.</summary>
    public long CampaignGain;

    /// <summary>What a stand at a fair is expected to earn before its price, and its price for the firm, fen.</summary>
    public long StandEarns, StandPrice;

    /// <summary>The firm can sell abroad: an industrial firm with foreign customers.</summary>
    public bool Exports;

    /// <summary>The firm takes part in the consumption campaign.</summary>
    public bool JoinsCampaign;
    /// <summary>The firm wants a stand at a fair or on a platform: it earns more than its price.</summary>
    public readonly bool WantsStand => StandEarns > StandPrice;

    public static FormKind Kind => FormKind.SalesPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
