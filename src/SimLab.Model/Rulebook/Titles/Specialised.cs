namespace SimLab.Model.Rulebook;

/// <summary>Provincial specialised SME (省级专精特新中小企业): four conditions to March 2026, six after.</summary>
public static class Specialised
{
    /// <summary>Least R&amp;D of the last year, fen: 工信部企业〔2022〕63号 and 工信部企业〔2026〕2号.</summary>
    public const long LeastRnd = 100 * Fen.PerWan;
    /// <summary>Least R&amp;D of the last year, share of revenue, of the same two.</summary>
    public const double LeastRndShare = 0.03;
    /// <summary>Least revenue without new equity, fen: 工信部企业〔2022〕63号.</summary>
    public const long LeastRevenue = 1_000 * Fen.PerWan;

    /// <summary>Edition of the standard in force, by month.</summary>
    public static readonly Dated<LadderEdition> Rule = new(
        new("title.specialised", "Specialised SME", "专精特新中小企业"),
        new Step<LadderEdition>("2022-08", "2026-03", "工信部企业〔2022〕63号", "附件2", SourceTag.Verified2, LadderEdition.Of2022,
            "The alternatives to the score are KNOWN. 特色化 (15 points) is set by the province, Gansu's items were not found: a latent "
                + "input. Mean growth of two years is read as the mean of the two yearly rates."),
        new Step<LadderEdition>("2026-04", null, "工信部企业〔2026〕2号", "附件", SourceTag.Verified2, LadderEdition.Of2026,
            "The evaluation score (工信厅企业〔2024〕75号) is computed in the ministry's platform only, and “较为靠前” has no number: "
                + "latent inputs."));

    /// <summary>
    /// Judges the title and records each condition in <paramref name="findings"/>; true: earned for certain.
    /// </summary>
    public static bool Judge(in FirmFacts facts, ref Findings findings)
    {
        findings.Open(facts);
        return Ladder.EditionFor(facts) == LadderEdition.Of2022 ? JudgeBy2022(facts, ref findings) : JudgeBy2026(facts, ref findings);
    }

    private static bool JudgeBy2022(in FirmFacts facts, ref Findings findings)
    {
        var verdict = Ladder.MayAsk(facts, ref findings);
        verdict = verdict.And(findings.AtLeast(Condition.NicheYears, facts.NicheYears, 2, Facts.NicheYears));
        verdict = verdict.And(findings.AtLeast(Condition.RndAmount, facts.Rnd, LeastRnd, Facts.Rnd));
        verdict = verdict.And(findings.AtLeast(Condition.RndShare, facts.RndShare, LeastRndShare, Facts.Rnd | Facts.Revenue));
        verdict = verdict.And(findings.AtLeast(Condition.Revenue, facts.Revenue, LeastRevenue, Facts.Revenue, 1, 1)
            .Or(findings.AtLeast(Condition.EquityRaised, facts.EquityTwoYears, 2_000 * Fen.PerWan, Facts.Equity, 1, 2)));

        var score = SpecialisedScore.Of(facts, ref findings);
        verdict = verdict.And(findings.Scored(Condition.TotalScore, score, 60, group: 2, branch: 1)
            .Or(findings.Is(Condition.ScienceAward, facts.Award >= ScienceAward.ProvincialTopThree, Facts.Award, 2, 2))
            .Or(findings.AtLeast(
                Condition.MeanRnd, (facts.Rnd + facts.RndBefore) / 2.0, 1_000 * Fen.PerWan, Facts.Rnd | Facts.RndPrior, 2, 3))
            .Or(findings.AtLeast(Condition.EquityRaised, facts.EquityTwoYears, 6_000 * Fen.PerWan, Facts.Equity, 2, 4))
            .Or(findings.Is(Condition.MakerChina, facts.MakerChinaRank.TopOf(500), Facts.Award, 2, 5)));
        return findings.Close(verdict, score);
    }

    private static bool JudgeBy2026(in FirmFacts facts, ref Findings findings)
    {
        var verdict = Ladder.MayAsk(facts, ref findings);
        // 科技和创新型中小企业: the merged standard is not issued, so either title of today serves.
        verdict = verdict.And(
            findings.Is(Condition.HoldsPriorTitle, facts.Holds(Title.Innovative) || facts.Holds(Title.TechSme), Facts.Titles));
        verdict = verdict.And(findings.AtLeast(Condition.NicheYears, facts.NicheYears, 3, Facts.NicheYears));
        verdict = verdict.And(findings.AtLeast(Condition.Revenue, facts.Revenue, 1_500 * Fen.PerWan, Facts.Revenue, 1, 1)
            .Or(findings.AtLeast(Condition.EquityRaised, facts.EquityTwoYears, 2_000 * Fen.PerWan, Facts.Equity, 1, 2)));
        verdict = verdict.And(findings.AtLeast(Condition.MainBusinessShare, facts.MainBusinessShare, 0.80, Facts.MainBusinessShare));
        verdict = verdict.And(findings.AtMost(Condition.DebtRatio, facts.DebtRatio, 0.80, Facts.DebtRatio));
        verdict = verdict.And(findings.AtLeast(Condition.RndAmount, facts.Rnd, LeastRnd, Facts.Rnd));
        verdict = verdict.And(findings.AtLeast(Condition.RndAmountBefore, facts.RndBefore, LeastRnd, Facts.RndPrior));
        verdict = verdict.And(findings.AtLeast(Condition.RndShare, facts.RndShare, LeastRndShare, Facts.Rnd | Facts.Revenue));
        verdict = verdict.And(findings.AtLeast(
            Condition.RndShareBefore, facts.RndShareBefore, LeastRndShare, Facts.RndPrior | Facts.RevenuePrior));
        verdict = verdict.And(findings.AtLeast(Condition.Class1Ip, facts.Class1Ip, 1, Facts.Class1Ip, 2, 1)
            .Or(findings.Is(Condition.ScienceAward, facts.Award >= ScienceAward.ProvincialTopThree, Facts.Award, 2, 2))
            .Or(findings.Is(Condition.ProvincialInstitution, facts.RndInstitution >= RndInstitution.Province, Facts.RndInstitution, 2, 3)));
        verdict = verdict.And(findings.Is(Condition.AheadInNiche, facts.AheadInNiche, Facts.NicheMarket));
        var score = findings.Item(Condition.DevelopmentScore, facts.DevelopmentScore, facts.DevelopmentScore, 100, Facts.DevelopmentScore);
        verdict = verdict.And(findings.Scored(Condition.TotalScore, score, 50));
        return findings.Close(verdict, score);
    }
}
