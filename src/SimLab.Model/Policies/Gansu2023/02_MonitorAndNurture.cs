using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>
/// Monitors small firms, visits those on the roster and in the nurture pool, and guides firms past the above-scale
/// threshold into the statistics. A white list raises roster firms in the banks' ranking.
/// </summary>
[Channel(Indicator.NewAboveScale, Direction.Up, "newly above-scale firms")]
public sealed record MonitorAndNurture : Measure, IActsOn<StatisticsReport>, IActsOn<ServiceVisit>, IActsOn<LoanApplication>
{
    public override Clause Clause => new(Gansu2023.Document, 2, "加强中小微企业运行监测",
        "坚持“应统尽统、应报尽报”原则,精准帮扶企业“规下转规上”,完善企业“规下转规上”培育库…建立推行“白名单”和“六必访”制度…2023年力争新增入规企业300户以上.",
        "省统计局、省农业农村厅、省工信厅、省商务厅")
    {
        FinancedBy = Payer.Spending,
        NotModelled = "supply of land, energy and other inputs to roster firms, and help with finding hidden profit (挖潜增利); "
            + "monitoring as such, which changes nothing for a firm.",
        NotModelledZh = "规上企业的生产要素保障、挖潜增利；监测本身（不改变企业情况）。",
    };

    /// <summary>Reporting gained, share of the firms past the threshold that would not report.</summary>
    [Lever("share of those who would not report", 0, 1,
        "clause 2: 应统尽统; assumption: guidance brings in half of those past the threshold",
        NameZh = "达标未入统企业的入统提升", UnitZh = "占未入统企业", SourceZh = "第2条：应统尽统；假设：经辅导，已达规模而未入统的企业有一半入统")]
    public double ReportingGain { get; init; } = 0.5;

    /// <summary>Public cost per firm guided into the statistics, yuan.</summary>
    [Lever("yuan per firm guided", 0, 100_000, "assumption: one adviser's week for a firm that joins, booked as public cost",
        NameZh = "入统辅导成本", UnitZh = "元/户", SourceZh = "假设：每户入统企业需一名辅导人员工作一周，计入公共成本")]
    public long GuidanceCost { get; init; } = 3_000;

    /// <summary>Additional chance a month of a visit to SMEs on the roster or in the nurture pool.</summary>
    [Lever("chance a month", 0, 0.5,
        "clause 2: 包抓联, 六必访; assumption: a visit every year and a half to roster and nurture-pool firms",
        NameZh = "包抓联走访频率", UnitZh = "每月概率", SourceZh = "第2条：包抓联、六必访；假设：规上企业和培育库企业每一年半走访一次")]
    public double Visits { get; init; } = 0.055;

    /// <summary>Public cost per visit, yuan.</summary>
    [Lever("yuan per visit", 0, 10_000, "assumption: half a day of two officials, booked as public cost",
        NameZh = "每次走访成本", UnitZh = "元/次", SourceZh = "假设：两名干部半天工时，计入公共成本")]
    public long VisitCost { get; init; } = 400;

    /// <summary>Priority of roster SMEs in the banks' ranking, score 0–1.</summary>
    [Lever("score 0–1", 0, 0.3, "clause 2: 白名单; assumption: listed firms move up the bank's list",
        NameZh = "白名单企业贷款优先度", UnitZh = "评分 0–1", SourceZh = "第2条：白名单；假设：名单内企业在银行排序中靠前")]
    public double WhiteListPriority { get; init; } = 0.02;

    public void Apply(ref StatisticsReport report, in Card applicant)
    {
        var gain = (1 - report.Chance) * ReportingGain;
        report.Chance += gain;
        report.PublicCost += Fen.FromYuan(gain * GuidanceCost);
    }

    public void Apply(ref ServiceVisit visit, in Card applicant)
    {
        if (!applicant.IsSme || !(applicant.AboveScale || applicant.NearScale)) return;
        visit.Chance += Visits;
        visit.PublicCost += Fen.FromYuan(VisitCost * Visits);
    }

    public void Apply(ref LoanApplication application, in Card applicant)
    {
        if (applicant is { IsSme: true, AboveScale: true }) application.Priority += WhiteListPriority;
    }
}
