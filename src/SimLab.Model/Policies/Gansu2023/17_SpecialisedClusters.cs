using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>
/// Clusters of small firms in one trade and place: members learn from each other's research, and experts serve them.
/// </summary>
[Channel(Indicator.ClusterKnowledge, Direction.Up, "knowledge held by cluster firms")]
public sealed record SpecialisedClusters : Measure, IActsOn<ResearchProject>, IActsOn<ServiceVisit>
{
    public override Clause Clause => new(Gansu2023.Document, 17, "促进特色产业集群高质量发展",
        "构建中小企业特色产业集群梯度培育体系,壮大集群主导产业…支持集群中小企业加大研发投入…组织服务机构、行业专家进集群开展咨询诊断服务活动.",
        "省工信厅、省科技厅、省政府国资委")
    {
        FinancedBy = Payer.Spending,
        NotModelled = "recognition of clusters by grade and the economies of counties: firms are in a cluster from the "
            + "beginning or not at all; resources that a cluster shares along its chain.",
        NotModelledZh = "集群梯度认定、县域经济：企业是否属于集群自起始月不变；集群内产业链上下游资源打通。",
    };

    /// <summary>Additional spillover within a cluster, share of its mean R&amp;D.</summary>
    [Lever("share of the cluster's mean R&D", 0, 0.3, "clause 17: 集群公共服务体系; assumption",
        NameZh = "集群共享研发", UnitZh = "占集群平均研发", SourceZh = "第17条：集群公共服务体系；假设")]
    public double SharedResearch { get; init; } = 0.03;

    /// <summary>Additional chance a month of an expert's visit to a member.</summary>
    [Lever("chance a month", 0, 0.5, "clause 17: 行业专家进集群; assumption: a visit every three years",
        NameZh = "行业专家走访频率", UnitZh = "每月概率", SourceZh = "第17条：行业专家进集群；假设：三年走访一次")]
    public double ExpertVisits { get; init; } = 0.028;

    /// <summary>Public cost per visit, yuan.</summary>
    [Lever("yuan per visit", 0, 20_000, "assumption: an expert's day, booked as public cost",
        NameZh = "每次专家走访成本", UnitZh = "元/次", SourceZh = "假设：专家一天的费用，计入公共成本")]
    public long VisitCost { get; init; } = 1_000;

    /// <summary>Public cost, share of the member's R&amp;D.</summary>
    [Lever("share of R&D", 0, 0.5, "assumption: shared laboratories, booked as public cost",
        NameZh = "公共实验室成本", UnitZh = "占研发费用", SourceZh = "假设：共享实验室费用，计入公共成本")]
    public double LaboratoryCost { get; init; } = 0.01;

    public void Apply(ref ResearchProject project, in Card applicant)
    {
        if (!applicant.InCluster) return;
        project.Spillover += SharedResearch;
        project.PublicCost += Fen.Share(project.Spending, LaboratoryCost);
    }

    public void Apply(ref ServiceVisit visit, in Card applicant)
    {
        if (!applicant.InCluster) return;
        visit.Chance += ExpertVisits;
        visit.PublicCost += Fen.FromYuan(VisitCost * ExpertVisits);
    }
}
