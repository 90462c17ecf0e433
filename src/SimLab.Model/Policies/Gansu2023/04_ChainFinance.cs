using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>
/// Firms along a chain borrow against what chain leaders and public bodies owe them: the leader's credit stands behind
/// the pledge. Banks meet the specialised firms of each chain in batches.
/// </summary>
[Channel(Indicator.ChainFirmLoans, Direction.Up, "loans granted to SMEs of a chain")]
public sealed record ChainFinance : Measure, IActsOn<LoanApplication>
{
    public override Clause Clause => new(Gansu2023.Document, 4, "促进产业链上中小微企业融资",
        "推广应收账款质押融资,发挥产业链链主企业作用,大力发展上下游中小微企业供应链融资,实现自身优质信用与上下游企业共享…“一链一策一批”中小微企业融资促进行动及“专精特新”中小企业政银企对接活动.",
        "省发展改革委、省政府国资委、省科技厅、省工信厅、省金融监管局、人行兰州中心支行、甘肃银保监局")
    {
        NotModelled = "more medium- and long-term and unsecured loans to chains (longer terms are clause 3's), credit plans "
            + "made for single firms, information shared between industry and banks, the three belts and seven "
            + "clusters as places.",
        NotModelledZh = "扩大产业链中长期贷款、信用贷款规模（延长期限计入第3条）；专门授信方案、产融信息共享；3个产业集聚带和7个千亿"
            + "级产业集群未按地点区分。",
    };

    /// <summary>Gain of score from pledged invoices that cover the whole loan, score 0–1.</summary>
    [Lever("score 0–1 at full cover", 0, 0.5,
        "clause 4: 应收账款质押; assumption: a pledge of unpaid invoices is worth more to the bank than machines",
        NameZh = "应收账款质押加分", UnitZh = "足额质押时的评分 0–1", SourceZh = "第4条：应收账款质押；假设：对银行而言，未收账款的质押价值高于机器设备")]
    public double PledgeGain { get; init; } = 0.15;

    /// <summary>Share of an invoice not yet due that banks accept as a pledge.</summary>
    [Lever("share lent on", 0, 1, "clause 4: 应收账款质押; assumption: what banks count of an invoice that is not due",
        NameZh = "未到期应收账款质押率", UnitZh = "质押率", SourceZh = "第4条：应收账款质押；假设：银行对未到期账款认定的比例")]
    public double CountedNotDue { get; init; } = 0.8;

    /// <summary>Share of an invoice overdue up to three months that banks accept as a pledge.</summary>
    [Lever("share lent on", 0, 1,
        "clause 4: 应收账款质押; assumption: of one overdue up to three months; older ones are no pledge, as is usual in lending on "
        + "receivables",
        NameZh = "逾期应收账款质押率", UnitZh = "质押率", SourceZh = "第4条：应收账款质押；假设：逾期三个月以内账款的认定比例；逾期更久的按应收账款融资惯例不作质押")]
    public double CountedLate { get; init; } = 0.4;

    /// <summary>
    /// Reduction of the yearly interest rate where a leader owes the firm money (0.003 = 0.3 percentage points).
    /// </summary>
    [Lever("percentage points / 100", 0, 0.03, "clause 4: 链主优质信用共享; assumption: 0.3 points where a leader owes the firm money",
        NameZh = "链主信用共享降息", UnitZh = "百分点/100", SourceZh = "第4条：链主优质信用共享；假设：链主欠企业货款时降低0.3个百分点")]
    public double LeaderRateCut { get; init; } = 0.003;

    /// <summary>Priority of chain SMEs in the banks' ranking, score 0–1.</summary>
    [Lever("score 0–1", 0, 0.3, "clause 4: 一链一策一批; assumption: chain firms move up the bank's list",
        NameZh = "链上企业贷款优先度", UnitZh = "评分 0–1", SourceZh = "第4条：一链一策一批；假设：链上企业在银行排序中靠前")]
    public double ChainPriority { get; init; } = 0.03;

    /// <summary>Additional priority of specialised chain SMEs, score 0–1.</summary>
    [Lever("score 0–1", 0, 0.3, "clause 4: 专精特新政银企对接; assumption",
        NameZh = "专精特新企业贷款优先度", UnitZh = "评分 0–1", SourceZh = "第4条：专精特新政银企对接；假设")]
    public double SpecialisedPriority { get; init; } = 0.05;

    /// <summary>Public cost per application, yuan.</summary>
    [Lever("yuan per application", 0, 10_000, "assumption: running the platform and the matching events, booked as public cost",
        NameZh = "每笔对接成本", UnitZh = "元/笔", SourceZh = "假设：平台运行和对接活动费用，计入公共成本")]
    public long MatchingCost { get; init; } = 200;

    public void Apply(ref LoanApplication application, in Card applicant)
    {
        if (!applicant.IsSme || !applicant.InChain) return;
        var counted = Counted(application.OwedByCustomer) + Counted(application.OwedByPublic);
        application.Score += PledgeGain * Math.Min(1, counted / Math.Max(1.0, application.Amount));
        application.Priority += ChainPriority;
        if (applicant.Holds(Title.Specialised)) application.Priority += SpecialisedPriority;
        if (application.SellsToLeader && application.OwedByCustomer.Total > 0) application.RateCut += LeaderRateCut;
        application.PublicCost += MatchingCost * Fen.PerYuan;
    }

    private double Counted(in Receivables claims) => CountedNotDue * claims.NotDue + CountedLate * claims.LateTo3;
}
