namespace SimLab.Model.Forms;

/// <summary>The banks' plan for SME lending in the province this month, before it meets any applicant.</summary>
public struct CreditPlan : IForm
{
    /// <summary>SME loan balance of the province at the end of last month, fen.</summary>
    public long Balance;

    /// <summary>Growth of lending beyond the market's own, share of the balance a year.</summary>
    public double ExtraRoom;

    /// <summary>Growth of lending where a premium is paid on new inclusive loans, share of the balance a year per unit of it.</summary>
    [NotInLedger("the banks' view; measures read it and do not write it")]
    public double RoomPerPremium;

    /// <summary>Share of the month's lending room reserved for small and micro firms (单列小微企业信贷计划).</summary>
    public double SetAsideForSmall;

    public static FormKind Kind => FormKind.CreditPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
