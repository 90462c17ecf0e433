using SimLab.Model;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Tests.Scenarios;

namespace SimLab.Tests.Effects;

/// <summary>An eighteenth measure, in no document: this file is all there is of it.</summary>
[Channel(Indicator.Interest, Direction.Down, "interest paid for green upgrades")]
[MeantFor(TargetGroup.TitledOrAboveScaleIndustry)]
public sealed record GreenUpgradeLoans : Measure, IActsOn<LoanApplication>, IActsOn<LoanContract>, IClaimedOn<InvestmentPlan>
{
    public override Clause Clause => new(SampleDocument.Document, 18, "绿色技改贷款贴息", "对绿色技改贷款给予贴息.", "省工信厅")
    {
        NotModelled = "what makes an upgrade green.",
        NotModelledZh = "绿色技改的认定。",
    };

    [Lever("percentage points / 100", 0, 0.05, "what-if", NameZh = "贴息利率", UnitZh = "百分点/100", SourceZh = "假想")]
    public double RateCut { get; init; } = 0.01;

    [Lever("score 0–1", 0, 0.5, "what-if", NameZh = "贷款优先度", UnitZh = "评分 0–1", SourceZh = "假想")]
    public double Priority { get; init; } = 0.2;

    [Lever("share of green equipment", 0, 0.5, "what-if: on top", NameZh = "设备补助", UnitZh = "占绿色设备", SourceZh = "假想:另加")]
    public double EquipmentSupport { get; init; } = 0.1;

    public void Apply(ref LoanApplication application, in Card applicant)
    {
        if (!applicant.Industry.IsIndustrial()) return;
        application.RateCut += RateCut;
        application.Priority += Priority;
    }

    public void Apply(ref LoanContract contract, in Card applicant)
    {
        if (applicant.Industry.IsIndustrial()) contract.PublicCost += Fen.Share(contract.Amount, RateCut);
    }

    public void Apply(ref InvestmentPlan plan, in Card applicant)
    {
        if (applicant.IsSme && applicant.Industry.IsIndustrial()) plan.Support += Fen.Share(plan.Cost, EquipmentSupport);
    }

    public double WorthOf(in InvestmentPlan before, in InvestmentPlan after) => 12 * Fen.ToYuan(after.Support - before.Support);
}
