namespace SimLab.Model.Rulebook;

/// <summary>National little giant (专精特新“小巨人”企业): 专, 精, 特, 新, 链, 品 to March 2026; seven indicators after.</summary>
public static class LittleGiant
{
    /// <summary>Edition of the standard in force, by month.</summary>
    public static readonly Dated<LadderEdition> Rule = new(
        new("title.little-giant", "Little giant", "专精特新“小巨人”企业"),
        new Step<LadderEdition>("2022-08", "2026-03", "工信部企业〔2022〕63号", "附件3", SourceTag.Verified2, LadderEdition.Of2022,
            "Six aspects seen in transcriptions (bjwsht.cn/zlsqbk/743.html). Yearly notices also ask for a valid provincial title; the "
                + "office that runs the batch checks that. R&D of at least 30 million yuan is read as the latest year's, growth as the "
                + "mean of the two yearly rates."),
        new Step<LadderEdition>("2026-04", null, "工信部企业〔2026〕2号", "附件", SourceTag.Verified2, LadderEdition.Of2026,
            "In a re-check the score of either of the last two years serves. The evaluation score is computed in the ministry's platform "
                + "only: a latent input."));

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
        // 专
        verdict = verdict.And(findings.AtLeast(Condition.NicheYears, facts.NicheYears, 3, Facts.NicheYears));
        verdict = verdict.And(findings.AtLeast(Condition.MainBusinessShare, facts.MainBusinessShare, 0.70, Facts.MainBusinessShare));
        verdict = verdict.And(
            findings.Check(Condition.RevenueGrowth, Growth.MeanOfTwoYears(facts.RevenueThird, facts.RevenueBefore, facts.Revenue), 0.05,
            Growth.MeanReaches(facts.RevenueThird, facts.RevenueBefore, facts.Revenue, 5), Facts.Revenue | Facts.RevenuePrior));
        // 精
        verdict = verdict.And(findings.AtLeast(Condition.ItInCoreProcess, facts.DigitalLevel, 1, Facts.DigitalLevel));
        verdict = verdict.And(findings.Is(Condition.QualityCertified, facts.QualityCertified, Facts.QualitySystem));
        verdict = verdict.And(findings.AtMost(Condition.DebtRatio, facts.DebtRatio, 0.70, Facts.DebtRatio));
        // 特
        verdict = verdict.And(findings.AtLeast(Condition.NicheMarketShare, facts.NicheMarketShare, 0.10, Facts.NicheMarket));
        verdict = verdict.And(findings.Is(Condition.OwnBrand, facts.OwnBrand, Facts.OwnBrand));
        // 新: three general conditions together, or one direct one
        verdict = verdict.And(Rnd(facts, ref findings)
            .And(findings.Is(Condition.RndInstitution, facts.RndInstitution != RndInstitution.None, Facts.RndInstitution, 1, 1))
            .And(findings.AtLeast(Condition.Class1Ip, facts.Class1Ip, 2, Facts.Class1Ip, 1, 1))
            .Or(findings.Is(Condition.NationalAward, facts.Award >= ScienceAward.NationalTopThree, Facts.Award, 1, 2))
            .Or(findings.Is(Condition.MakerChina, facts.MakerChinaRank.TopOf(50), Facts.Award, 1, 3)));
        // 链, 品
        verdict = verdict.And(findings.Is(Condition.KeyLink, facts.Is(ProductField.KeyChain | ProductField.FillsGap), Facts.Field));
        verdict = verdict.And(
            findings.Is(Condition.PriorityProduct, facts.Is(ProductField.KeyChain | ProductField.FillsGap | ProductField.Strategic),
            Facts.Field));
        return findings.Close(verdict);
    }

    // R&D by size of sales: 3 % of both years from 100 million yuan, 6 % from 50 million, below that equity, amount and
    // staff.
    private static Verdict Rnd(in FirmFacts facts, ref Findings findings)
    {
        if (facts.Revenue < 5_000 * Fen.PerWan)
            return findings.AtLeast(Condition.EquityRaised, facts.EquityTwoYears, 8_000 * Fen.PerWan, Facts.Equity | Facts.Revenue, 1, 1)
                .And(findings.AtLeast(Condition.RndAmount, facts.Rnd, 3_000 * Fen.PerWan, Facts.Rnd | Facts.Revenue, 1, 1))
                .And(findings.AtLeast(
                    Condition.RndStaffShare, facts.RndStaffShare, 0.50, Facts.RndStaff | Facts.Staff | Facts.Revenue, 1, 1));
        var share = facts.Revenue >= Fen.PerYi ? 0.03 : 0.06;
        return findings.AtLeast(Condition.RndShare, facts.RndShare, share, Facts.Rnd | Facts.Revenue, 1, 1)
            .And(findings.AtLeast(
                Condition.RndShareBefore, facts.RndShareBefore, share, Facts.RndPrior | Facts.RevenuePrior | Facts.Revenue, 1, 1));
    }

    private static bool JudgeBy2026(in FirmFacts facts, ref Findings findings)
    {
        var verdict = Ladder.MayAsk(facts, ref findings);
        verdict = verdict.And(findings.Is(Condition.HoldsPriorTitle, facts.Holds(Title.Specialised), Facts.Titles));
        verdict = verdict.And(findings.AtLeast(Condition.NicheYears, facts.NicheYears, 3, Facts.NicheYears));
        verdict = verdict.And(findings.AtLeast(Condition.Revenue, facts.Revenue, 5_000 * Fen.PerWan, Facts.Revenue));
        verdict = verdict.And(findings.AtLeast(Condition.MainBusinessShare, facts.MainBusinessShare, 0.90, Facts.MainBusinessShare));
        verdict = verdict.And(findings.AtMost(Condition.DebtRatio, facts.DebtRatio, 0.75, Facts.DebtRatio));
        if (!facts.Recheck)                                // a re-check does not require growth again
            verdict = verdict.And(findings.Check(Condition.RevenueGrowth, Growth.Compound(facts.RevenueThird, facts.Revenue), 0.05,
                Growth.CompoundReaches(facts.RevenueThird, facts.Revenue, 5), Facts.Revenue | Facts.RevenuePrior));
        verdict = verdict.And(
            findings.AtLeast(Condition.RndTwoYears, facts.Rnd + facts.RndBefore, 1_200 * Fen.PerWan, Facts.Rnd | Facts.RndPrior));
        verdict = verdict.And(findings.AtLeast(Condition.RndShare, facts.RndShare, 0.03, Facts.Rnd | Facts.Revenue));
        verdict = verdict.And(findings.AtLeast(Condition.RndShareBefore, facts.RndShareBefore, 0.03, Facts.RndPrior | Facts.RevenuePrior));
        verdict = verdict.And(findings.AtLeast(Condition.Class1Ip, facts.Class1Ip, 4, Facts.Class1Ip, 1, 1)
            .Or(findings.Is(Condition.NationalAward, facts.Award >= ScienceAward.NationalTopThree, Facts.Award, 1, 2)));
        verdict = verdict.And(findings.AtLeast(Condition.NicheMarketShare, facts.NicheMarketShare, 0.10, Facts.NicheMarket, 2, 1)
            .Or(findings.Check(
                Condition.NationalNicheRank, facts.NationalNicheRank, 3, facts.NationalNicheRank.TopOf(3), Facts.NicheMarket, 2, 2)));
        verdict = verdict.And(findings.Is(Condition.KeyLink, facts.Is(ProductField.KeyChain | ProductField.FillsGap), Facts.Field));
        var score = findings.Item(Condition.DevelopmentScore, facts.DevelopmentScore, facts.DevelopmentScore, 100, Facts.DevelopmentScore);
        verdict = verdict.And(findings.Scored(Condition.TotalScore, score, 60));
        return findings.Close(verdict, score);
    }
}
