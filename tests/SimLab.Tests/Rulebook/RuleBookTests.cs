using System.Reflection;
using SimLab.Model;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;
using Xunit;
using static SimLab.Tests.Rulebook.Money;

namespace SimLab.Tests.Rulebook;

[Fast]
public class RuleBookTests
{
    [Fact]
    public void Every_rule_of_the_code_is_listed()
    {
        var written = typeof(RuleBook).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(field => field.FieldType.IsSubclassOf(typeof(Rule)))
            .Select(field => ((Rule)field.GetValue(null)!).Source.Id)
            .Order(StringComparer.Ordinal);
        Assert.Equal(written, RuleBook.Rules.Select(rule => rule.Source.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_has_its_own_id_and_both_names()
    {
        Assert.Equal(RuleBook.Rules.Count, RuleBook.Rules.Select(rule => rule.Source.Id).Distinct().Count());
        Assert.All(RuleBook.Rules, rule => Assert.True(rule.Source.Name.Length > 0 && rule.Source.Chinese.Length > 0));
    }

    [Fact]
    public void Every_version_names_its_document_and_clause_and_ends_before_the_next_begins()
    {
        Assert.All(RuleBook.All, version => Assert.True(version.Document.Length > 0 && version.Clause.Length > 0));
        foreach (var rule in RuleBook.Rules)
            for (var i = 0; i < rule.Versions.Count; i++)
            {
                var version = rule.Versions[i];
                if (version.Until is { } until) Assert.True(until >= version.From, $"{rule.Source.Id} from {version.From}");
                if (i > 0) Assert.True(
                    rule.Versions[i - 1].Until == version.From - 1, $"{rule.Source.Id}: a gap or overlap before {version.From}");
            }
    }

    [Fact]
    public void A_version_knows_which_months_its_document_covers()
    {
        var law = IncomeTax.Version(IncomeTaxRegime.SmallLowProfit, 2023);
        Assert.Equal("VERIFIED-2", law.TagText);
        Assert.True(law.Covers(On("2023-01")) && law.Covers(On("2027-12")));
        Assert.False(law.Covers(On("2022-12")) || law.Covers(On("2028-01")));
        Assert.Equal(law, IncomeTax.Version(IncomeTaxRegime.SmallLowProfit, 2028));   // read as extended
    }

    [Fact]
    public void Rules_that_a_firm_meets_every_month_allocate_nothing()
    {
        Spend(1000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Spend(1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static long Spend(int rounds)
    {
        long sum = 0;
        var facts = TitleCases.LittleGiantOf2022();
        for (var i = 0; i < rounds; i++)
        {
            var month = Month.Of(2019, 1) + i % 108;
            facts.Month = month;
            foreach (var title in (ReadOnlySpan<Title>)[
                Title.HighTech, Title.TechSme, Title.Innovative, Title.Specialised, Title.LittleGiant])
                sum += TitleLaw.Earns(title, facts) ? 1 : 0;
            sum += IncomeTax.Assess(new TaxFacts { Year = month.Year, TaxableIncome = i * Fen.PerWan, AverageStaff = 20 }).TaxFen;
            sum += SuperDeduction.ExtraOfYear(month.Year, new(true, false), 1000);
            sum += ValueAddedTax.SmallScale(month, VatPeriod.Quarter, i * Fen.PerWan).TaxFen
                + ValueAddedTax.RatePercent(month, Industry.Software);
            sum += Surcharges.Of(month, 100, Locality.City, SixTaxesTwoFees.Entitles(month, true, false) ? 0.5 : 0).Total;
            sum += (int)SizeClasses.Of((Industry)(i % Places.Industries), i, i * Fen.PerWan, i * Fen.PerWan);
            sum += AboveScale.Qualifies(Industry.Retail, i * Fen.PerWan) ? 1 : 0;
            sum += Procurement.EvaluatedPrice(1000, Procurement.RangeFor(month, PurchaseKind.Goods, SizeClass.Small).Pick(0.5));
            sum += PaymentTerms.OverdueInterest(month, 1000, 30) + PaymentTerms.DeadlineDays(month, Debtor.LargeFirm, 90);
            sum += (long)(CreditPrices.LoanPrimeRate(month) * 1e6);
        }
        return sum;
    }
}
