using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Rulebook;
using Law = SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>Judges income tax, the super-deduction of R&amp;D and the surcharges from a firm's facts.</summary>
/// <remarks>
/// A relief applies only if the facts claim it: without <c>titles</c> or <c>western_encouraged</c> the firm is taxed as
/// having none.
/// </remarks>
internal static class TaxJudge
{
    public static IncomeTaxRuling IncomeTax(FirmYear facts, LawDate date)
    {
        if (facts.Value(FactKeys.TaxableIncome) is not { } income)
            return new(null, null)
            {
                Law = [Cite(Law.IncomeTax.SmallProfit, date)],
                Needs = RuleJudge.Missing(facts, FactKeys.TaxableIncome, FactKeys.Staff, FactKeys.Assets)
            };
        if (Assess(facts, date, income) is not { } tax)
            return new(null, null)
            { Law = [Cite(Law.IncomeTax.SmallProfit, date)], Needs = RuleJudge.Missing(facts, FactKeys.Staff, FactKeys.Assets) };
        var unclaimed = tax.Regime == IncomeTaxRegime.Standard ? RuleJudge.Missing(facts, FactKeys.Titles, FactKeys.WesternEncouraged) : [];
        return new(tax.TaxFen, tax.Regime)
        {
            Law = [new(Law.IncomeTax.Version(tax.Regime, date.Year), Month.Of(date.Year, 1))],
            Note = unclaimed.IsEmpty ? null : Sentence.Of($"no 15 % rate is claimed: {WordList.Both(unclaimed)} not given"),
        };
    }

    /// <summary>Tax on an income; null if missing staff or assets could change it.</summary>
    private static IncomeTaxResult? Assess(FirmYear facts, LawDate date, long income)
    {
        var smallest = With(0, 0);
        return smallest == With(int.MaxValue, long.MaxValue) ? smallest : null;

        IncomeTaxResult With(int staff, long assets) => Law.IncomeTax.Assess(new TaxFacts
        {
            Year = date.Year,
            TaxableIncome = income,
            AverageStaff = facts.Value(FactKeys.Staff) ?? staff,
            AverageAssets = facts.Value(FactKeys.Assets) ?? assets,
            HighTech = Holds(facts, Title.HighTech),
            WesternEncouraged = facts.YesNo(FactKeys.WesternEncouraged) ?? false,
            RestrictedIndustry = facts.YesNo(FactKeys.RestrictedIndustry) ?? false,
        });
    }

    public static SuperDeductionRuling SuperDeduction(FirmYear facts, LawDate date)
    {
        var expensed = facts.Value(FactKeys.RndExpense);
        var amortised = facts.Value(FactKeys.RndAmortisation);
        if (expensed is null && amortised is null || facts.Value(FactKeys.Industry) is not { } number)
            return new(null, null)
            {
                Law = [Cite(Law.SuperDeduction.General, date)],
                Needs = RuleJudge.Missing(
                    facts, expensed is null && amortised is null ? [FactKeys.RndExpense, FactKeys.Industry] : [FactKeys.Industry]),
            };

        var industry = (Industry)number;
        var claimant = new RndClaimant(industry == Industry.Manufacturing, Holds(facts, Title.TechSme),
            Law.SuperDeduction.IsExcluded(industry) || (facts.YesNo(FactKeys.RndExcluded) ?? false),
                facts.YesNo(FactKeys.ChipOrMachineTool) ?? false);
        var extra = date.On is { } on
            ? Law.SuperDeduction.Extra(on, claimant, expensed ?? 0, amortised ?? 0)
            : Law.SuperDeduction.ExtraOfYear(date.Year, claimant, (expensed ?? 0) + (amortised ?? 0));
        var law = claimant.Excluded ? [Cite(Law.SuperDeduction.ExcludedShare, date)] : VersionsOf(Best(date, claimant), date);
        var note = claimant.Excluded ? Sentence.Of($"an excluded industry or taxpayer")
            : expensed is null || amortised is null
                ? Sentence.Of($"taken as 0, not given: {(expensed is null ? FactKeys.RndExpense : FactKeys.RndAmortisation)}")
            : null;

        // The taxable income given is the amount after the deduction.
        if (facts.Value(FactKeys.TaxableIncome) is not { } income)
            return new(extra, extra == 0 ? 0 : null) { Law = law, Note = note, Needs = extra == 0 ? [] : [FactKeys.TaxableIncome.Key] };
        return Assess(facts, date, income + extra) is { } without && Assess(facts, date, income) is { } with
            ? new(extra, without.TaxFen - with.TaxFen) { Law = law, Note = note }
            : new(extra, extra == 0 ? 0 : null)
            { Law = law, Note = note, Needs = extra == 0 ? [] : RuleJudge.Missing(facts, FactKeys.Staff, FactKeys.Assets) };
    }

    // The most generous rule, the general one in a tie; only for the citation.
    private static Dated<int> Best(LawDate date, RndClaimant claimant)
    {
        List<Dated<int>> rules = [Law.SuperDeduction.General];
        if (claimant.Manufacturing) rules.Add(Law.SuperDeduction.Manufacturing);
        if (claimant.TechSme) rules.Add(Law.SuperDeduction.TechSme);
        if (claimant.ChipOrMachineTool) rules.Add(Law.SuperDeduction.ChipOrMachineTool);
        return rules.MaxBy(rule => Months(date).Sum(month => rule.At(month)))!;
    }

    private static ImmutableArray<Citation> VersionsOf(Rule rule, LawDate date) =>
        [.. Months(date).Select(month => new Citation(rule.VersionAt(month), month)).DistinctBy(law => law.Version)];

    private static IEnumerable<Month> Months(LawDate date) =>
        date.On is { } on ? [on] : Enumerable.Range(1, 12).Select(ofYear => Month.Of(date.Year, ofYear));

    public static SurchargeRuling Surcharges(FirmYear facts, LawDate date, VatRuling vat, Province province)
    {
        ImmutableArray<Citation> law = [Cite(Law.Surcharges.Rates, date)];
        if (vat.TaxFen is not { } tax) return new(null, default, null) { Law = law, Needs = vat.Needs };

        var where = (Locality)(facts.Value(FactKeys.Locality) ?? 0);
        var note = facts.Has(FactKeys.Locality) ? null : Sentence.Of($"taken as in a city: locality not given");
        if (Entitled(facts, date) is not { } entitled)
            return tax == 0
                ? new(0, default, null) { Law = law, Note = note }
                : new(null, default, null)
                { Law = law, Needs = RuleJudge.Missing(facts, FactKeys.TaxableIncome, FactKeys.Staff, FactKeys.Assets) };
        var rate = entitled ? province.Law.RateOf(SixTaxesTwoFees.Spared, date.Month) : null;
        var spared = rate?.Value ?? 0;
        // Small-scale taxpayers pay by the quarter, and each payment is rounded.
        var parts = vat.Quarters.IsEmpty
            ? Law.Surcharges.Of(date.Month, tax, where, spared)
            : vat.Quarters.Select(quarter => Law.Surcharges.Of(date.Quarter(quarter.Quarter), quarter.Result.TaxFen, where, spared))
                .Aggregate((a, b) =>
                    new(a.UrbanConstruction + b.UrbanConstruction, a.Education + b.Education, a.LocalEducation + b.LocalEducation));
        if (rate is { } local)
        {
            var set = Sentence.Of($"{Term.Name(province.Name, province.NameZh)}: {Term.Source(local.Document)}");
            note = note is null ? set : $"{note}; {set}";
        }
        return new(parts.Total, parts, spared) { Law = entitled ? [.. law, Cite(SixTaxesTwoFees.Rule, date)] : law, Note = note };
    }

    private static bool? Entitled(FirmYear facts, LawDate date)
    {
        var smallScale = facts.Value(FactKeys.VatTaxpayer) == 0;
        var asLarge = SixTaxesTwoFees.Entitles(date.Month, smallScale, smallLowProfit: false);
        if (asLarge == SixTaxesTwoFees.Entitles(date.Month, smallScale, smallLowProfit: true)) return asLarge;
        if (facts.Value(FactKeys.TaxableIncome) is not { } income || Assess(facts, date, income) is not { } tax)
            return null;
        return tax.Regime == IncomeTaxRegime.SmallLowProfit;
    }

    internal static bool Holds(FirmYear facts, Title title) => ((facts.Value(FactKeys.Titles) ?? 0) >> (int)title & 1) != 0;

    private static Citation Cite(Rule rule, LawDate date) => new(rule.VersionAt(date.Month), date.Month);
}
