using System.Collections.Immutable;
using SimLab.Model.Chance;
using SimLab.Model.Forms;

namespace SimLab.Model.Policies;

/// <summary>One measure applied to one kind of form.</summary>
/// <param name="Number">Number of the measure, see <see cref="MeasureIndex"/>.</param>
/// <param name="Effect">Firm effect that decides who hears of it first.</param>
/// <param name="Claimed">The same measure where it acts only for firms that claim; null where it acts on every
/// form.</param>
/// <param name="ClaimBit">See <see cref="MeasureIndex.ClaimBit"/>.</param>
/// <param name="Reach">Diffusion of knowledge of the measure since it came into force, 0 to 1.</param>
public readonly record struct AppliedMeasure<TForm>(
    IActsOn<TForm> Measure, int Number, FirmEffectId Effect, IClaimedOn<TForm>? Claimed, uint ClaimBit, double Reach)
    where TForm : struct, IForm;

/// <summary>
/// The measures of one arm in force in one month, grouped by the form they act on, in order of number. A measure needs no
/// registration: the desk checks which forms each record acts on.
/// </summary>
public sealed class PolicyDesk
{
    private readonly ImmutableArray<(Measure Measure, int Number)> _inForce;
    private readonly MeasureIndex _index;
    private readonly Month _month;
    private readonly double _monthsToSpread;
    private readonly bool _assigned;

    /// <param name="index">Numbers of the measures.</param>
    /// <param name="measures">Of the arm, in any order.</param>
    /// <param name="month">Month simulated; measures not in force in it are left out.</param>
    /// <param name="monthsToSpread">Time constant of word of mouth, months.</param>
    /// <param name="assigned">Measures that must be claimed reach every firm without a claim, as in a trial.</param>
    public PolicyDesk(
        MeasureIndex index, IEnumerable<Measure> measures, Month month, double monthsToSpread, bool assigned = false)
    {
        _assigned = assigned;
        _index = index;
        _inForce = [.. measures.Where(measure => measure.InForce(month)).Select(measure => (measure, index.Of(measure.Clause.Id)))
            .OrderBy(m => m.Item2)];
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
        CultivationPlans = For<CultivationPlan>();
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
    public AppliedMeasure<CultivationPlan>[] CultivationPlans { get; }

    /// <summary>What each measure in force may pay out in a calendar year, fen, in order of number.</summary>
    public IEnumerable<(int Number, long Budget)> Budgets =>
        _inForce.Select(m => (m.Number, m.Measure.BudgetPerYear * Fen.PerYuan));

    /// <summary>Diffusion of knowledge of a measure since it came into force, 0 to 1.</summary>
    /// <param name="measure">In force in the month.</param>
    /// <param name="month">The month.</param>
    /// <param name="monthsToSpread">Time constant of word of mouth, months.</param>
    public static double ReachOf(Measure measure, Month month, double monthsToSpread) =>
        measure.From is { } since ? 1 - PortableMath.Exp(-(month - since + 1) / monthsToSpread) : 1;

    private AppliedMeasure<TForm>[] For<TForm>() where TForm : struct, IForm =>
    [
        .. from m in _inForce
           let measure = m.Measure
           where measure is IActsOn<TForm>
           select new AppliedMeasure<TForm>(
               (IActsOn<TForm>)measure, m.Number, _index.Ids[m.Number].FirmEffect, _assigned ? null : measure as IClaimedOn<TForm>,
               _index.ClaimBit(m.Number), ReachOf(measure, _month, _monthsToSpread)),
    ];
}
