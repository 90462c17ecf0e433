using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Policies;

/// <summary>
/// Expands lending to small firms: central-bank money gives banks room and a premium for new inclusive loans, separate
/// plans reserve part of it for small firms, and first loans and strategic fields rise in the ranking. Principal due is
/// renewed without prior repayment where the bank finds the firm sound, manufacturers in strategic fields and in chains
/// get longer terms, and cash at hand offsets the loan.
/// </summary>
[Channel(Indicator.SmeLoansOwed, Direction.Up, "loans owed by SMEs")]
[Channel(Indicator.InclusiveLoansOwed, Direction.Up, "inclusive loans of small and micro firms")]
[Channel(Indicator.FirstLoanFirms, Direction.Up, "firms with a first loan")]
[Channel(Indicator.SmePrincipal, Direction.Down, "principal repaid by SMEs")]
[Channel(Indicator.Interest, Direction.Down, "interest paid")]
public sealed record FinancialSupport : Measure, IActsOn<CreditPlan>, IActsOn<LoanApplication>, IActsOn<LoanContract>, IActsOn<Repayment>
{
    public override Clause Clause => new(Gansu2023.Document, 3, "加大中小微企业金融支持力度",
        "用好支小再贷款、普惠小微贷款支持工具、科技创新再贷款…持续加大小微企业首贷、续贷、信用贷款投放力度,重点增加对先进制造业、战略性新兴产业和产业链供应链自主可控的中长期信贷支持,推广随借随还贷款模式…"
        + "鼓励金融机构单列小微企业信贷计划…2023年新增中小企业贷款800亿元左右.",
        "省金融监管局、人行兰州中心支行、甘肃银保监局")
    {
        NotModelled = "relending for science and technology as a tool of its own: there is one room for all relending; what "
            + "the four financial projects (金融“四大工程”) hold beyond this clause.",
        NotModelledZh = "科技创新再贷款未单列：各类再贷款合为一个额度；金融“四大工程”在本条之外的内容。",
    };

    /// <summary>Additional lending room from relending, share of the SME loan balance a year.</summary>
    [Lever("share of the SME loan balance a year", 0, 0.2,
        "clause 3: 支小再贷款 and other tools; assumption: 2 % of the balance, so that growth nears the 12.8 % of 2023 (gansu.md B5)",
        NameZh = "支小再贷款额度", UnitZh = "占中小企业贷款余额/年", SourceZh = "第3条：支小再贷款等工具；假设：相当于贷款余额的2%，使增速接近2023年的12.8%（甘肃数据说明B5）",
        Effect = "Banerjee & Duflo 2014")]
    public double RelendingRoom { get; init; } = 0.02;

    /// <summary>Interest the central bank forgoes on relending, share a year.</summary>
    [Lever("share of relending a year", 0, 0.05,
        "spread the central bank forgoes: LPR 3.65 % less relending rate 2.00 % (gansu.md A12), booked as public cost",
        NameZh = "再贷款让利", UnitZh = "占再贷款/年", SourceZh = "央行让渡的利差：LPR 3.65%减再贷款利率2.00%（甘肃数据说明A12），计入公共成本")]
    public double RelendingSpread { get; init; } = 0.0165;

    /// <summary>Premium to banks on new inclusive loans, share of the increase.</summary>
    [Lever("share of new inclusive lending", 0, 0.05, "普惠小微贷款支持工具: 1 % of the increase (gansu.md A12)",
        NameZh = "普惠小微贷款支持工具激励", UnitZh = "占普惠小微新增贷款", SourceZh = "普惠小微贷款支持工具：按增量的1%给予激励（甘肃数据说明A12）")]
    public double SupportTool { get; init; } = 0.01;

    /// <summary>Additional room reserved for small and micro firms, share of the room open to all.</summary>
    [Lever("share of the month's room that is open to all", 0, 1,
        "clause 3: 单列小微企业信贷计划; assumption: a fifth of it is set aside too",
        NameZh = "小微企业单列信贷份额", UnitZh = "占当月面向全体的信贷空间", SourceZh = "第3条：单列小微企业信贷计划；假设：再单列五分之一",
        Effect = "Banerjee & Duflo 2014")]
    public double SetAsideForSmall { get; init; } = 0.20;

    /// <summary>Priority of small and micro first-time borrowers, score 0–1.</summary>
    [Lever("score 0–1", 0, 0.5, "clause 3: 首贷; assumption: first-time borrowers move up the bank's list",
        NameZh = "首贷优先度", UnitZh = "评分 0–1", SourceZh = "第3条：首贷；假设：首次借款企业在银行排序中靠前")]
    public double FirstLoanPriority { get; init; } = 0.04;

    /// <summary>Priority of SMEs in strategic fields, score 0–1.</summary>
    [Lever("score 0–1", 0, 0.5, "clause 3: 先进制造业、战略性新兴产业; assumption",
        NameZh = "先进制造和战略性新兴产业优先度", UnitZh = "评分 0–1", SourceZh = "第3条：先进制造业、战略性新兴产业；假设")]
    public double StrategicPriority { get; init; } = 0.04;

    /// <summary>Lower standard and higher priority for small and micro firms without cover, score 0–1.</summary>
    [Lever("score 0–1 where nothing is covered", 0, 0.3,
        "clause 3: 信用贷款, 敢贷愿贷; assumption: banks accept a little more risk of small and micro firms with little to pledge, and "
        + "serve them a little sooner",
        NameZh = "敢贷愿贷程度", UnitZh = "评分 0–1（无抵押时）", SourceZh = "第3条：信用贷款、敢贷愿贷；假设：对抵押物少的小微企业，银行多承担一些风险，并稍早受理")]
    public double Boldness { get; init; } = 0.05;

    /// <summary>Principal due of sound small and micro firms that is renewed, share of what would be repaid.</summary>
    [Lever("share of what would be repaid", 0, 1,
        "clause 3: 续贷, 无还本续贷; assumption: a quarter more of what falls due to sound small and micro firms is renewed",
        NameZh = "无还本续贷增加", UnitZh = "占应还款额", SourceZh = "第3条：续贷、无还本续贷；假设：经营正常的小微企业到期贷款多续四分之一")]
    public double RenewalGain { get; init; } = 0.25;

    /// <summary>Longer term for industrial SMEs in strategic fields, months.</summary>
    [Lever("months", 0, 60,
        "clause 3: 中长期信贷; assumption: a year longer for industrial SMEs in strategic fields",
        NameZh = "贷款期限延长", UnitZh = "月", SourceZh = "第3条：中长期信贷；假设：战略性领域的工业中小企业贷款期限延长一年")]
    public double LongerTerm { get; init; } = 12;

    /// <summary>Longer term for other industrial SMEs in a chain, months.</summary>
    [Lever("months", 0, 60, "clause 3: 中长期信贷; assumption: half a year longer for industrial SMEs of a chain",
        NameZh = "链上贷款期限延长", UnitZh = "月", SourceZh = "第3条：中长期信贷；假设：产业链上的工业中小企业贷款期限延长半年")]
    public double LongerTermInChain { get; init; } = 6;

    /// <summary>Cash at hand of small and micro firms that offsets their loans, share.</summary>
    [Lever("share of cash at hand", 0, 1,
        "clause 3: 随借随还; assumption: a tenth of what small and micro firms have at hand rests against their loans",
        NameZh = "循环贷使用比例", UnitZh = "占手头现金", SourceZh = "第3条：随借随还；假设：小微企业手头资金的十分之一先冲抵贷款")]
    public double Revolving { get; init; } = 0.1;

    /// <summary>
    /// Reduction of the yearly interest rate of small and micro firms (0.001 = 0.1 percentage points).
    /// </summary>
    [Lever("percentage points / 100", 0, 0.03, "clause 3: cheaper money passed on; assumption: 0.1 points",
        NameZh = "贷款利率下降", UnitZh = "百分点/100", SourceZh = "第3条：低成本资金传导；假设：0.1个百分点")]
    public double RateCut { get; init; } = 0.001;

    public void Apply(ref CreditPlan plan, in Card applicant)
    {
        plan.ExtraRoom += RelendingRoom + SupportTool * plan.RoomPerPremium;
        plan.SetAsideForSmall += (1 - plan.SetAsideForSmall) * SetAsideForSmall;
        // A twelfth of the year's relending each month, out for a year: half of it on average.
        plan.PublicCost += Fen.Share(plan.Balance, RelendingRoom / 12 * RelendingSpread);
    }

    public void Apply(ref LoanApplication application, in Card applicant)
    {
        if (application.FirstLoan && applicant.IsSmallOrMicro) application.Priority += FirstLoanPriority;
        if (applicant.StrategicField && applicant.IsSme) application.Priority += StrategicPriority;
        if (!applicant.IsSmallOrMicro) return;
        application.Standard -= Boldness * (1 - application.Cover);
        application.Priority += Boldness * (1 - application.Cover);
        application.RateCut += RateCut;
    }

    public void Apply(ref LoanContract contract, in Card applicant)
    {
        if (applicant.IsSmallOrMicro && contract.Amount <= CreditPrices.InclusiveLimit) contract.PublicCost += Fen.Share(
            contract.NewMoney, SupportTool);
        if (!applicant.IsSme || !applicant.Industry.IsIndustrial()) return;
        if (applicant.StrategicField) contract.Term += LongerTerm;
        else if (applicant.InChain) contract.Term += LongerTermInChain;
    }

    // Renewed principal would have been repaid: banks keep their money lent, and the room for new loans shrinks by as
    // much.
    public void Apply(ref Repayment repayment, in Card applicant)
    {
        if (!applicant.IsSmallOrMicro) return;
        repayment.Revolving += (1 - repayment.Revolving) * Revolving;
        if (repayment.Sound) repayment.RenewedShare += (1 - repayment.RenewedShare) * RenewalGain;
    }
}
