using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>
/// Platforms, evaluation of results and joint units with universities turn more research into products.
/// </summary>
[Channel(Indicator.TransfersMade, Direction.Up, "research results turned into products")]
[MeantFor(TargetGroup.Research)]
public sealed record ResearchTransfer : Measure, IClaimedOn<ResearchProject>
{
    public override Clause Clause => new(Gansu2023.Document, 11, "促进科技成果转化",
        "实施科技成果赋智中小企业专项行动,搭建创新成果转化平台…建立产学研协同创新平台、应用技术协同创新中心,开展技术研发、成果转化、新技术推广等服务.",
        "省科技厅、省工信厅、省政府国资委")
    {
        FinancedBy = Payer.Spending,
        NotModelled = "evaluation of results, innovation centres as places of their own, and joint bids for large research "
            + "projects.",
        NotModelledZh = "科技成果评价机制、作为独立机构的制造业创新中心等平台、联合承接科技重大项目。",
    };

    /// <summary>Increase of results turned into products, share.</summary>
    [Lever("share more results", 0, 2, "clause 11: 成果转化; assumption",
        NameZh = "科技成果转化增加比例", UnitZh = "成果增加比例", SourceZh = "第11条：成果转化；假设")]
    public double MoreTransfers { get; init; } = 0.25;

    /// <summary>Additional spillover within a cluster, share of its mean R&amp;D.</summary>
    [Lever("share of the cluster's mean R&D", 0, 0.3,
        "clause 11: 产学研协同; assumption: joint units spread knowledge between members of a cluster",
        NameZh = "产学研协同的知识共享", UnitZh = "占集群平均研发", SourceZh = "第11条：产学研协同；假设：联合体使知识在集群成员间传播")]
    public double JointResearch { get; init; } = 0.02;

    /// <summary>Public cost, share of the firm's R&amp;D.</summary>
    [Lever("share of R&D", 0, 0.5, "assumption: vouchers and platform work, booked as public cost",
        NameZh = "平台与创新券成本", UnitZh = "占研发费用", SourceZh = "假设：创新券和平台工作费用，计入公共成本")]
    public double PlatformCost { get; init; } = 0.01;

    public void Apply(ref ResearchProject project, in Card applicant)
    {
        if (!applicant.IsSme) return;
        project.TransferPace *= 1 + MoreTransfers;
        if (applicant.InCluster) project.Spillover += JointResearch;
        project.PublicCost += Fen.Share(project.Spending, PlatformCost);
    }

    public double WorthOf(in ResearchProject before, in ResearchProject after) =>
        12 * (after.TransferPace / before.TransferPace - 1) * Fen.ToYuan(before.ResultsWorth);
}
