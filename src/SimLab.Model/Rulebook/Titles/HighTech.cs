namespace SimLab.Model.Rulebook;

/// <summary>
/// High-tech enterprise (高新技术企业): eight conditions and a score above 70 of 100. Experts' ratings (advancement and core
/// support of IP, organisation of research, position within a band) come from <see cref="FirmFacts.ExpertOnIp"/>,
/// <see cref="FirmFacts.ExpertOnManagement"/> and <see cref="FirmFacts.ExpertInBand"/>.
/// </summary>
public static class HighTech
{
    /// <summary>Minimum days since registration.</summary>
    public const int LeastRegisteredDays = 365;
    /// <summary>Points for the organisation of R&amp;D (研究开发组织管理水平): 国科发火〔2016〕195号 三、(二).</summary>
    public const int PointsForManagement = 20;
    /// <summary>Minimum share of technology staff.</summary>
    public const double LeastTechStaffShare = 0.10;
    /// <summary>Minimum share of R&amp;D spent in the country.</summary>
    public const double LeastDomesticRndShare = 0.60;
    /// <summary>Minimum share of high-tech products and services in revenue.</summary>
    public const double LeastHighTechIncomeShare = 0.60;
    public const long SmallSales = 5_000 * Fen.PerWan;      // 最近一年销售收入小于5000万元（含）: 5 %
    public const long MiddleSales = 2 * Fen.PerYi;          // 5000万元至2亿元（含）: 4 %; above 3 %

    /// <summary>Points of 100 that the score must exceed.</summary>
    public static readonly Dated<int> Rule = new(
        new("title.high-tech", "High-tech enterprise", "高新技术企业"),
        new Step<int>("2016-01", null, "国科发火〔2016〕32号; 国科发火〔2016〕195号", "第十一条; 三、(二)", SourceTag.Verified2, 70,
            "Blocks judged by experts are latent inputs."));

    /// <summary>Minimum R&amp;D to sales over three years, per cent, by sales of the latest year.</summary>
    public static int LeastRndPercent(long latestSalesFen) => latestSalesFen <= SmallSales ? 5 : latestSalesFen <= MiddleSales ? 4 : 3;

    /// <summary>
    /// Judges the title and records each condition in <paramref name="findings"/>; true: earned for certain.
    /// </summary>
    public static bool Judge(in FirmFacts facts, ref Findings findings)
    {
        findings.Open(facts);
        var rnd = facts.Rnd + facts.RndBefore + facts.RndThird;
        var sales = facts.Revenue + facts.RevenueBefore + facts.RevenueThird;
        var percent = LeastRndPercent(facts.Revenue);

        var verdict = findings.AtLeast(Condition.RegisteredDays, facts.RegisteredDays, LeastRegisteredDays, Facts.RegisteredDays);
        verdict = verdict.And(findings.AtLeast(Condition.OwnsIp, facts.Class1Ip + UsableClass2(facts), 1, Facts.Class1Ip | Facts.Class2Ip));
        verdict = verdict.And(findings.Is(Condition.HighTechField, facts.Is(ProductField.HighTech), Facts.Field));
        verdict = verdict.And(
            findings.AtLeast(Condition.TechStaffShare, facts.TechStaffShare, LeastTechStaffShare, Facts.TechStaff | Facts.Staff));
        verdict = verdict.And(findings.Check(Condition.RndShareThreeYears, Exactly.ShareOf(rnd, sales), percent / 100.0,
            rnd > 0 && rnd * 100 >= sales * percent, Facts.Rnd | Facts.RndPrior | Facts.Revenue | Facts.RevenuePrior));
        verdict = verdict.And(
            findings.AtLeast(Condition.DomesticRndShare, facts.DomesticRndShare, LeastDomesticRndShare, Facts.DomesticRndShare));
        verdict = verdict.And(
            findings.AtLeast(
            Condition.HighTechIncomeShare, facts.HighTechIncomeShare, LeastHighTechIncomeShare, Facts.HighTechIncomeShare));
        verdict = verdict.And(findings.Is(Condition.NoMajorAccident, !facts.MajorAccident, Facts.Record));

        var score = IntellectualProperty(facts, ref findings) + Transfers(facts, ref findings)
            + findings.Item(
                Condition.RndOrganisation, facts.ExpertOnManagement, PointsForManagement * Clamp(facts.ExpertOnManagement),
                PointsForManagement,
                Facts.ExpertOnManagement)
            + GrowthItem(
                Condition.NetAssetGrowth, facts.NetAssetsThird, facts.NetAssetsBefore, facts.NetAssets, facts,
                Facts.NetAssets | Facts.NetAssetsPrior, ref findings)
            + GrowthItem(
                Condition.SalesGrowth, facts.RevenueThird, facts.RevenueBefore, facts.Revenue, facts,
                Facts.Revenue | Facts.RevenuePrior, ref findings);
        verdict = verdict.And(findings.Scored(Condition.TotalScore, score, Rule.At(facts.Month), strictly: true));
        return findings.Close(verdict, score);
    }

    // Class II IP may be used in one high-tech application only.
    private static int UsableClass2(in FirmFacts facts) => Math.Max(0, facts.Class2Ip - facts.Class2IpUsed);

    private static Points IntellectualProperty(in FirmFacts facts, ref Findings findings)
    {
        var class2 = UsableClass2(facts);
        var any = facts.Class1Ip + class2 > 0;
        var own = facts.Class1IpOwn + class2 > 0;
        const Facts Ip = Facts.Class1Ip | Facts.Class2Ip;

        var expert = any ? 8 * Clamp(facts.ExpertOnIp) : 0;
        var count = facts.Class1Ip >= 1 ? Band(7, 8, facts)
            : class2 switch { >= 5 => Band(5, 6, facts), >= 3 => Band(3, 4, facts), >= 1 => Band(1, 2, facts), _ => 0 };
        var origin = own ? Band(1, 6, facts) : any ? Band(1, 3, facts) : 0;
        var standards = facts.Standards != StandardsRole.None ? Band(0, 2, facts) : 0;
        return (findings.Item(Condition.IpAdvance, facts.ExpertOnIp, expert, 8, Ip | Facts.ExpertOnIp)
            + findings.Item(Condition.IpCoreSupport, facts.ExpertOnIp, expert, 8, Ip | Facts.ExpertOnIp)
            + findings.Item(Condition.IpCount, facts.Class1Ip + class2, count, 8, Ip)
            + findings.Item(Condition.IpOrigin, own ? 1 : 0, origin, 6, Ip | Facts.Class1IpOwn)
            + findings.Item(Condition.IpStandards, facts.Standards != StandardsRole.None ? 1 : 0, standards, 2, Facts.Standards))
                .CappedAt(30);
    }

    // Mean of three years at least n is a total of at least 3n.
    private static Points Transfers(in FirmFacts facts, ref Findings findings) =>
        findings.Item(Condition.Transfers, facts.TransfersThreeYears / 3.0, facts.TransfersThreeYears switch
        {
            >= 15 => Band(25, 30, facts),
            >= 12 => Band(19, 24, facts),
            >= 9 => Band(13, 18, facts),
            >= 6 => Band(7, 12, facts),
            >= 3 => Band(1, 6, facts),
            _ => 0,
        }, 30, Facts.Transfers);

    private static Points GrowthItem(Condition condition, long x1, long x2, long x3, in FirmFacts facts, Facts needs, ref Findings findings)
    {
        var points = Growth.MeanReaches(x1, x2, x3, 35) ? Band(9, 10, facts)
            : Growth.MeanReaches(x1, x2, x3, 25) ? Band(7, 8, facts)
            : Growth.MeanReaches(x1, x2, x3, 15) ? Band(5, 6, facts)
            : Growth.MeanReaches(x1, x2, x3, 5) ? Band(3, 4, facts)
            : Growth.MeanReaches(x1, x2, x3, 0, strictly: true) ? Band(1, 2, facts)
            : 0;
        return findings.Item(condition, Growth.MeanOfTwoYears(x1, x2, x3), points, 10, needs);
    }

    private static double Band(double least, double most, in FirmFacts facts) => least + (most - least) * Clamp(facts.ExpertInBand);

    private static double Clamp(double share) => Math.Clamp(share, 0, 1);
}
