namespace SimLab.Model.Rulebook;

/// <summary>
/// Technology SME (科技型中小企业): small enough, with a clean record, and a score of 60 of 100 or one of four direct
/// conditions.
/// </summary>
public static class TechSme
{
    /// <summary>Maximum staff.</summary>
    public const int MostStaff = 500;
    /// <summary>Maximum sales of the year, fen.</summary>
    public const long MostSales = 2 * Fen.PerYi;
    /// <summary>Maximum total assets, fen.</summary>
    public const long MostAssets = 2 * Fen.PerYi;

    /// <summary>Minimum score, points of 100.</summary>
    public static readonly Dated<int> Rule = new(
        new("title.tech-sme", "Technology SME", "科技型中小企业"),
        new Step<int>("2017-05", null, "国科发政〔2017〕115号", "第六至八条", SourceTag.Verified2, 60,
            "Run by the Ministry of Industry since 2024. Awards and standards count for five years here."));

    /// <summary>
    /// Judges the title and records each condition in <paramref name="findings"/>; true: earned for certain.
    /// </summary>
    public static bool Judge(in FirmFacts facts, ref Findings findings)
    {
        findings.Open(facts);
        var verdict = findings.AtMost(Condition.StaffLimit, facts.Staff, MostStaff, Facts.Staff);
        verdict = verdict.And(findings.AtMost(Condition.SalesLimit, facts.Revenue, MostSales, Facts.Revenue));
        verdict = verdict.And(findings.AtMost(Condition.AssetsLimit, facts.Assets, MostAssets, Facts.Assets));
        verdict = verdict.And(findings.Is(Condition.CleanRecord, !facts.MajorAccident && !facts.OnAbnormalList, Facts.Record));

        var score = Staff(facts, ref findings) + RndInput(facts, ref findings) + Results(facts, ref findings);
        var enough = findings.Scored(Condition.TotalScore, score, Rule.At(facts.Month), group: 1, branch: 1)
            .And(findings.AtLeast(Condition.HasTechStaff, facts.TechStaff, 1, Facts.TechStaff, 1, 1));
        enough = enough.Or(findings.Is(Condition.HoldsHighTech, facts.Holds(Title.HighTech), Facts.Titles, 1, 2));
        enough = enough.Or(findings.Is(Condition.NationalAward, facts.Award >= ScienceAward.NationalTopThree, Facts.Award, 1, 3));
        enough = enough.Or(
            findings.Is(Condition.ProvincialInstitution, facts.RndInstitution >= RndInstitution.Province, Facts.RndInstitution, 1, 4));
        enough = enough.Or(findings.Is(Condition.LedStandard, facts.Standards == StandardsRole.Led, Facts.Standards, 1, 5));
        return findings.Close(verdict.And(enough), score);
    }

    private static Points Staff(in FirmFacts facts, ref Findings findings) =>
        findings.Item(Condition.TechStaffShare, facts.TechStaffShare,
            facts.TechStaffShare switch { >= 0.30 => 20, >= 0.25 => 16, >= 0.20 => 12, >= 0.15 => 8, >= 0.10 => 4, _ => 0 },
            20, Facts.TechStaff | Facts.Staff);

    // The better of R&D to sales and R&D to cost.
    private static Points RndInput(in FirmFacts facts, ref Findings findings)
    {
        var bySales = facts.RndShare switch { >= 0.06 => 50, >= 0.05 => 40, >= 0.04 => 30, >= 0.03 => 20, >= 0.02 => 10, _ => 0 };
        var byCost = Exactly.ShareOf(facts.Rnd, facts.CostAndExpense) switch
        {
            >= 0.30 => 50,
            >= 0.25 => 40,
            >= 0.20 => 30,
            >= 0.15 => 20,
            >= 0.10 => 10,
            _ => 0,
        };
        return findings.Item(Condition.RndInput, facts.RndShare, Math.Max(bySales, byCost), 50, Facts.Rnd | Facts.Revenue);
    }

    private static Points Results(in FirmFacts facts, ref Findings findings) =>
        findings.Item(Condition.IpResults, facts.Class1Ip + facts.Class2Ip,
            facts.Class1Ip >= 1 ? 30 : facts.Class2Ip switch { >= 4 => 24, 3 => 18, 2 => 12, 1 => 6, _ => 0 },
            30, Facts.Class1Ip | Facts.Class2Ip);
}
