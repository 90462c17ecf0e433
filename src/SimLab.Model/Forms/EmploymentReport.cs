namespace SimLab.Model.Forms;

/// <summary>
/// Last year's unemployment-insurance premium and the refund for firms that retained their staff (稳岗返还).
/// </summary>
public struct EmploymentReport : IForm
{
    public long Premium;                                   // fen, last year

    /// <summary>Share of the premium refunded by law.</summary>
    public double RefundShare;

    /// <summary>Chance that the firm receives the refund: it files, or is paid without filing (免申即享).</summary>
    public double ClaimChance;

    public static FormKind Kind => FormKind.EmploymentReport;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
