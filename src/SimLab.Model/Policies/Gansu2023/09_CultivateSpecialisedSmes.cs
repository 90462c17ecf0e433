using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>
/// Adds places to the prefectures' cultivation lists, whose firms it coaches and helps to a service firm, rewards firms that
/// earn a title of the ladder, brings the central fund to little giants that do research, and pays part of small firms'
/// guarantee fees.
/// </summary>
[Channel(Indicator.NewSpecialised, Direction.Up, "newly recognised specialised SMEs")]
[Channel(Indicator.ResearchSupport, Direction.Up, "research grants to little giants")]
[Channel(Indicator.GuaranteeFees, Direction.Down, "guarantors' fees paid")]
[MeantFor(TargetGroup.StrategicOrTitledResearch)]
public sealed record CultivateSpecialisedSmes
    : Measure, IClaimedOn<RecognitionFile>, IActsOn<RecognitionAward>, IActsOn<ServiceVisit>, IClaimedOn<ResearchProject>,
        IActsOn<LoanContract>, IActsOn<CultivationPlan>
{
    public override Clause Clause => new(Gansu2023.Document, 9, "加大专精特新中小企业培育力度",
        "完善企业培育库…积极争取中央财政中小企业发展专项资金支持专精特新中小企业高质量发展和小微企业融资担保业务降费奖补.对认定为省级“专精特新”中小企业每户奖励30万元,"
        + "认定为国家级专精特新“小巨人”企业每户再奖励50万元…完善服务专员工作机制…“一企一策”精准培育.",
        "省工信厅、省财政厅、省科技厅")
    {
        FinancedBy = Payer.Spending,
        NotModelled = "means of their own for high-tech firms, whose target is in this clause without one: coaching reaches those on the "
            + "lists; a step of its own to 创新型, for which the clause names no money.",
        NotModelledZh = "本条所列高新技术企业目标没有专门手段：辅导只覆盖培育库内企业；创新型中小企业一级没有专门资金。",
    };

    /// <summary>Reward for becoming a provincial specialised SME, yuan.</summary>
    [Lever("yuan", 0, 2_000_000, "clause 9: 每户奖励30万元",
        NameZh = "省级专精特新奖励", UnitZh = "元", SourceZh = "第9条：每户奖励30万元")]
    public long ProvincialReward { get; init; } = 300_000;

    /// <summary>Reward for becoming a national little giant, yuan.</summary>
    [Lever("yuan", 0, 3_000_000, "clause 9: 每户再奖励50万元",
        NameZh = "国家级小巨人再奖励", UnitZh = "元", SourceZh = "第9条：每户再奖励50万元")]
    public long NationalReward { get; init; } = 500_000;

    /// <summary>Points of 100 that coaching adds to an application.</summary>
    [Lever("points of 100", 0, 20, "clause 9: 服务专员, 一企一策; assumption: one service specialist per firm in the pool",
        NameZh = "服务专员辅导加分", UnitZh = "百分制分数", SourceZh = "第9条：服务专员、一企一策；假设：培育库内每户企业配一名服务专员")]
    public double CoachingGain { get; init; } = 3;

    /// <summary>Share of the application cost that the specialist takes over.</summary>
    [Lever("share of cost", 0, 1, "assumption: the specialist takes over half of the paperwork",
        NameZh = "服务专员代办材料比例", UnitZh = "占成本", SourceZh = "假设：服务专员承担一半申报材料工作")]
    public double PaperworkTaken { get; init; } = 0.5;

    /// <summary>Public cost of a specialist's work on one application, yuan.</summary>
    [Lever("yuan per file", 0, 200_000, "assumption: cost of a service specialist's work on one file, booked as public cost",
        NameZh = "每份材料服务专员成本", UnitZh = "元/份", SourceZh = "假设：服务专员办理一份申报材料的成本，计入公共成本")]
    public long SpecialistCost { get; init; } = 8_000;

    /// <summary>Places that the notice adds to the prefectures' cultivation lists.</summary>
    [Lever("firms per researcher of firms", 0, 0.2,
        "clause 9: 完善企业培育库, 服务专员; assumption: as many firms again as the prefectures coached before",
        NameZh = "培育库新增名额", UnitZh = "户/名企业研发人员", SourceZh = "第9条：完善企业培育库、服务专员；假设：名额比原有翻一番")]
    public double ListPlaces { get; init; } = 0.005;

    /// <summary>Public cost of a place on the lists, yuan a quarter.</summary>
    [Lever("yuan a quarter and place", 0, 50_000, "assumption: a tenth of an official's time for each firm, booked as public cost",
        NameZh = "培育库名额成本", UnitZh = "元/户·季", SourceZh = "假设：每户企业占用一名工作人员十分之一的工时，计入公共成本")]
    public long PlaceCost { get; init; } = 2_500;

    /// <summary>Share of a service firm's fee that the measure pays for firms of the pool.</summary>
    [Lever("share of the fee", 0, 1, "clause 9: 专属服务产品, 订单式服务; assumption: a third of the fee for firms on the lists",
        NameZh = "服务机构费用补助", UnitZh = "占费用", SourceZh = "第9条：专属服务产品、订单式服务；假设：补助培育库企业服务费的三成")]
    public double AdviserFeePaid { get; init; } = 0.3;

    /// <summary>Additional chance a month of a visit to firms of the pool.</summary>
    [Lever("chance a month", 0, 0.5,
        "clause 9: 培育库, 服务专员; assumption: a visit every ten months to firms on the lists",
        NameZh = "培育库走访频率", UnitZh = "每月概率", SourceZh = "第9条：培育库、服务专员；假设：培育库内企业每十个月走访一次")]
    public double PoolVisits { get; init; } = 0.10;

    /// <summary>Public cost per visit, yuan.</summary>
    [Lever("yuan per visit", 0, 10_000, "assumption: cost of one visit, booked as public cost",
        NameZh = "每次走访成本", UnitZh = "元/次", SourceZh = "假设：每次走访成本，计入公共成本")]
    public long VisitCost { get; init; } = 500;

    /// <summary>Yearly payment of the central fund to a little giant, yuan.</summary>
    [Lever("yuan a year and little giant", 0, 10_000_000,
        "clause 9: 中央财政中小企业发展专项资金; 6 million yuan over three years (财建〔2024〕148号, gansu.md A13), before it no figure "
        + "read; money of the central budget, booked as public cost",
        NameZh = "中央资金（每家小巨人每年）", UnitZh = "元/家·年",
        SourceZh = "第9条：中央财政中小企业发展专项资金；三年600万元（财建〔2024〕148号，甘肃数据说明A13），此前未查到金额；属中央财政资金，计入公共成本",
        Effect = "Boeing 2016")]
    public long CentralFund { get; init; } = 2_000_000;

    /// <summary>Cap of the central fund's payment, share of the firm's R&amp;D spending.</summary>
    [Lever("share of R&D", 0, 1, "assumption: the fund pays at most three tenths of what the firm spends, because it rewards performance",
        NameZh = "中央资金占研发比例", UnitZh = "占研发费用", SourceZh = "假设：资金按绩效奖励，最多承担企业支出的十分之三",
        Effect = "Boeing 2016")]
    public double CentralFundShare { get; init; } = 0.3;

    /// <summary>Reduction of the guarantee fee, share of the fee.</summary>
    [Lever("share of the fee", 0, 1,
        "clause 9: 小微企业融资担保业务降费奖补; assumption: half of the guarantor's fee, of small and micro firms and of SMEs with a "
        + "title",
        NameZh = "担保费减免比例", UnitZh = "占费用", SourceZh = "第9条：小微企业融资担保业务降费奖补；假设：小微企业和有资质的中小企业担保费减半")]
    public double GuaranteeFeeCut { get; init; } = 0.5;

    // A service specialist improves the application and takes over part of the application cost.
    public void Apply(ref RecognitionFile file, in Card applicant)
    {
        file.ExpectedReward += RewardFor(file.Title);
        if (!InPool(applicant)) return;
        file.ScoreGain += CoachingGain;
        file.CostOfApplying -= Fen.Share(file.CostOfApplying, PaperworkTaken);
        if (CoachingGain > 0 || PaperworkTaken > 0) file.PublicCost += SpecialistCost * Fen.PerYuan;
        var paid = Fen.Share(file.AdviserFee, AdviserFeePaid);
        file.AdviserFee -= paid;
        file.PublicCost += paid;
    }

    public void Apply(ref CultivationPlan plan, in Card applicant)
    {
        plan.Places += ListPlaces;
        plan.PublicCost += Fen.FromYuan(ListPlaces * plan.RndStaff * PlaceCost);
    }

    public double WorthOf(in RecognitionFile before, in RecognitionFile after) =>
        Fen.ToYuan(after.ExpectedReward - before.ExpectedReward + before.CostOfApplying - after.CostOfApplying
            + before.AdviserFee - after.AdviserFee);

    public void Apply(ref ResearchProject project, in Card applicant)
    {
        if (applicant.Holds(Title.LittleGiant))
            project.Support += Math.Min(CentralFund * Fen.PerYuan / 12, Fen.Share(project.Spending, CentralFundShare));
    }

    public double WorthOf(in ResearchProject before, in ResearchProject after) => 12 * Fen.ToYuan(after.Support - before.Support);

    public void Apply(ref LoanContract contract, in Card applicant)
    {
        if (!applicant.IsSmallOrMicro && !(applicant.IsSme && applicant.Titles != 0)) return;
        var cut = contract.GuaranteeFee * GuaranteeFeeCut;
        contract.GuaranteeFee -= cut;
        contract.PublicCost += Fen.Share(contract.Amount, cut);
    }

    // 再奖励: the national reward comes on top of the provincial one, which was paid when that title was earned.
    public void Apply(ref RecognitionAward award, in Card applicant) => award.Support += RewardFor(award.Title);

    public void Apply(ref ServiceVisit visit, in Card applicant)
    {
        if (!InPool(applicant)) return;
        visit.Chance += PoolVisits;
        visit.PublicCost += Fen.FromYuan(VisitCost * PoolVisits);
    }

    private long RewardFor(Title title) => Fen.PerYuan * title switch
    {
        Title.Specialised => ProvincialReward,
        Title.LittleGiant => NationalReward,
        _ => 0,
    };

    private static bool InPool(in Card applicant) => applicant is { IsSme: true, Listed: true };
}
