namespace SimLab.Model.Forms;

/// <summary>
/// A form that a firm's activity produces: a plain struct, passed by reference through the policy desk. The ledger
/// compares its fields, read as numbers, before and after each measure (<see cref="FormColumns"/>). Money is a
/// <see cref="long"/>, in fen; people and other counts are an <see cref="int"/>.
/// </summary>
public interface IForm
{
    /// <summary>Kind of the form.</summary>
    static abstract FormKind Kind { get; }

    /// <summary>
    /// Public cost of measures on this form other than payments to the firm (revenue forgone, interest paid to banks),
    /// fen. Measures add to it.
    /// </summary>
    long PublicCost { get; set; }

    /// <summary>
    /// Money that measures promise the firm on this form, fen. Measures add to it; the treasury pays while the
    /// measure's budget lasts.
    /// </summary>
    long Support { get; set; }
}

/// <summary>The kinds of form that measures can act on.</summary>
public enum FormKind : byte
{
    TaxReturn, EmploymentReport, LoanApplication, LoanContract, Tender, Bid, InvestmentPlan, RecognitionFile, RecognitionAward,
    ServiceVisit,
    CreditPlan, StatisticsReport, MaterialOrder, Invoice, PurchasePlan, ResearchProject, DigitalPlan, QualityPlan, HiringPlan, TalentPlan,
    EquityRound, InvestorPlan, StaffPlan, Repayment, SalesPlan, CampaignPlan, CultivationPlan,
}

/// <summary>A measure that acts automatically on every form of this kind.</summary>
public interface IActsOn<TForm> where TForm : struct, IForm
{
    /// <summary>Changes the applicant's form as the measure provides.</summary>
    void Apply(ref TForm form, in Card applicant);
}

/// <summary>
/// A measure that acts only for a firm that knows of it, finds it worth the application cost and is able to claim:
/// take-up is behaviour, not policy (<c>ClaimSupport</c>).
/// </summary>
public interface IClaimedOn<TForm> : IActsOn<TForm> where TForm : struct, IForm
{
    /// <summary>Value to the firm of the measure's change of the form, yuan a year; 0 where nothing changed.</summary>
    double WorthOf(in TForm before, in TForm after);
}
