namespace SimLab.Model.Rulebook;

/// <summary>The claimant's facts that set the rate of the R&amp;D super-deduction.</summary>
/// <param name="Manufacturing">More than half of main revenue from manufacturing.</param>
/// <param name="TechSme">Registered technology SME (科技型中小企业) of the year.</param>
/// <param name="Excluded">In an excluded industry, or assessed by deemed profit (核定征收).</param>
/// <param name="ChipOrMachineTool">Listed integrated-circuit or machine-tool (工业母机) enterprise.</param>
public readonly record struct RndClaimant(bool Manufacturing, bool TechSme, bool Excluded = false, bool ChipOrMachineTool = false);

/// <summary>
/// Super-deduction of R&amp;D (研发费用加计扣除): qualifying cost is deducted once as cost and again at the extra rate, whether
/// it is expensed (100 % + extra) or amortised as an intangible (100 % + extra of each year's amortisation).
/// </summary>
public static class SuperDeduction
{
    /// <summary>Extra deduction in per cent of qualifying R&amp;D, all industries not excluded.</summary>
    public static readonly Dated<int> General = new(
        new("super-deduction.general", "R&D super-deduction", "研发费用加计扣除"),
        new Step<int>("2018-01", "2022-09", "财税〔2018〕99号; 财政部 税务总局公告2021年第6号", "第一条", SourceTag.Verified2, 75),
        new Step<int>("2022-10", "2022-12", "财政部 税务总局 科技部公告2022年第28号", "第一条", SourceTag.Known, 100),
        new Step<int>("2023-01", null, "财政部 税务总局公告2023年第7号", "第一条", SourceTag.Verified2, 100));

    /// <summary>Extra deduction of manufacturers, per cent of qualifying R&amp;D.</summary>
    public static readonly Dated<int> Manufacturing = new(
        new("super-deduction.manufacturing", "R&D super-deduction of manufacturers", "制造业研发费用加计扣除"),
        new Step<int>("2018-01", "2020-12", "财税〔2018〕99号", "第一条", SourceTag.Verified2, 75),
        new Step<int>("2021-01", null, "财政部 税务总局公告2021年第13号", "第一条", SourceTag.Verified2, 100));

    /// <summary>Extra deduction of technology SMEs, per cent of qualifying R&amp;D.</summary>
    public static readonly Dated<int> TechSme = new(
        new("super-deduction.tech-sme", "R&D super-deduction of technology SMEs", "科技型中小企业研发费用加计扣除"),
        new Step<int>("2018-01", "2021-12", "财税〔2018〕99号; 财政部 税务总局公告2021年第6号", "第一条", SourceTag.Verified2, 75),
        new Step<int>(
            "2022-01", null, "财政部 税务总局 科技部公告2022年第16号; 甘工信发〔2023〕75号", "第一条; 第(一)条", SourceTag.Verified, 100));

    /// <summary>Extra deduction of listed chip and machine-tool firms, per cent of qualifying R&amp;D.</summary>
    public static readonly Dated<int> ChipOrMachineTool = new(
        new("super-deduction.chips", "R&D super-deduction of chips and machine tools", "集成电路和工业母机企业研发费用加计扣除"),
        new Step<int>(
            "2018-01", "2022-12", "财税〔2018〕99号", "第一条", SourceTag.Verified2, 75,
            "No special rate yet; the general and manufacturing rates apply."),
        new Step<int>(
            "2023-01", "2027-12", "财政部 税务总局 国家发展改革委 工业和信息化部公告2023年第44号", "第一条", SourceTag.Verified2, 120));

    /// <summary>Per cent of an outside contractor's fee that counts.</summary>
    public static readonly Dated<int> Entrusted = new(
        new("super-deduction.entrusted", "Entrusted R&D", "委托研发费用加计扣除"),
        new Step<int>("2018-01", null, "财税〔2015〕119号; 财税〔2018〕64号", "第二条; 第一条", SourceTag.Known, 80,
            "Overseas fees count up to two thirds of domestic qualifying R&D."));

    /// <summary>
    /// True: the cap on other related costs is taken over all projects together; false: project by project.
    /// </summary>
    public static readonly Dated<bool> OtherCostsPooled = new(
        new("super-deduction.other-costs", "Cap on other related R&D costs", "其他相关费用限额"),
        new Step<bool>("2016-01", "2020-12", "国家税务总局公告2015年第97号", "第二条", SourceTag.Known, false),
        new Step<bool>("2021-01", null, "国家税务总局公告2021年第28号", "第三条", SourceTag.Known, true));

    /// <summary>Share of revenue from excluded business from which a firm is excluded.</summary>
    public static readonly Dated<double> ExcludedShare = new(
        new("super-deduction.excluded", "Industries excluded from the super-deduction", "不适用加计扣除的行业"),
        new Step<double>("2016-01", null, "财税〔2015〕119号; 国家税务总局公告2015年第97号", "第四条", SourceTag.Known, 0.50,
            "Excluded when at least half of revenue comes from tobacco, hotels and catering, wholesale and retail, real estate, leasing "
                + "and business services, or entertainment."));

    /// <summary>
    /// Extra deduction in per cent of qualifying cost of the month: the best rate the claimant is entitled to.
    /// </summary>
    public static int ExtraPercent(Month month, RndClaimant claimant)
    {
        if (claimant.Excluded) return 0;
        var percent = General.At(month);
        if (claimant.Manufacturing) percent = Math.Max(percent, Manufacturing.At(month));
        if (claimant.TechSme) percent = Math.Max(percent, TechSme.At(month));
        if (claimant.ChipOrMachineTool) percent = Math.Max(percent, ChipOrMachineTool.At(month));
        return percent;
    }

    /// <summary>
    /// Extra deduction in fen on a year's qualifying cost. In 2022, when the rate rose in October, cost is spread
    /// evenly over the months, an option of 公告2022年第28号 第二条.
    /// </summary>
    public static long ExtraOfYear(int year, RndClaimant claimant, long qualifyingFen)
    {
        var sum = 0;
        for (var ofYear = 1; ofYear <= 12; ofYear++) sum += ExtraPercent(Month.Of(year, ofYear), claimant);
        return Exactly.Times(qualifyingFen, sum, 1200);
    }

    /// <summary>
    /// Extra deduction in fen on cost of one month: expensed R&amp;D and amortisation of R&amp;D intangibles, which
    /// earn the same rate.
    /// </summary>
    public static long Extra(Month month, RndClaimant claimant, long expensedFen, long amortisedFen) =>
        Exactly.Percent(expensedFen + amortisedFen, ExtraPercent(month, claimant));

    /// <summary>
    /// Part of a contractor's fee that counts as the firm's own R&amp;D, fen. The overseas part is limited relative to
    /// <paramref name="domesticRndFen"/>.
    /// </summary>
    public static long EntrustedCost(Month month, long domesticFeeFen, long overseasFeeFen, long domesticRndFen)
    {
        var percent = Entrusted.At(month);
        var overseas = Math.Min(Exactly.Percent(overseasFeeFen, percent), Exactly.Times(domesticRndFen, 2, 3));
        return Exactly.Percent(domesticFeeFen, percent) + overseas;
    }

    /// <summary>Cap on other related costs in fen: five cost groups × 10 % ÷ (1 − 10 %).</summary>
    public static long OtherCostCap(long fiveGroupsFen) => Exactly.Divide(fiveGroupsFen, 9);

    /// <summary>Allowed other related costs, fen, given each project's five cost groups and other costs.</summary>
    public static long OtherCostsAllowed(int year, ReadOnlySpan<long> fiveGroups, ReadOnlySpan<long> other)
    {
        long pooledGroups = 0, pooledOther = 0, byProject = 0;
        for (var i = 0; i < fiveGroups.Length; i++)
        {
            pooledGroups += fiveGroups[i];
            pooledOther += other[i];
            byProject += Math.Min(other[i], OtherCostCap(fiveGroups[i]));
        }
        return OtherCostsPooled.OfYear(year) ? Math.Min(pooledOther, OtherCostCap(pooledGroups)) : byProject;
    }

    /// <summary>
    /// Whether an industry is excluded (a firm is excluded when such business is at least half of its revenue). Tobacco
    /// and entertainment cannot be distinguished at this level of industry: a fact of the firm, not read from its
    /// section.
    /// </summary>
    public static bool IsExcluded(Industry industry) => industry is
        Industry.Accommodation or Industry.Catering or Industry.Wholesale or Industry.Retail
        or Industry.RealEstateDevelopment or Industry.PropertyManagement or Industry.LeasingAndBusiness;
}
