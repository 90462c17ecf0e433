namespace SimLab.Model.Forms;

/// <summary>Where a firm looks for customers this month beside the usual ones.</summary>
public struct SalesPlan : IForm
{
    /// <summary>What taking part in a consumption campaign, or in a fair, would earn it in a year as far as it can tell, fen.</summary>
    public long CampaignGain, FairGain;

    /// <summary>It could sell abroad: an industrial firm with foreign customers.</summary>
    public bool Exports;

    public bool JoinsCampaign;
    public bool WantsStand;

    public static FormKind Kind => FormKind.SalesPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
