using System.Collections.Immutable;
using System.Reflection;

namespace SimLab.Model.Messages;

/// <summary>
/// Columns of the tally. Each says here, and nowhere else, its names, its unit, whether it is a flow of the month or a
/// stock at its end, its effect on the cash of firms, and whether the planners' workbook shows it. Without an English name
/// it has the identifier in words.
/// </summary>
public enum Indicator
{
    // flows, fen
    [Flow("营业收入", "fen", Planners = true)] Sales,
    [Flow("一般市场销售", "fen", Cash = 1, With = Sector.Outside)] OrdinarySales,
    [Flow("政府采购交付额", "fen")] PublicDelivered,
    [Flow("产业链交付额", "fen")] ChainDelivered,
    [Flow("利润", "fen")] Profit,
    [Flow("政府采购回款", "fen", Cash = 1, With = Sector.Government)] PublicPaid,
    [Flow("政府采购提前回款", "fen", English = "Paid sooner by public bodies")] PublicPaidSooner,
    [Flow("产业链回款", "fen", Cash = 1, With = Sector.Firms)] ChainPaid,
    [Flow("发放贷款", "fen", Cash = 1, With = Sector.Banks)] LoansGranted,
    [Flow("发放中小企业贷款", "fen", English = "SME loans granted", Planners = true)] SmeLoansGranted,
    [Flow("政策支持资金", "fen", Cash = 1, With = Sector.Government)] SupportPaid,
    [Flow("退税退费", "fen", Cash = 1, With = Sector.Government)] RefundsPaid,
    [Flow("股权资金流入", "fen", Cash = 1, With = Sector.Households)] EquityIn,
    [Flow("原材料支出", "fen", Cash = -1, With = Sector.Outside)] Materials,
    [Flow("工资支出", "fen", Cash = -1, With = Sector.Households)] Wages,
    [Flow("管理费用", "fen", Cash = -1, With = Sector.Outside)] Overhead,
    [Flow("利息支出", "fen", Cash = -1, With = Sector.Banks)] Interest,
    [Flow("归还本金", "fen", Cash = -1, With = Sector.Banks)] Principal,
    [Flow("增值税", "fen", Cash = -1, With = Sector.Government, English = "VAT")] Vat,
    [Flow("附加税费", "fen", Cash = -1, With = Sector.Government)] Surcharges,
    [Flow("所得税", "fen", Cash = -1, With = Sector.Government)] IncomeTax,
    [Flow("设备投资", "fen", Cash = -1, With = Sector.Outside, English = "Equipment investment", Planners = true)] Investment,
    [Flow("实际研发投入", "fen", Cash = -1, With = Sector.Households, English = "Real R&D spending")] RndReal,
    [Flow("归集研发费用", "fen", English = "R&D spending, as reported", Planners = true)] RndReported,
    [Flow("向链上供应商付款", "fen", Cash = -1, With = Sector.Firms)] ChainPayments,
    [Flow("申报成本", "fen", Cash = -1, With = Sector.Outside)] ApplicationCosts,
    [Flow("创建资质投入", "fen", Cash = -1, With = Sector.Outside, English = "Spent to qualify for titles")] TitleWorkCosts,
    [Flow("分红", "fen", Cash = -1, With = Sector.Households)] Dividends,
    [Flow("清算收回", "fen", Cash = -1, With = Sector.Households)] Liquidated,
    [Flow("核销贷款", "fen")] LoansWrittenOff,
    [Flow("注销企业留下的政府欠款", "fen")] PublicClaimsLeft,
    [Flow("注销企业留下的链上欠款", "fen")] ChainClaimsLeft,
    [Flow("政府采购中标额", "fen")] PublicOrdersWon,
    [Flow("产业链订单", "fen")] ChainOrdersWon,
    [Flow("下达链上订单", "fen")] ChainOrdersPlaced,
    [Flow("申请贷款额", "fen")] LoansAsked,
    [Flow("中小企业归还本金", "fen", English = "Principal repaid by SMEs")] SmePrincipal,
    [Flow("销项税额", "fen", English = "VAT passed on")] VatPassedOn,
    [Flow("新设企业带来的需求", "fen")] DemandFounded,
    [Flow("退出企业留下的需求", "fen")] DemandLeft,
    [Flow("股权融资额", "fen", Cash = 1, With = Sector.Outside)] EquityRaised,
    [Flow("缴纳费用", "fen", Cash = -1, With = Sector.Government)] FeesPaid,
    [Flow("链上企业贷款", "fen")] ChainFirmLoans,
    [Flow("链上坏账损失", "fen")] ChainClaimsLost,
    [Flow("链上违约债务", "fen")] ChainDebtsDefaulted,
    [Flow("就业税收扣减", "fen", Cash = 1, With = Sector.Government)] EmploymentCredits,
    [Flow("进项税额", "fen", Cash = -1, With = Sector.Government, English = "Input VAT")] InputVat,
    [Flow("抵扣进项税", "fen", Cash = 1, With = Sector.Government, English = "VAT recovered")] VatRecovered,
    [Flow("留抵退税", "fen", Cash = 1, With = Sector.Government, English = "VAT refunded")] VatRefunded,
    [Flow("担保费", "fen", Cash = -1, With = Sector.Banks)] GuaranteeFees,
    [Flow("营销费用", "fen", Cash = -1, With = Sector.Outside)] MarketingCosts,
    [Flow("促销活动销售", "fen")] CampaignSales,
    [Flow("展会销售", "fen")] FairSales,
    [Flow("本地居民购买", "fen", English = "Sales to households of the province")] SalesToHouseholds,
    [Flow("新增市场销售", "fen", English = "Sales new to the market")] AddedToMarket,
    [Flow("赢得客户", "fen", English = "Customers won")] CustomersWon,
    [Flow("研发补助", "fen")] ResearchSupport,
    [Flow("注销企业留下的留抵税额", "fen", English = "VAT credit left by closed firms")] VatCreditLeft,
    // stocks, fen
    [Stock("货币资金", "fen")] CashHeld,
    [Stock("贷款余额", "fen", English = "All loans of firms", Planners = true)] LoansOwed,
    [Stock("中小企业贷款余额", "fen", English = "SME loans", Planners = true)] SmeLoansOwed,
    [Stock("小微企业贷款余额", "fen", English = "Loans of small and micro firms")] SmallMicroLoansOwed,
    [Stock("普惠小微贷款余额", "fen", English = "Inclusive small-firm loans", Planners = true)] InclusiveLoansOwed,
    // total owed, overdue, and overdue by age: by public bodies, by chain leaders, and by the first tier to the second
    [Stock("公共部门应付账款", "fen")] PublicOwes,
    [Stock("公共部门拖欠账款", "fen", English = "Overdue from public bodies", Planners = true)] PublicArrears,
    [Stock("公共部门拖欠三个月以内", "fen")] PublicLateTo3,
    [Stock("公共部门拖欠三至十二个月", "fen")] PublicLate3To12,
    [Stock("公共部门拖欠一年以上", "fen")] PublicLateOverYear,
    [Stock("链主应付账款", "fen")] LargeOwes,
    [Stock("链主拖欠账款", "fen", English = "Overdue from large firms", Planners = true)] LargeArrears,
    [Stock("链主拖欠三个月以内", "fen")] LargeLateTo3,
    [Stock("链主拖欠三至十二个月", "fen")] LargeLate3To12,
    [Stock("链主拖欠一年以上", "fen")] LargeLateOverYear,
    [Stock("一级供应商应付账款", "fen")] FirstTierOwes,
    [Stock("一级供应商拖欠账款", "fen")] FirstTierArrears,
    [Stock("一级供应商拖欠三个月以内", "fen")] FirstTierLateTo3,
    [Stock("一级供应商拖欠三至十二个月", "fen")] FirstTierLate3To12,
    [Stock("一级供应商拖欠一年以上", "fen")] FirstTierLateOverYear,
    [Stock("链上应付账款", "fen")] ChainPayable,
    [Stock("一级供应商应付款", "fen")] FirstTierPayable,
    [Stock("固定资产", "fen")] FixedAssets,
    [Stock("知识存量", "fen")] KnowledgeHeld,
    [Stock("集群知识存量", "fen")] ClusterKnowledge,
    [Stock("留抵税额", "fen", English = "VAT credit held")] VatCreditHeld,
    [Stock("市场需求", "fen")] DemandHeld,
    // counts of firms, people and applications
    [Stock("企业数", "firms", Planners = true)] Firms,
    [Stock("中小微企业数", "firms", English = "SMEs")] Smes,
    [Stock("从业人数", "people", English = "Jobs", Planners = true)] Staff,
    [Stock("研发人员", "people", English = "R&D staff")] RndStaff,
    [Stock("知晓政策的企业(折算)", "millionths", English = "Firms that know the policy (equivalents)")] AwarenessMillionths,
    [Stock("高新技术企业", "firms", English = "High-tech enterprises", Planners = true)] HighTech,
    [Stock("科技型中小企业", "firms", English = "Technology SMEs")] TechSme,
    [Stock("创新型中小企业", "firms", English = "Innovative SMEs", Planners = true)] Innovative,
    [Stock("省级专精特新中小企业", "firms", English = "Specialised SMEs of the province", Planners = true)] Specialised,
    [Stock("专精特新“小巨人”企业", "firms", English = "Little giants", Planners = true)] LittleGiant,
    [Stock("规上工业企业", "firms", English = "Firms above scale", Planners = true)] AboveScale,
    [Stock("上云的专精特新企业", "firms", English = "Specialised SMEs on the cloud")] SpecialisedOnCloud,
    [Stock("有贷款的专精特新企业", "firms", English = "Specialised SMEs with a loan")] SpecialisedWithLoan,
    [Stock("上云企业", "firms")] CloudFirms,
    [Stock("质量认证企业", "firms")] CertifiedFirms,
    [Flow("新认定高新技术企业", "firms", English = "New high-tech enterprises", Planners = true)] NewHighTech,
    [Flow("新认定省级专精特新企业", "firms", English = "New specialised SMEs", Planners = true)] NewSpecialised,
    [Flow("新认定“小巨人”企业", "firms", English = "New little giants", Planners = true)] NewLittleGiant,
    [Flow("新增规上企业", "firms", English = "Newly above scale", Planners = true)] NewAboveScale,
    [Flow("首贷户", "firms", English = "Firms with a first loan", Planners = true)] FirstLoanFirms,
    [Flow("贷款申请", "count")] LoanApplications,
    [Flow("贷款被拒", "count", English = "Loan applications refused", Planners = true)] LoanRefusals,
    [Flow("投标", "count")] Bids,
    [Flow("大型工程投标", "count")] BidsForLargeWorks,
    [Flow("中标", "count")] BidsWon,
    [Flow("新设企业", "firms", English = "Firms founded", Planners = true)] Founded,
    [Flow("退出企业", "firms", English = "Firms closed", Planners = true)] Left,
    [Flow("破产企业", "firms", English = "Insolvencies", Planners = true)] Insolvent,
    [Stock("空置席位", "count")] VacantSlots,
    [Flow("高新技术企业申报", "count")] FilesHighTech,
    [Flow("专精特新申报", "count")] FilesSpecialised,
    [Flow("认定未通过", "count", English = "Applications for titles refused")] FilesRefused,
    [Flow("服务机构代办申报", "count", English = "Applications prepared by service firms")] FilesAdvised,
    [Stock("正在创建资质的企业", "firms", English = "Firms that work for a title")] WorkingForTitle,
    [Stock("列入梯度培育库的企业", "firms", English = "Firms on cultivation lists")] ListedFirms,
    [Flow("断供次数", "stops")] SupplyStops,
    [Flow("走访次数", "count")] Visits,
    [Flow("成果转化", "results")] TransfersMade,
    [Flow("新授权I类知识产权", "results")] Class1Granted,
    [Flow("引进研发人员", "people")] ResearchersHired,
    [Flow("引进关键人才", "people")] KeyPeopleHired,
}

/// <summary>What the indicators say of themselves.</summary>
public static class Indicators
{
    /// <summary>All indicators, in the order of their columns.</summary>
    public static ImmutableArray<Indicator> All { get; } = [.. Enum.GetValues<Indicator>()];

    /// <summary>Number of indicators.</summary>
    public static readonly int Count = Enum.GetValues<Indicator>().Length;

    /// <summary>Flows that bring cash to firms, and those that take it from them.</summary>
    public static ImmutableArray<Indicator> CashIn { get; } = [.. All.Where(indicator => Of(indicator).Cash > 0)];

    /// <inheritdoc cref="CashIn"/>
    public static ImmutableArray<Indicator> CashOut { get; } = [.. All.Where(indicator => Of(indicator).Cash < 0)];

    /// <summary>With whom firms exchange the cash of a flow; null: none is exchanged.</summary>
    public static Sector? With(Indicator indicator) => Of(indicator) is { Cash: not 0, With: var sector } ? sector : null;

    /// <summary>Effect of a flow on the cash of firms: 1 brings cash, −1 takes it, 0 does neither.</summary>
    public static int Cash(Indicator indicator) => Of(indicator).Cash;

    /// <summary>Those that the planners' workbook shows.</summary>
    public static ImmutableArray<Indicator> ForPlanners { get; } = [.. All.Where(indicator => Of(indicator).Planners)];

    /// <summary>English name of an indicator; null: its identifier in words.</summary>
    public static string? English(Indicator indicator) => Of(indicator).English;

    /// <summary>Chinese name of an indicator.</summary>
    public static string Chinese(Indicator indicator) => Of(indicator).Chinese;

    /// <summary>Unit of an indicator in the tally: "fen", "millionths" (of a firm), "firms", "people", "count" …</summary>
    public static string Unit(Indicator indicator) => Of(indicator).Unit;

    /// <summary>Unit in which people are shown an indicator: "yuan", "firms", "people", "count" …</summary>
    public static string ShownUnit(Indicator indicator) =>
        Unit(indicator) switch { "fen" => "yuan", "millionths" => "firms", var unit => unit };

    /// <summary>Whether an indicator is an amount of money.</summary>
    public static bool IsMoney(Indicator indicator) => Unit(indicator) == "fen";

    /// <summary>Number of units of the tally in one unit shown to people: 100 fen make a yuan.</summary>
    public static double PerShownUnit(Indicator indicator) =>
        Unit(indicator) switch { "fen" => Fen.PerYuan, "millionths" => 1e6, _ => 1 };

    /// <summary>Whether monthly values add up over months, unlike stocks.</summary>
    public static bool IsFlow(Indicator indicator) => Of(indicator) is FlowAttribute;

    private static QuantityAttribute Of(Indicator indicator) => Declared.Quantities[(int)indicator];

    // Read once, before the lists above ask for them.
    private static class Declared
    {
        public static readonly ImmutableArray<QuantityAttribute> Quantities =
        [
            .. Enum.GetNames<Indicator>().Select(name => typeof(Indicator).GetField(name)!.GetCustomAttribute<QuantityAttribute>()
                ?? throw new InvalidOperationException($"Bug in SimLab: the indicator {name} is neither [Flow] nor [Stock].")),
        ];
    }
}
