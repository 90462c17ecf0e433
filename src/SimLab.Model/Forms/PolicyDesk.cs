using SimLab.Model.Policies;

namespace SimLab.Model.Forms;

/// <summary>One measure at one counter: acts on one kind of form.</summary>
/// <param name="Claimed">The same measure where it acts only for firms that claim; null where it acts on every form.</param>
/// <param name="Reach">How far word of it has spread since it came into force, 0 to 1.</param>
public readonly record struct Stamp<TForm>(IActsOn<TForm> Measure, int Clause, IClaimedOn<TForm>? Claimed, double Reach) where TForm : struct, IForm;

/// <summary>
/// The measures of one arm in force in one month, sorted by the form they act on, in clause order. A measure needs no
/// registration: the desk asks each record which forms it acts on.
/// </summary>
public sealed class PolicyDesk
{
    private readonly IReadOnlyList<Measure> _inForce;
    private readonly Month _month;
    private readonly double _monthsToSpread;

    /// <param name="measures">In clause order.</param>
    /// <param name="month">Measures not in force in it are left out.</param>
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

    public Stamp<TaxReturn>[] TaxReturns { get; }
    public Stamp<EmploymentReport>[] EmploymentReports { get; }
    public Stamp<LoanApplication>[] LoanApplications { get; }
    public Stamp<LoanContract>[] LoanContracts { get; }
    public Stamp<Tender>[] Tenders { get; }
    public Stamp<Bid>[] Bids { get; }
    public Stamp<InvestmentPlan>[] InvestmentPlans { get; }
    public Stamp<RecognitionFile>[] RecognitionFiles { get; }
    public Stamp<RecognitionAward>[] RecognitionAwards { get; }
    public Stamp<ServiceVisit>[] ServiceVisits { get; }
    public Stamp<CreditPlan>[] CreditPlans { get; }
    public Stamp<StatisticsReport>[] StatisticsReports { get; }
    public Stamp<MaterialOrder>[] MaterialOrders { get; }
    public Stamp<Invoice>[] Invoices { get; }
    public Stamp<PurchasePlan>[] PurchasePlans { get; }
    public Stamp<ResearchProject>[] ResearchProjects { get; }
    public Stamp<DigitalPlan>[] DigitalPlans { get; }
    public Stamp<QualityPlan>[] QualityPlans { get; }
    public Stamp<HiringPlan>[] HiringPlans { get; }
    public Stamp<TalentPlan>[] TalentPlans { get; }
    public Stamp<EquityRound>[] EquityRounds { get; }
    public Stamp<InvestorPlan>[] InvestorPlans { get; }
    public Stamp<StaffPlan>[] StaffPlans { get; }
    public Stamp<Repayment>[] Repayments { get; }
    public Stamp<SalesPlan>[] SalesPlans { get; }
    public Stamp<CampaignPlan>[] CampaignPlans { get; }

    public IReadOnlyList<Measure> InForce => _inForce;

    private Stamp<TForm>[] For<TForm>() where TForm : struct, IForm =>
    [
        .. from measure in _inForce
           where measure is IActsOn<TForm>
           let months = measure.From is { } since ? _month - since + 1 : int.MaxValue
           select new Stamp<TForm>(
               (IActsOn<TForm>)measure, measure.Clause.Number, measure as IClaimedOn<TForm>, 1 - Math.Exp(-months / _monthsToSpread)),
    ];
}
