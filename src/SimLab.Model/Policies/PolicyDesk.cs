using SimLab.Model.Forms;

namespace SimLab.Model.Policies;

/// <summary>One measure applied to one kind of form.</summary>
/// <param name="Claimed">The same measure where it acts only for firms that claim; null where it acts on every
/// form.</param>
/// <param name="Reach">Diffusion of knowledge of the measure since it came into force, 0 to 1.</param>
public readonly record struct AppliedMeasure<TForm>(IActsOn<TForm> Measure, int Clause, IClaimedOn<TForm>? Claimed, double Reach)
    where TForm : struct, IForm;

/// <summary>
/// The measures of one arm in force in one month, grouped by the form they act on, in clause order. A measure needs no
/// registration: the desk checks which forms each record acts on.
/// </summary>
public sealed class PolicyDesk
{
    private readonly IReadOnlyList<Measure> _inForce;
    private readonly Month _month;
    private readonly double _monthsToSpread;

    /// <param name="measures">In clause order.</param>
    /// <param name="month">Month simulated; measures not in force in it are left out.</param>
    /// <param name="monthsToSpread">Time constant of word of mouth, months.</param>
    public PolicyDesk(IEnumerable<Measure> measures, Month month, double monthsToSpread)
    {
        _inForce = [.. measures.Where(measure => measure.InForce(month))];
        _month = month;
        _monthsToSpread = monthsToSpread;
        TaxReturns = For<TaxReturn>();
        EmploymentReports = For<EmploymentReport>();
        LoanApplications = For<LoanApplication>();
        LoanContracts = For<LoanContract>();
        Tenders = For<Tender>();
        Bids = For<Bid>();
        InvestmentPlans = For<InvestmentPlan>();
        RecognitionFiles = For<RecognitionFile>();
        RecognitionAwards = For<RecognitionAward>();
        ServiceVisits = For<ServiceVisit>();
        CreditPlans = For<CreditPlan>();
        StatisticsReports = For<StatisticsReport>();
        MaterialOrders = For<MaterialOrder>();
        Invoices = For<Invoice>();
        PurchasePlans = For<PurchasePlan>();
        ResearchProjects = For<ResearchProject>();
        DigitalPlans = For<DigitalPlan>();
        QualityPlans = For<QualityPlan>();
        HiringPlans = For<HiringPlan>();
        TalentPlans = For<TalentPlan>();
        EquityRounds = For<EquityRound>();
        InvestorPlans = For<InvestorPlan>();
        StaffPlans = For<StaffPlan>();
        Repayments = For<Repayment>();
        SalesPlans = For<SalesPlan>();
        CampaignPlans = For<CampaignPlan>();
    }

    public AppliedMeasure<TaxReturn>[] TaxReturns { get; }
    public AppliedMeasure<EmploymentReport>[] EmploymentReports { get; }
    public AppliedMeasure<LoanApplication>[] LoanApplications { get; }
    public AppliedMeasure<LoanContract>[] LoanContracts { get; }
    public AppliedMeasure<Tender>[] Tenders { get; }
    public AppliedMeasure<Bid>[] Bids { get; }
    public AppliedMeasure<InvestmentPlan>[] InvestmentPlans { get; }
    public AppliedMeasure<RecognitionFile>[] RecognitionFiles { get; }
    public AppliedMeasure<RecognitionAward>[] RecognitionAwards { get; }
    public AppliedMeasure<ServiceVisit>[] ServiceVisits { get; }
    public AppliedMeasure<CreditPlan>[] CreditPlans { get; }
    public AppliedMeasure<StatisticsReport>[] StatisticsReports { get; }
    public AppliedMeasure<MaterialOrder>[] MaterialOrders { get; }
    public AppliedMeasure<Invoice>[] Invoices { get; }
    public AppliedMeasure<PurchasePlan>[] PurchasePlans { get; }
    public AppliedMeasure<ResearchProject>[] ResearchProjects { get; }
    public AppliedMeasure<DigitalPlan>[] DigitalPlans { get; }
    public AppliedMeasure<QualityPlan>[] QualityPlans { get; }
    public AppliedMeasure<HiringPlan>[] HiringPlans { get; }
    public AppliedMeasure<TalentPlan>[] TalentPlans { get; }
    public AppliedMeasure<EquityRound>[] EquityRounds { get; }
    public AppliedMeasure<InvestorPlan>[] InvestorPlans { get; }
    public AppliedMeasure<StaffPlan>[] StaffPlans { get; }
    public AppliedMeasure<Repayment>[] Repayments { get; }
    public AppliedMeasure<SalesPlan>[] SalesPlans { get; }
    public AppliedMeasure<CampaignPlan>[] CampaignPlans { get; }

    /// <summary>The measures in force, in clause order.</summary>
    public IReadOnlyList<Measure> InForce => _inForce;

    private AppliedMeasure<TForm>[] For<TForm>() where TForm : struct, IForm =>
    [
        .. from measure in _inForce
           where measure is IActsOn<TForm>
           let months = measure.From is { } since ? _month - since + 1 : int.MaxValue
           select new AppliedMeasure<TForm>(
               (IActsOn<TForm>)measure, measure.Clause.Number, measure as IClaimedOn<TForm>, 1 - Math.Exp(-months / _monthsToSpread)),
    ];
}
