using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>
/// Raises demand for small firms: public buyers favour them beyond the law, equipment renewal is supported, vouchers
/// bring consumers into shops, stands at fairs and on platforms bring orders from outside, and large firms publish
/// their purchase lists. Vouchers and stands are limited and shared among participants.
/// </summary>
[Channel(Indicator.PublicOrdersWon, Direction.Up, "public orders won")]
[Channel(Indicator.CampaignSales, Direction.Up, "sales that vouchers brought to shops")]
[Channel(Indicator.FairSales, Direction.Up, "orders from fairs and platforms")]
[Channel(Indicator.ChainOrdersWon, Direction.Up, "orders won along chains")]
[MeantFor(TargetGroup.TitledOrAboveScaleIndustry)]
public sealed record ProcurementSupport : Measure, IActsOn<Tender>, IClaimedOn<InvestmentPlan>, IClaimedOn<SalesPlan>,
    IActsOn<CampaignPlan>, IActsOn<PurchasePlan>
{
    public override Clause Clause => new(Gansu2023.Document, 5, "有效扩大市场需求",
        "支持中小企业设备更新和技术改造…货物、服务类政府采购项目给予小微企业的价格扣除优惠提高至10%—20%,超过400万元的工程采购项目面向中小企业的预留份额阶段性提高至40%以上."
        + "组织开展各类促销活动,落实扩大汽车、绿色智能家电消费以及绿色建材…等促消费政策措施…组织中小企业参加…展会…加大与电商平台合作力度…"
        + "鼓励大型企业和平台机构发布面向中小微企业的采购清单,开展跨境撮合活动,推动跨境电商发展,帮助企业抓订单、拓市场.",
        "省商务厅、省工信厅、省发展改革委、省财政厅")
    {
        FinancedBy = Payer.Spending,
        NotModelled = "research projects and national tasks for small firms; cars, appliances, building materials and other "
            + "goods one by one (vouchers are one budget), live and social commerce apart from other stands; more "
            + "varieties, better quality and brands of raw materials (三品).",
        NotModelledZh = "中小企业参与科技创新项目和国家重大任务；汽车、家电、建材等促消费品类未区分（消费券合为一项预算），直播、社交电"
            + "商未与其他展位区分；原材料“三品”行动。",
    };

    /// <summary>Deduction from a small or micro firm's price in the comparison of bids, share.</summary>
    [Lever("share of price", 0, 0.3,
        "clause 5: 价格扣除10%—20%; the law's least is 10 % from 2022-07 (财库〔2022〕19号), the middle is taken",
        NameZh = "小微企业价格扣除", UnitZh = "占报价", SourceZh = "第5条：价格扣除10%—20%；2022年7月起法定下限为10%（财库〔2022〕19号），取中间值")]
    public double PriceDeduction { get; init; } = 0.15;

    /// <summary>Share of works above 4 million yuan reserved for SMEs.</summary>
    [Lever("share of works above 4 million yuan", 0, 1, "clause 5: 预留份额40%以上; the law's 30 % otherwise (财库〔2020〕46号)",
        NameZh = "工程预留份额", UnitZh = "占400万元以上工程", SourceZh = "第5条：预留份额40%以上；此外法定比例为30%（财库〔2020〕46号）",
        Effect = "Genicolo-Martins 2026")]
    public double WorksReserve { get; init; } = 0.40;

    /// <summary>Support of equipment purchases, share of the price.</summary>
    [Lever("share of the equipment's price", 0, 0.5,
        "clause 5: 支持设备更新和技术改造; assumption: 3 % on what industrial SMEs with a title or on the roster buy",
        NameZh = "设备更新补助比例", UnitZh = "占设备价款", SourceZh = "第5条：支持设备更新和技术改造；假设：有资质或入规的工业中小企业购置设备补助3%",
        Effect = "Zhang, Chen & He 2018; Chen et al. 2023")]
    public double EquipmentSupport { get; init; } = 0.03;

    /// <summary>Yearly budget of consumer vouchers, yuan.</summary>
    [Lever("yuan a year", 0, 10_000_000_000,
        "clause 5: 扩大汽车、绿色智能家电、绿色建材消费; no figure in the document, assumption: 4 yuan a resident; the budget of the "
        + "vouchers",
        NameZh = "消费券规模", UnitZh = "元/年", SourceZh = "第5条：扩大汽车、绿色智能家电、绿色建材消费；文件未列金额，假设：人均4元；为消费券预算",
        Effect = "Liu et al. 2021")]
    public long Vouchers { get; init; } = 100_000_000;

    /// <summary>Stands a year at fairs and on e-commerce platforms.</summary>
    [Lever("stands a year", 0, 100_000, "clause 5: 展会, 电商平台; no figure in the document, assumption",
        NameZh = "省内展会展位数", UnitZh = "个/年", SourceZh = "第5条：展会、电商平台；文件未列数量，假设")]
    public double Stands { get; init; } = 2_400;

    /// <summary>Stands a year at cross-border fairs and platforms.</summary>
    [Lever("stands a year", 0, 100_000,
        "clause 5: 跨境撮合, 跨境电商; no figure in the document, assumption; for industrial firms with foreign customers",
        NameZh = "境外展会展位数", UnitZh = "个/年", SourceZh = "第5条：跨境撮合、跨境电商；文件未列数量，假设；面向有境外客户的工业企业")]
    public double StandsAbroad { get; init; } = 300;

    /// <summary>Public contribution to one stand, yuan.</summary>
    [Lever("yuan a stand", 0, 100_000, "clause 5: 展会; assumption: a third of what a stand costs, booked as public cost",
        NameZh = "每个展位补助", UnitZh = "元/个", SourceZh = "第5条：展会；假设：展位费用的三分之一，计入公共成本")]
    public long StandHelp { get; init; } = 5_000;

    /// <summary>Additional purchases of leaders from their chain, share of their materials.</summary>
    [Lever("share of leaders' materials", 0, 0.5, "clause 5: 大型企业采购清单; assumption: leaders buy a tenth of a point more from their chain",
        NameZh = "链主按目录采购比例", UnitZh = "占链主采购", SourceZh = "第5条：大型企业采购清单；假设：链主从本链多采购0.1个百分点")]
    public double ListedPurchases { get; init; } = 0.001;

    public void Apply(ref Tender tender, in Card applicant)
    {
        if (tender.What is TenderKind.Goods or TenderKind.Services) tender.PriceDeduction = Math.Max(tender.PriceDeduction, PriceDeduction);
        if (tender.What == TenderKind.LargeWorks) tender.ReservedForSmes = Math.Max(tender.ReservedForSmes, WorksReserve);
    }

    public void Apply(ref InvestmentPlan plan, in Card applicant)
    {
        if (applicant.IsSme && applicant.Industry.IsIndustrial() && (applicant.AboveScale || applicant.Titles != 0))
            plan.Support += Fen.Share(plan.Cost, EquipmentSupport);
    }

    public double WorthOf(in InvestmentPlan before, in InvestmentPlan after) => 12 * Fen.ToYuan(after.Support - before.Support);

    // Shops sell cars, appliances and building materials; stands are for producers.
    public void Apply(ref SalesPlan plan, in Card applicant)
    {
        if (!applicant.IsSme) return;
        if (applicant.Industry == Industry.Retail) plan.JoinsCampaign |= Vouchers > 0;
        else plan.StandPrice = Math.Max(0, plan.StandPrice - StandHelp * Fen.PerYuan);
    }

    public double WorthOf(in SalesPlan before, in SalesPlan after) =>
        Fen.ToYuan((after.JoinsCampaign && !before.JoinsCampaign ? after.CampaignGain : 0)
            + (after.WantsStand ? before.StandPrice - after.StandPrice : 0));

    public void Apply(ref CampaignPlan plan, in Card applicant)
    {
        plan.VouchersPerYear += Vouchers * Fen.PerYuan;
        plan.StandsPerYear += Stands;
        plan.StandsAbroadPerYear += StandsAbroad;
        plan.StandHelp += StandHelp * Fen.PerYuan;
    }

    public void Apply(ref PurchasePlan plan, in Card applicant) => plan.ShareFromChain = Math.Min(1, plan.ShareFromChain + ListedPurchases);
}
