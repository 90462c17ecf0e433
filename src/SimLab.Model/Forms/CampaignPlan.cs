namespace SimLab.Model.Forms;

/// <summary>What the province does this year for its firms' sales: a form that belongs to no firm.</summary>
public struct CampaignPlan : IForm
{
    /// <summary>Vouchers for consumers, fen a year.</summary>
    public long VouchersPerYear;

    /// <summary>Stands at fairs and on e-commerce platforms, and stands at cross-border ones, a year.</summary>
    public double StandsPerYear, StandsAbroadPerYear;

    /// <summary>What the public pays towards one stand, fen.</summary>
    public long StandHelp;

    public static FormKind Kind => FormKind.CampaignPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
