namespace SimLab.Model.Forms;

/// <summary>A firm asks the bank. The bank lends down the list of <see cref="Priority"/> until its capacity is spent.</summary>
public struct LoanApplication : IForm
{
    public long Amount;                                    // fen
    public bool FirstLoan;

    /// <summary>Unpaid invoices that it could pledge, by age: of its customer along the chain, and of public bodies.</summary>
    [NotInLedger("the firm's own books by age; measures read them and do not write them")]
    public Receivables OwedByCustomer, OwedByPublic;

    /// <summary>Its customer leads the chain.</summary>
    public bool SellsToLeader;

    /// <summary>Share of all it would owe that its fixed assets cover, 0 to 1.</summary>
    public double Cover;

    /// <summary>Invention patents it could pledge.</summary>
    public int Patents;

    /// <summary>The bank's view of the firm before policy, 0 to 1.</summary>
    public double Score;

    /// <summary>Score below which the bank refuses whatever its capacity.</summary>
    public double Standard;

    /// <summary>Added to the score when the bank orders its list; does not make a bad risk good.</summary>
    public double Priority;

    /// <summary>Taken off the yearly interest rate, share (0.01 = 1 percentage point).</summary>
    public double RateCut;

    public static FormKind Kind => FormKind.LoanApplication;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
