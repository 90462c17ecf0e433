namespace SimLab.Model.Forms;

/// <summary>A month of a loan: principal due, the share the bank renews, and the balance that bears interest.</summary>
public struct Repayment : IForm
{
    public long Owed;                                      // fen
    public long FallsDue;                                  // fen

    /// <summary>Share of the principal due that is renewed without prior repayment (无还本续贷).</summary>
    public double RenewedShare;

    /// <summary>The bank's judgement: solvent, not overdrawn, not making a loss this year.</summary>
    public bool Sound;

    /// <summary>Share of cash at hand that offsets the loan: no interest accrues on as much of it (随借随还).</summary>
    public double Revolving;

    public static FormKind Kind => FormKind.Repayment;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
