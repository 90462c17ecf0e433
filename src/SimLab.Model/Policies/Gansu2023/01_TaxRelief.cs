using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>
/// Implements the tax and fee reliefs already decided. The law itself is in the rulebook and in every arm; this measure
/// can improve it. Its own effects are take-up, speed and funds: it brings claimable reliefs to firms that would not
/// have claimed them, pays VAT refunds sooner, subsidises the insurance of people from key groups, and invests the
/// province's two funds in projects of manufacturers and of the data industry.
/// </summary>
[Channel(Indicator.RefundsPaid, Direction.Up, "unemployment-insurance refunds paid")]
[Channel(Indicator.IncomeTax, Direction.Down, "income tax paid")]
[Channel(Indicator.EmploymentCredits, Direction.Up, "tax credits for people from key groups")]
[Channel(Indicator.SupportPaid, Direction.Up, "subsidies paid for the insurance of people from key groups")]
[Channel(Indicator.VatRefunded, Direction.Up, "input VAT refunded")]
[Channel(Indicator.EquityRaised, Direction.Up, "equity raised, the province's two funds included")]
[MeantFor(TargetGroup.WithKeyPeople)]
public sealed record TaxRelief : Measure, IActsOn<TaxReturn>, IActsOn<EmploymentReport>, IClaimedOn<StaffPlan>,
    IActsOn<InvestorPlan>, IActsOn<EquityRound>
{
    public override Clause Clause => new(Gansu2023.Document, 1, "强化政策落实和支持力度",
        "统筹使用省级制造业高质量发展专项、数据信息产业发展资金等支持中小企业发展.深入落实减税降费、稳岗返还等政策…落实企业吸纳就业税费支持政策、社保补贴政策等…"
        + "落实科技型中小企业研发费用加计扣除税收支持政策…再按照实际发生额的100%在税前加计扣除;…持续落实增值税留抵退税、减征“六税两费”….",
        "省财政厅、省税务局、省科技厅、省工信厅、省人社厅")
    {
        NotModelled = "amortisation of research intangibles at 200 % (research is expensed); grants of the two funds (their "
            + "money comes as equity); credits for hired veterans, and the part of employment credits that is set "
            + "against income tax; adjusting what lapsed at the end of 2022; relief of income tax of small "
            + "low-profit firms and of VAT of small-scale taxpayers is law in every arm, so nothing of it is this "
            + "measure's.",
        NotModelledZh = "无形资产按200%摊销（模型中研发全部费用化）；两项专项资金的无偿补助（模型中以股权投入）；招用退役士兵的扣减"
            + "，以及就业扣减中抵减所得税的部分；2022年底到期政策的优化调整；小型微利企业所得税和小规模纳税人增值税减免属"
            + "现行法律，各方案相同，不计为本措施的作用。",
    };

    /// <summary>Extra deduction of R&amp;D expense for technology SMEs, share.</summary>
    [Lever("share of R&D expense", 0, 2,
        "clause 1: 100 % for technology SMEs; the law gives it to everybody from 2023 (财税公告2023年第7号), so only more than 1 adds to "
        + "it then",
        NameZh = "研发费用加计扣除比例", UnitZh = "占研发费用",
        SourceZh = "第1条：科技型中小企业100%；自2023年起法律已惠及所有企业（财税公告2023年第7号），此后只有大于1的部分才是新增优惠",
        Effect = "Jia & Ma 2017; Dechezleprêtre et al. 2016")]
    public double SuperDeduction { get; init; } = 1.0;

    /// <summary>Reduction of the six taxes and two fees for small low-profit firms (小型微利企业), share.</summary>
    [Lever("share", 0, 1, "clause 1: 减征“六税两费”; the law's half (财税公告2022年第10号, 2023年第12号) for small low-profit firms",
        NameZh = "“六税两费”减征比例", UnitZh = "比例", SourceZh = "第1条：减征“六税两费”；法律对小型微利企业减半征收（财税公告2022年第10号、2023年第12号）",
        Effect = "Cui, Wei, Xie & Xing 2025; 南开经济研究 2024(3)")]
    public double SixTaxesRelief { get; init; } = 0.5;

    /// <summary>Take-up gain of reliefs that must be claimed, share of the firms that would not claim.</summary>
    [Lever("share of those who would not claim", 0, 1, "clause 1: 推动已出台政策措施落地见效; assumption: tax staff reach three in ten",
        NameZh = "辅导未申报企业享受税惠的比例", UnitZh = "占未申报企业", SourceZh = "第1条：推动已出台政策措施落地见效；假设：税务人员辅导到十分之三的企业",
        Effect = "Cui, Hicks & Xing 2022")]
    public double ClaimsHelped { get; init; } = 0.3;

    /// <summary>Take-up gain of the stabilisation refund, share of the SMEs that would not claim.</summary>
    [Lever("share of those who would not claim", 0, 1, "clause 1: 落实稳岗返还; assumption: half are paid without asking (免申即享)",
        NameZh = "稳岗返还免申即享比例", UnitZh = "占未申报企业", SourceZh = "第1条：落实稳岗返还；假设：一半企业免申即享")]
    public double RefundsHelped { get; init; } = 0.5;

    /// <summary>Take-up gain of the employment credit, share of the firms that would not claim.</summary>
    [Lever("share of those who would not claim", 0, 1, "clause 1: 落实就业税收扣减; assumption: tax staff reach three in ten",
        NameZh = "辅导申领就业税收扣减的比例", UnitZh = "占未申报企业", SourceZh = "第1条：落实就业税收扣减；假设：税务人员辅导到十分之三的企业")]
    public double CreditsHelped { get; init; } = 0.3;

    /// <summary>VAT refunds paid sooner, share of those not paid within the quarter.</summary>
    [Lever("share of those not paid within the quarter", 0, 1, "clause 1: 增值税留抵退税; assumption: a third of them is paid sooner",
        NameZh = "加快退税的比例", UnitZh = "占当季未退企业", SourceZh = "第1条：增值税留抵退税；假设：其中三分之一提前退还")]
    public double RefundsHastened { get; init; } = 0.33;

    /// <summary>Public cost of a VAT refund paid sooner, share of the refund.</summary>
    [Lever("share of the refund", 0, 0.2,
        "assumption: a year's one-year LPR of 2023 (gansu.md A12) on money that would have been set off a year later, booked as public "
        + "cost",
        NameZh = "加快退税的成本", UnitZh = "占退税额", SourceZh = "假设：这些款项本应在一年后抵扣，按2023年一年期LPR计一年资金成本（甘肃数据说明A12），计入公共成本")]
    public double CostOfHaste { get; init; } = 0.0355;

    /// <summary>Social-insurance subsidy to SMEs for each hire from key groups, yuan.</summary>
    [Lever("yuan a person", 0, 50_000,
        "clause 1: 社会保险补贴; the employer's premiums for a year; no figure in the document, assumption: a fifth of a wage of 50,000",
        NameZh = "每人社保补贴", UnitZh = "元/人", SourceZh = "第1条：社会保险补贴；用人单位一年的社保缴费；文件未列金额，假设：年工资5万元的五分之一")]
    public long InsuranceSubsidy { get; init; } = 10_000;

    /// <summary>Yearly investment in manufacturers, yuan.</summary>
    [Lever("yuan a year", 0, 10_000_000_000, "clause 1: 省级制造业专项资金; no figure in the document, assumption",
        NameZh = "制造业专项资金", UnitZh = "元/年", SourceZh = "第1条：省级制造业专项资金；文件未列金额，假设")]
    public long ManufacturingFund { get; init; } = 150_000_000;

    /// <summary>Yearly investment in the data industry, yuan.</summary>
    [Lever("yuan a year", 0, 10_000_000_000, "clause 1: 数据产业专项资金; no figure in the document, assumption",
        NameZh = "数据信息产业专项资金", UnitZh = "元/年", SourceZh = "第1条：数据产业专项资金；文件未列金额，假设")]
    public long DataFund { get; init; } = 50_000_000;

    /// <summary>Expected public loss on the funds' investments, share.</summary>
    [Lever("share of the funds' money", 0, 1,
        "assumption: what the public expects to lose on it, booked as public cost; the rest comes back",
        NameZh = "资金预期损失比例", UnitZh = "占资金规模", SourceZh = "假设：预计由公共资金承担的损失，计入公共成本；其余可收回")]
    public double ExpectedLoss { get; init; } = 0.1;

    /// <summary>Additional chance a month that a firm eligible for the funds seeks equity.</summary>
    [Lever("chance a month", 0, 0.2,
        "assumption: the funds look for projects; each firm of their trades on the roster, near it or with a title brings one every ten "
        + "years more than it would",
        NameZh = "申报项目的频率", UnitZh = "每月概率", SourceZh = "假设：专项资金主动征集项目；所属行业中已入规、接近入规或持有资质的企业，每户平均每十年多报一个项目")]
    public double ProjectsSought { get; init; } = 0.008;

    public void Apply(ref TaxReturn form, in Card applicant)
    {
        if (applicant.Holds(Title.TechSme)) form.SuperDeduction = Math.Max(form.SuperDeduction, SuperDeduction);
        if (applicant.SmallLowProfit) form.SixTaxesDue = Math.Min(form.SixTaxesDue, 1 - SixTaxesRelief);
        form.ClaimChance += (1 - form.ClaimChance) * ClaimsHelped;
        form.CreditClaimChance += (1 - form.CreditClaimChance) * CreditsHelped;
        form.HastenVatRefunds(RefundsHastened, CostOfHaste);
    }

    public void Apply(ref EmploymentReport form, in Card applicant)
    {
        if (applicant.IsSme) form.ClaimChance += (1 - form.ClaimChance) * RefundsHelped;
    }

    public void Apply(ref StaffPlan plan, in Card applicant)
    {
        if (applicant.IsSme) plan.Support += plan.KeyPeople * InsuranceSubsidy * Fen.PerYuan;
    }

    public double WorthOf(in StaffPlan before, in StaffPlan after) => Fen.ToYuan(after.Support - before.Support);

    public void Apply(ref InvestorPlan plan, in Card applicant)
    {
        plan.ForManufacturing += ManufacturingFund * Fen.PerYuan;
        plan.ForData += DataFund * Fen.PerYuan;
        plan.PublicCost += Fen.FromYuan((ManufacturingFund + DataFund) / 12.0 * ExpectedLoss);
    }

    public void Apply(ref EquityRound round, in Card applicant)
    {
        if (!applicant.IsSme || !(applicant.AboveScale || applicant.NearScale || applicant.Titles != 0)) return;
        if ((applicant.Industry == Industry.Manufacturing && ManufacturingFund > 0) || (applicant.Industry.IsData() && DataFund > 0))
            round.Chance += ProjectsSought;
    }
}
