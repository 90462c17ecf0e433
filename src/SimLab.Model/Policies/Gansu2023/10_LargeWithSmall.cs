using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>
/// Large firms open their purchase lists to smaller firms of their chain and help them with process and quality (携手行动).
/// </summary>
[Channel(Indicator.ChainOrdersWon, Direction.Up, "orders won along chains")]
public sealed record LargeWithSmall : Measure, IActsOn<PurchasePlan>, IActsOn<QualityPlan>
{
    public override Clause Clause => new(Gansu2023.Document, 10, "促进大中小企业融通创新",
        "深入实施大中小企业融通创新“携手行动”…引导大型企业面向中小企业发布采购需求…带动配套中小企业改进提升工艺流程、质量管理、产品可靠性等.",
        "省工信厅、省政府国资委、省科技厅、省商务厅、省工商联")
    {
        FinancedBy = Payer.Spending,
        NotModelled = "lists of products of specialised SMEs (目录), matching by trade and region; equity of large firms in "
            + "small ones, shared resources and channels; small traders' own brands.",
        NotModelledZh = "“专精特新”产品目录、分行业分地区对接；股权投资、资源共享、渠道共用；商贸企业创品牌。",
    };

    /// <summary>Additional purchases of leaders from their chain, share of their materials.</summary>
    [Lever("share of leaders' materials", 0, 0.5,
        "clause 10: 发布采购需求, 供应链配套对接; assumption: leaders, who buy 6 % there anyway, buy half a point more from their chain",
        NameZh = "链主增加本地采购比例", UnitZh = "占链主采购", SourceZh = "第10条：发布采购需求、供应链配套对接；假设：链主原有6%向本链采购，再增加0.5个百分点")]
    public double OpenedPurchases { get; init; } = 0.005;

    /// <summary>Quality level that chain firms gain a year, 0–1.</summary>
    [Lever("quality level a year, 0–1", 0, 0.2, "clause 10: 改进提升工艺流程、质量管理、产品可靠性; assumption",
        NameZh = "带动质量提升", UnitZh = "质量水平/年，0–1", SourceZh = "第10条：改进提升工艺流程、质量管理、产品可靠性；假设")]
    public double QualityHelp { get; init; } = 0.02;

    /// <summary>Public cost per leader and month, yuan.</summary>
    [Lever("yuan per leader and month", 0, 1_000_000, "assumption: matching events and the product catalogue, booked as public cost",
        NameZh = "每家链主对接成本", UnitZh = "元/家·月", SourceZh = "假设：对接活动和产品目录费用，计入公共成本")]
    public long MatchingCost { get; init; } = 20_000;

    public void Apply(ref PurchasePlan plan, in Card applicant)
    {
        plan.ShareFromChain = Math.Min(1, plan.ShareFromChain + OpenedPurchases);
        plan.PublicCost += MatchingCost * Fen.PerYuan;
    }

    public void Apply(ref QualityPlan plan, in Card applicant)
    {
        if (applicant is { IsSme: true, InChain: true }) plan.LevelStep += QualityHelp;
    }
}
