namespace SimLab.Model.Forms;

/// <summary>
/// A paper a firm's life produces. A plain struct, passed by reference through the policy desk; its fields, read as
/// numbers, are what the ledger compares before and after each measure (<see cref="FormColumns"/>). Money is a
/// <see cref="long"/>, in fen; people and other things counted are an <see cref="int"/>.
/// </summary>
public interface IForm
{
    static abstract FormKind Kind { get; }

    /// <summary>What measures cost the public purse on this form beside payments to the firm (revenue forgone, interest paid to banks), fen. Measures add to it.</summary>
    long PublicCost { get; set; }

    /// <summary>Money that measures promise the firm on this form, fen. Measures add to it; the treasury pays, while the measure's budget lasts.</summary>
    long Support { get; set; }
}

public enum FormKind : byte
{
    TaxReturn, EmploymentReport, LoanApplication, LoanContract, Tender, Bid, InvestmentPlan, RecognitionFile, RecognitionAward, ServiceVisit,
    CreditPlan, StatisticsReport, MaterialOrder, Invoice, PurchasePlan, ResearchProject, DigitalPlan, QualityPlan, HiringPlan, TalentPlan,
    EquityRound, InvestorPlan, StaffPlan, Repayment, SalesPlan, CampaignPlan,
}

/// <summary>A measure changes forms of this kind: automatically, on every one of them.</summary>
public interface IActsOn<TForm> where TForm : struct, IForm
{
    void Apply(ref TForm form, in Card applicant);
}

/// <summary>
/// A measure that acts only for a firm that knew of it, found it worth the paperwork and was able to claim: take-up is
/// behaviour, not policy (<c>ClaimSupport</c>).
/// </summary>
public interface IClaimedOn<TForm> : IActsOn<TForm> where TForm : struct, IForm
{
    /// <summary>What the measure's change of the form is worth to the firm, yuan a year; 0 where it changed nothing.</summary>
    double WorthOf(in TForm before, in TForm after);
}
