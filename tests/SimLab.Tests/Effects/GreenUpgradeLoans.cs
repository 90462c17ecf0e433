using SimLab.Model;
using SimLab.Model.Forms;
using SimLab.Model.Policies;
using SimLab.Tests.Scenarios;

namespace SimLab.Tests.Effects;

/// <summary>An eighteenth measure, in no document: this file is all there is of it.</summary>
public sealed record GreenUpgradeLoans : Measure, IActsOn<LoanApplication>, IActsOn<LoanContract>
{
    public override Clause Clause => new(SampleDocument.Document, 18, "绿色技改贷款贴息", "(what-if, in no document)", "省工信厅");

    [Lever("percentage points / 100", 0, 0.05, "what-if", NameZh = "利率下降", UnitZh = "百分点/100", SourceZh = "假想")]
    public double RateCut { get; init; } = 0.01;

    [Lever("score 0–1", 0, 0.5, "what-if", NameZh = "贷款优先度", UnitZh = "评分 0–1", SourceZh = "假想")]
    public double Priority { get; init; } = 0.2;

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
}
