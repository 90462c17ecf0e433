using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>
/// A three-level service system and digital platforms inform firms about policy: more firms know what they may claim.
/// </summary>
[Channel(Indicator.AwarenessMillionths, Direction.Up, "firms' knowledge of policy, sum of shares")]
[Channel(Indicator.HighTech, Direction.Up, "high-tech enterprises")]
public sealed record PublicServices : Measure, IActsOn<ServiceVisit>
{
    public override Clause Clause => new(Gansu2023.Document, 7, "加大公共服务供给和舆论宣传引导",
        "健全省、市、县三级中小企业服务体系…深入推进“一起益企”中小企业服务行动和中小企业服务月活动…充分发挥“不来即享”服务系统及“中小企助查APP”等政策服务数字化平台作用…提高惠企政策的知晓率、惠及率和满意率.",
        "省工信厅、省税务局、省市场监管局、省人社厅、省发展改革委、省金融监管局、省委宣传部、省农业农村厅、省商务厅、省文化旅游厅、省大数据中心")
    {
        FinancedBy = Payer.Spending,
        NotModelled = "training, consulting and technical services (a visit brings knowledge of policy, nothing else); "
            + "satisfaction with policy (满意率), publicity of good examples, evaluation of the business environment "
            + "by third parties.",
        NotModelledZh = "培训、咨询、技术服务（走访只带来政策知晓）；满意率、先进典型宣传、发展环境第三方评估。",
    };

    /// <summary>Additional chance a month of a visit to any SME.</summary>
    [Lever("chance a month", 0, 0.5, "clause 7: 三级服务体系, 一起益企; assumption: a visit every three years to any SME",
        NameZh = "服务走访频率", UnitZh = "每月概率", SourceZh = "第7条：三级服务体系、一起益企；假设：每户中小企业三年走访一次")]
    public double Visits { get; init; } = 0.028;

    /// <summary>Public cost per visit, yuan.</summary>
    [Lever("yuan per visit", 0, 10_000, "assumption: booked as public cost",
        NameZh = "每次服务成本", UnitZh = "元/次", SourceZh = "假设：计入公共成本")]
    public long VisitCost { get; init; } = 300;

    /// <summary>Share of missing policy knowledge gained a month from platforms, at digital level 1.</summary>
    [Lever("share a month at digital level 1", 0, 0.2, "clause 7: 不来即享, 中小企助查; assumption: what pushing and matching teach",
        NameZh = "平台政策推送到达率", UnitZh = "每月比例（数字化1级）", SourceZh = "第7条：不来即享、中小企助查；假设：推送和匹配带来的知晓")]
    public double PlatformReach { get; init; } = 0.008;

    /// <summary>Public cost of the platforms per firm and month, yuan.</summary>
    [Lever("yuan per firm and month", 0, 100, "assumption: running the platforms, booked as public cost",
        NameZh = "平台运行成本", UnitZh = "元/户·月", SourceZh = "假设：平台运行费用，计入公共成本")]
    public double PlatformCost { get; init; } = 0.5;

    /// <summary>Additional share of missing policy knowledge gained on a visit.</summary>
    [Lever("share of what is not known", 0, 0.5, "clause 7: 精准推送; assumption: a visit teaches a little more",
        NameZh = "每次服务的知晓度提升", UnitZh = "占未知晓部分", SourceZh = "第7条：精准推送；假设：每次走访使企业多了解一些")]
    public double DepthGain { get; init; } = 0.05;

    public void Apply(ref ServiceVisit visit, in Card applicant)
    {
        if (!applicant.IsSme) return;
        visit.Chance += Visits;
        visit.Depth += DepthGain;
        visit.Platform += PlatformReach;
        visit.PublicCost += Fen.FromYuan(VisitCost * Visits + PlatformCost);
    }
}
