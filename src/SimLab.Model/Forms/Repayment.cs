namespace SimLab.Model.Forms;

/// <summary>A month of a loan: what falls due, how much of it the bank renews, and on how much interest runs.</summary>
public struct Repayment : IForm
{
    public long Owed;                                      // fen
    public long FallsDue;                                  // fen

    /// <summary>Share of what falls due that is renewed without repaying first (无还本续贷).</summary>
    public double RenewedShare;

    /// <summary>The bank's judgement: solvent, not overdrawn, not making a loss this year.</summary>
    public bool Sound;

    /// <summary>Share of the cash at hand that rests against the loan, so that no interest runs on as much of it (随借随还).</summary>
    public double Revolving;

    public static FormKind Kind => FormKind.Repayment;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
