namespace SimLab.Model.Rulebook;

/// <summary>
/// The score of provincial specialised SMEs under 工信部企业〔2022〕63号 附件2: 专业化 25, 精细化 25, 特色化 15,
/// 创新能力 35. "以上" includes
/// the bound.
/// </summary>
internal static class SpecialisedScore
{
    /// <summary>Points for the items that the province sets (特色化).</summary>
    public const int PointsOfProvince = 15;

    public static Points Of(in FirmFacts facts, ref Findings findings) =>
        Specialisation(facts, ref findings) + Refinement(facts, ref findings)
        + findings.Item(
            Condition.ProvincialFeatures, facts.ProvincialFeaturePoints, Math.Clamp(facts.ProvincialFeaturePoints, 0, PointsOfProvince),
            PointsOfProvince,
            Facts.ProvincialFeaturePoints)
        + Innovation(facts, ref findings);

    private static Points Specialisation(in FirmFacts facts, ref Findings findings) =>
        findings.Item(Condition.MainBusinessShare, facts.MainBusinessShare,
            facts.MainBusinessShare switch { >= 0.80 => 5, >= 0.70 => 3, >= 0.60 => 1, _ => 0 }, 5, Facts.MainBusinessShare)
        + findings.Item(Condition.RevenueGrowth, Growth.MeanOfTwoYears(facts.RevenueThird, facts.RevenueBefore, facts.Revenue),
            GrowthPoints(facts), 10, Facts.Revenue | Facts.RevenuePrior)
        + findings.Item(
            Condition.NicheYears, facts.NicheYears, Math.Min(5, Math.Floor(Math.Max(0, facts.NicheYears) / 2)), 5, Facts.NicheYears)
        + findings.Item(Condition.Field, (double)facts.Field,
            facts.Is(ProductField.FillsGap) ? 5 : facts.Is(ProductField.KeyChain) ? 3 : 0, 5, Facts.Field);

    private static double GrowthPoints(in FirmFacts facts)
    {
        for (var percent = 10; percent >= 4; percent -= 2)
            if (Reaches(facts, percent)) return percent;   // ≥10 %: 10 points, 8: 8, 6: 6, 4: 4
        return Reaches(facts, 0) ? 2 : 0;

        static bool Reaches(in FirmFacts facts, int percent) =>
            Growth.MeanReaches(facts.RevenueThird, facts.RevenueBefore, facts.Revenue, percent);
    }

    private static Points Refinement(in FirmFacts facts, ref Findings findings) =>
        findings.Item(
            Condition.DigitalLevel, facts.DigitalLevel, facts.DigitalLevel switch { >= 3 => 5, >= 2 => 3, _ => 0 }, 5, Facts.DigitalLevel)
        + findings.Item(
            Condition.QualityMarks, facts.QualityMarks, Math.Min(5, 3 * facts.QualityMarks), 5,
            Facts.QualitySystem | Facts.OwnBrand | Facts.Standards)
        + findings.Item(Condition.ProfitMargin, facts.ProfitMargin,
            facts.ProfitMargin switch { >= 0.10 => 10, >= 0.08 => 8, >= 0.06 => 6, >= 0.04 => 4, >= 0.02 => 2, _ => 0 }, 10,
                Facts.NetProfit | Facts.Revenue)
        + findings.Item(
            Condition.DebtRatio, facts.DebtRatio, facts.DebtRatio switch { <= 0.50 => 5, <= 0.60 => 3, <= 0.70 => 1, _ => 0 }, 5,
            Facts.DebtRatio);

    private static Points Innovation(in FirmFacts facts, ref Findings findings) =>
        findings.Item(Condition.IpResults, facts.Class1Ip + facts.Class2Ip,
            facts.Class1IpHighValue >= 1 ? 10 : facts.Class1IpOwn >= 1 ? 8 : facts.Class1Ip >= 1 ? 6 : facts.Class2Ip >= 1 ? 2 : 0,
            10, Facts.Class1Ip | Facts.Class1IpOwn | Facts.Class1IpHighValue | Facts.Class2Ip)
        + findings.Item(
            Condition.RndAmount, facts.Rnd, Math.Max(ByAmount(facts.Rnd), ByShare(facts.RndShare)), 10, Facts.Rnd | Facts.Revenue)
        + findings.Item(Condition.RndStaffShare, facts.RndStaffShare,
            facts.RndStaffShare switch { >= 0.20 => 5, >= 0.10 => 3, >= 0.05 => 1, _ => 0 }, 5, Facts.RndStaff | Facts.Staff)
        + findings.Item(Condition.RndInstitution, (double)facts.RndInstitution, facts.RndInstitution switch
        {
            RndInstitution.Nation => 10,
            RndInstitution.Province => 8,
            RndInstitution.City => 4,
            RndInstitution.BelowCity => 2,
            _ => 0,
        }, 10, Facts.RndInstitution);

    private static int ByAmount(long rnd) => rnd switch
    {
        >= 500 * Fen.PerWan => 10,
        >= 400 * Fen.PerWan => 8,
        >= 300 * Fen.PerWan => 6,
        >= 200 * Fen.PerWan => 4,
        >= 100 * Fen.PerWan => 2,
        _ => 0,
    };

    private static int ByShare(double share) =>
        share switch { >= 0.10 => 10, >= 0.08 => 8, >= 0.06 => 6, >= 0.04 => 4, >= 0.03 => 2, _ => 0 };
}
