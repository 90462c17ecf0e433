namespace SimLab.Model.Forms;

/// <summary>The province's sales campaign of the year: a form that belongs to no firm.</summary>
public struct CampaignPlan : IForm
{
    /// <summary>Vouchers for consumers, fen a year.</summary>
    public long VouchersPerYear;

    /// <summary>Stands a year: at fairs and on e-commerce platforms, and at cross-border ones.</summary>
    public double StandsPerYear, StandsAbroadPerYear;

    /// <summary>Public contribution to one stand, fen.</summary>
    public long StandHelp;

    public static FormKind Kind => FormKind.CampaignPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
