using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>Firms pledge patents for loans, and small firms convert patents of universities.</summary>
[Channel(Indicator.Class1Granted, Direction.Up, "invention patents granted")]
[MeantFor(TargetGroup.Research)]
public sealed record PatentUse : Measure, IActsOn<LoanApplication>, IClaimedOn<ResearchProject>
{
    public override Clause Clause => new(Gansu2023.Document, 14, "加强知识产权运用和保护",
        "鼓励中小微企业开展知识产权质押融资.实施专利转化专项计划…为高校、科研院所和中小企业搭建对接平台,畅通技术要素流转渠道…加大中小企业知识产权保护力度.",
        "省市场监管局")
    {
        FinancedBy = Payer.Spending,
        NotModelled = "protection of intellectual property, disputes over patents and help with them, the standard of "
            + "patent management, patent navigation, firms named for their patents (优势企业).",
        NotModelledZh = "知识产权保护、纠纷解决和维权援助、企业知识产权管理规范、专利导航、知识产权优势企业培育。",
    };

    /// <summary>Gain of score from a full pledge of patents, score 0–1; fewer gain in proportion.</summary>
    [Lever("score 0–1 at a full pledge", 0, 0.5, "clause 14: 知识产权质押融资; assumption",
        NameZh = "知识产权质押加分", UnitZh = "足额质押时的评分 0–1", SourceZh = "第14条：知识产权质押融资；假设")]
    public double PledgeGain { get; init; } = 0.08;

    /// <summary>Increase of the rate of Class I patents, share.</summary>
    [Lever("share more patents", 0, 2, "clause 14: 专利转化专项计划; assumption, for firms that know of it",
        NameZh = "专利增加比例", UnitZh = "专利增加比例", SourceZh = "第14条：专利转化专项计划；假设，适用于知晓该政策的企业")]
    public double MorePatents { get; init; } = 0.2;

    /// <summary>Public cost, share of the firm's R&amp;D.</summary>
    [Lever("share of R&D", 0, 0.5, "assumption: conversion plan and pledge fees, booked as public cost",
        NameZh = "转化计划成本", UnitZh = "占研发费用", SourceZh = "假设：专利转化计划和质押费用，计入公共成本")]
    public double PlanCost { get; init; } = 0.005;

    public void Apply(ref LoanApplication application, in Card applicant)
    {
        if (applicant.IsSme)
            application.Score += PledgeGain * Math.Min(application.FullPledge, application.Patents) / application.FullPledge;
    }

    public void Apply(ref ResearchProject project, in Card applicant)
    {
        if (!applicant.IsSme) return;
        project.PatentPace *= 1 + MorePatents;
        project.PublicCost += Fen.Share(project.Spending, PlanCost);
    }

    public double WorthOf(in ResearchProject before, in ResearchProject after) =>
        12 * (after.PatentPace / before.PatentPace - 1) * Fen.ToYuan(before.PatentsWorth);
}
