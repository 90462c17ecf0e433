namespace SimLab.Model.Forms;

/// <summary>
/// A firm's loan application. The bank lends in order of <see cref="Score"/> plus <see cref="Priority"/> until its
/// capacity is spent.
/// </summary>
public struct LoanApplication : IForm
{
    public long Amount;                                    // fen
    /// <summary>The firm has never borrowed before.</summary>
    public bool FirstLoan;

    /// <summary>
    /// Unpaid invoices the firm can pledge, by age: owed by its customer along the chain, and by public bodies.
    /// </summary>
    [NotInLedger("the firm's own books by age; measures read them and do not write them")]
    public Receivables OwedByCustomer, OwedByPublic;

    /// <summary>Its customer leads the chain.</summary>
    public bool SellsToLeader;

    /// <summary>Share of its total debt, the new loan included, that its fixed assets cover, 0 to 1.</summary>
    public double Cover;

    /// <summary>Invention patents the firm can pledge.</summary>
    public int Patents;

    /// <summary>Invention patents that make a full pledge.</summary>
    [NotInLedger("the banks' view; measures read it and do not write it")]
    public double FullPledge;

    /// <summary>The bank's score of the firm before policy, 0 to 1.</summary>
    public double Score;

    /// <summary>Score below which the bank refuses whatever its capacity.</summary>
    public double Standard;

    /// <summary>Added to the score when the bank orders its list; does not make a bad risk good.</summary>
    public double Priority;

    /// <summary>Reduction of the yearly interest rate, share (0.01 = 1 percentage point).</summary>
    public double RateCut;

    public static FormKind Kind => FormKind.LoanApplication;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
