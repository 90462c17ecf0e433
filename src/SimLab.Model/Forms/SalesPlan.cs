namespace SimLab.Model.Forms;

/// <summary>A firm's search for customers beside its usual ones this month.</summary>
public struct SalesPlan : IForm
{
    /// <summary>Gain the firm expects from a consumption campaign, and from a fair, fen a year.</summary>
    public long CampaignGain, FairGain;

    /// <summary>The firm can sell abroad: an industrial firm with foreign customers.</summary>
    public bool Exports;

    /// <summary>The firm takes part in the consumption campaign.</summary>
    public bool JoinsCampaign;
    /// <summary>The firm wants a stand at a fair or on a platform.</summary>
    public bool WantsStand;

    public static FormKind Kind => FormKind.SalesPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
