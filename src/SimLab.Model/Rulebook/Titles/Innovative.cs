namespace SimLab.Model.Rulebook;

/// <summary>
/// Innovative SME (创新型中小企业): one direct condition, or a score of 60 of 100 with innovation ≥ 20, growth ≥ 15 and
/// specialisation ≥ 15.
/// </summary>
public static class Innovative
{
    /// <summary>Minimum points of innovation, growth and specialisation.</summary>
    public const double LeastInnovation = 20, LeastGrowth = 15, LeastSpecialisation = 15;
    /// <summary>Minimum equity raised in three years, fen.</summary>
    public const long LeastEquityThreeYears = 500 * Fen.PerWan;

    /// <summary>Minimum score, points of 100.</summary>
    public static readonly Dated<int> Rule = new(
        new("title.innovative", "Innovative SME", "创新型中小企业"),
        new Step<int>("2022-08", null, "工信部企业〔2022〕63号", "附件1", SourceTag.Known, 60,
            "The gates are VERIFIED-2, the item table KNOWN. Growth of main-business income is read as growth of revenue."));

    /// <summary>
    /// Judges the title and records each condition in <paramref name="findings"/>; true: earned for certain.
    /// </summary>
    public static bool Judge(in FirmFacts facts, ref Findings findings)
    {
        findings.Open(facts);
        var verdict = Ladder.MayAsk(facts, ref findings);

        var innovation = Ip(facts, ref findings) + RndItem(facts, ref findings);
        var growth = GrowthItem(facts, ref findings)
            + findings.Item(
                Condition.DebtRatio, facts.DebtRatio, facts.DebtRatio switch { <= 0.55 => 10, <= 0.75 => 5, _ => 0 }, 10, Facts.DebtRatio);
        var specialisation =
            findings.Item(Condition.Field, (double)facts.Field, facts.Is(ProductField.Strategic) ? 10 : 5, 10, Facts.Field)
            + findings.Item(Condition.MainBusinessShare, facts.MainBusinessShare,
                facts.MainBusinessShare switch { >= 0.70 => 20, >= 0.60 => 15, >= 0.55 => 10, >= 0.50 => 5, _ => 0 }, 20,
                    Facts.MainBusinessShare);
        var score = innovation + growth + specialisation;

        var enough = findings.Scored(Condition.TotalScore, score, Rule.At(facts.Month), group: 1, branch: 1)
            .And(findings.Scored(Condition.InnovationScore, innovation, LeastInnovation, group: 1, branch: 1))
            .And(findings.Scored(Condition.GrowthScore, growth, LeastGrowth, group: 1, branch: 1))
            .And(findings.Scored(Condition.SpecialisationScore, specialisation, LeastSpecialisation, group: 1, branch: 1));
        return findings.Close(verdict.And(enough.Or(Direct(facts, ref findings))), score);
    }

    private static Verdict Direct(in FirmFacts facts, ref Findings findings) =>
        findings.Is(Condition.ScienceAward, facts.Award >= ScienceAward.Provincial, Facts.Award, 1, 2)
            .Or(findings.Is(Condition.HoldsHighTech, facts.Holds(Title.HighTech), Facts.Titles, 1, 3))
            .Or(findings.Is(Condition.InnovationHonour, facts.InnovationHonour, Facts.Award, 1, 4))
            .Or(findings.Is(Condition.ProvincialInstitution, facts.RndInstitution >= RndInstitution.Province, Facts.RndInstitution, 1, 5))
            .Or(findings.AtLeast(Condition.EquityRaised, facts.EquityThreeYears, LeastEquityThreeYears, Facts.Equity, 1, 6));

    private static Points Ip(in FirmFacts facts, ref Findings findings) =>
        findings.Item(Condition.IpResults, facts.Class1Ip + facts.Class2Ip,
            facts.Class1IpHighValue >= 1 ? 20 : facts.Class1IpOwn >= 1 ? 15 : facts.Class1Ip >= 1 ? 10 : facts.Class2Ip >= 1 ? 5 : 0,
            20, Facts.Class1Ip | Facts.Class1IpOwn | Facts.Class1IpHighValue | Facts.Class2Ip);

    private static Points RndItem(in FirmFacts facts, ref Findings findings) =>
        findings.Item(Condition.RndShare, facts.RndShare,
            facts.RndShare switch { >= 0.05 => 20, >= 0.03 => 15, >= 0.02 => 10, >= 0.01 => 5, _ => 0 }, 20, Facts.Rnd | Facts.Revenue);

    private static Points GrowthItem(in FirmFacts facts, ref Findings findings) =>
        findings.Item(Condition.RevenueGrowth, facts.RevenueGrowth,
            facts.RevenueGrowth switch { >= 0.15 => 20, >= 0.10 => 15, >= 0.05 => 10, >= 0 => 5, _ => 0 }, 20,
                Facts.Revenue | Facts.RevenuePrior);
}
