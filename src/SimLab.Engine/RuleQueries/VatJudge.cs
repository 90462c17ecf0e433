using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>Judges a firm's VAT: quarterly for a small-scale taxpayer, yearly for a general one.</summary>
internal static class VatJudge
{
    public static VatRuling Judge(FirmYear facts, LawDate date)
    {
        if (facts.Value(FactKeys.VatTaxpayer) is not { } kind)
            return new(null, null)
            {
                Law = [Cite(ValueAddedTax.SmallScaleRule, date)],
                Needs = RuleJudge.Missing(
                    facts, facts.Has(FactKeys.QuarterlyReceipts) ? [FactKeys.VatTaxpayer]
                    : [FactKeys.VatTaxpayer, FactKeys.QuarterlySales]),
            };
        return kind == 0 ? SmallScale(facts, date) : General(facts, date);
    }

    private static VatRuling SmallScale(FirmYear facts, LawDate date)
    {
        var net = facts.List(FactKeys.QuarterlySales);
        var gross = facts.List(FactKeys.QuarterlyReceipts);
        if (net.IsEmpty && gross.IsEmpty) return new(null, null)
        { Law = [Cite(ValueAddedTax.SmallScaleRule, date)], Needs = [FactKeys.QuarterlySales.Key] };

        var quarters = ImmutableArray.CreateBuilder<VatQuarter>();
        var sales = net.IsEmpty ? gross : net;
        long tax = 0, year = 0;
        for (var quarter = 1; quarter <= sales.Length; quarter++)
        {
            var month = date.Quarter(quarter);
            var amount = sales[quarter - 1];
            var result = net.IsEmpty
                ? ValueAddedTax.SmallScaleFromGross(month, VatPeriod.Quarter, amount)
                : ValueAddedTax.SmallScale(month, VatPeriod.Quarter, amount);
            quarters.Add(new(quarter, amount, result));
            tax += result.TaxFen;
            year += net.IsEmpty ? amount - result.TaxFen : amount;
        }

        var mustRegister = ValueAddedTax.MustRegister(date.Month, year);
        var law = quarters.Select(q => Cite(ValueAddedTax.SmallScaleRule, date.Quarter(q.Quarter))).DistinctBy(cite => cite.Version);
        return new(tax, quarters.All(q => q.Result.Exempt))
        {
            Quarters = quarters.ToImmutable(),
            MustRegister = mustRegister,
            Law = mustRegister ? [.. law, Cite(ValueAddedTax.RegistrationLimit, date)] : [.. law],
            Note = mustRegister
                ? Sentence.Of($"sales of the year are above the limit: the firm must register as a general taxpayer") : null,
        };
    }

    private static VatRuling General(FirmYear facts, LawDate date)
    {
        ImmutableArray<Citation> law = [Cite(ValueAddedTax.Rates, date)];
        long? sales = null;
        foreach (var quarter in facts.List(FactKeys.QuarterlySales)) sales = (sales ?? 0) + quarter;
        sales ??= facts.Value(FactKeys.Revenue);
        if (facts.Value(FactKeys.Industry) is not { } industry) return new(null, null) { Law = law, Needs = [FactKeys.Industry.Key] };

        var rate = ValueAddedTax.RatePercent(date.Month, (Industry)industry);
        bool? mustRegister = sales is { } total ? ValueAddedTax.MustRegister(date.Month, total) : null;
        if (sales is { } net && facts.Value(FactKeys.InputVat) is { } input)
        {
            var due = ValueAddedTax.General(ValueAddedTax.OutputTax(net, rate), input, facts.Value(FactKeys.VatCreditBrought) ?? 0);
            return new(due.TaxFen, false)
            {
                Law = law,
                RatePercent = rate,
                MustRegister = mustRegister,
                CreditFen = due.CreditFen,
                Note = $"output less input VAT, all sales at the rate of the industry"
            };
        }
        return new(null, false)
        {
            Law = law,
            RatePercent = rate,
            MustRegister = mustRegister,
            Needs = RuleJudge.Missing(facts, sales is null ? [FactKeys.QuarterlySales, FactKeys.InputVat] : [FactKeys.InputVat]),
        };
    }

    private static Citation Cite(Rule rule, LawDate date) => Cite(rule, date.Month);

    private static Citation Cite(Rule rule, Month month) => new(rule.VersionAt(month), month);
}
