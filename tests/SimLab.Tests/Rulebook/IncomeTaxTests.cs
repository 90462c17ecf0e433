using CsCheck;
using SimLab.Model;
using SimLab.Model.Rulebook;
using Xunit;
using static SimLab.Tests.Rulebook.Money;

namespace SimLab.Tests.Rulebook;

[Fast]
public class IncomeTaxTests
{
    private static TaxFacts Small(int year, long income) =>
        new() { Year = year, TaxableIncome = income, AverageStaff = 100, AverageAssets = Wan(2000) };

    [Theory]                                               // the table of gansu.md A1, 万元
    [InlineData("50", "2.5", "1.25", "1.25", "2.5")]
    [InlineData("90", "4.5", "2.25", "2.25", "4.5")]
    [InlineData("100", "5", "2.5", "2.5", "5")]
    [InlineData("190", "14", "11.5", "7", "9.5")]
    [InlineData("200", "15", "12.5", "7.5", "10")]
    [InlineData("300", "25", "22.5", "12.5", "15")]
    [InlineData("300.01", "75.0025", "75.0025", "75.0025", "75.0025")]
    [InlineData("320", "80", "80", "80", "80")]
    public void Tax_of_a_small_firm_follows_the_law_of_its_year(string income, string in2020, string in2021, string in2022, string in2023)
    {
        Assert.Equal(Wan(in2020), IncomeTax.Assess(Small(2019, Wan(income))).TaxFen);
        Assert.Equal(Wan(in2020), IncomeTax.Assess(Small(2020, Wan(income))).TaxFen);
        Assert.Equal(Wan(in2021), IncomeTax.Assess(Small(2021, Wan(income))).TaxFen);
        Assert.Equal(Wan(in2022), IncomeTax.Assess(Small(2022, Wan(income))).TaxFen);
        for (var year = 2023; year <= 2027; year++) Assert.Equal(Wan(in2023), IncomeTax.Assess(Small(year, Wan(income))).TaxFen);
    }

    [Theory]
    [InlineData(100_00000000, IncomeTaxRegime.Standard)]   // 1 yi is far above
    [InlineData(300_000_000, IncomeTaxRegime.SmallLowProfit)]
    [InlineData(300_000_001, IncomeTaxRegime.Standard)]    // one fen above 3 million yuan
    public void The_relief_ends_one_fen_above_3_million_yuan(long income, IncomeTaxRegime regime) =>
        Assert.Equal(regime, IncomeTax.Assess(Small(2023, income)).Regime);

    [Theory]
    [InlineData(300, 5000_000_000, true)]
    [InlineData(300.25, 5000_000_000, false)]
    [InlineData(301, 5000_000_000, false)]
    [InlineData(300, 5000_000_001, false)]
    public void The_relief_needs_at_most_300_staff_and_50_million_yuan_of_assets(double staff, long assets, bool small)
    {
        var facts = new TaxFacts { Year = 2023, TaxableIncome = Wan(200), AverageStaff = staff, AverageAssets = assets };
        Assert.Equal(small, IncomeTax.IsSmallLowProfit(facts));
        Assert.Equal(small ? Wan(10) : Wan(50), IncomeTax.Assess(facts).TaxFen);
    }

    [Fact]
    public void A_restricted_industry_gets_no_small_firm_relief() =>
        Assert.Equal(Wan(25), IncomeTax.Assess(Small(2023, Wan(100)) with { RestrictedIndustry = true }).TaxFen);

    [Fact]
    public void A_firm_takes_the_best_regime_it_is_entitled_to()
    {
        var titled = Small(2023, Wan(300)) with { HighTech = true, WesternEncouraged = true };
        Assert.Equal(new(Wan(15), IncomeTaxRegime.SmallLowProfit, Wan(300)), IncomeTax.Assess(titled));
        Assert.Equal(new(Wan(60), IncomeTaxRegime.HighTech, Wan(400)), IncomeTax.Assess(titled with { TaxableIncome = Wan(400) }));
        Assert.Equal(new(Wan(60), IncomeTaxRegime.WesternDevelopment, Wan(400)),
            IncomeTax.Assess(titled with { TaxableIncome = Wan(400), HighTech = false }));
        Assert.Equal(new(Wan(100), IncomeTaxRegime.Standard, Wan(400)), IncomeTax.Assess(Small(2023, Wan(400))));
    }

    [Fact]
    public void A_loss_is_not_taxed() =>
        Assert.Equal(new(0, IncomeTaxRegime.SmallLowProfit, 0), IncomeTax.Assess(Small(2023, -Wan(50))));

    [Fact]
    public void After_the_cliff_income_after_tax_is_regained_at_380_wan_and_with_15_percent_at_335_point_3()
    {
        var kept = Wan(300) - IncomeTax.Assess(Small(2023, Wan(300))).TaxFen;     // 285万
        Assert.Equal(kept, Wan(380) - IncomeTax.Assess(Small(2023, Wan(380))).TaxFen);
        var highTech = Small(2023, Wan("335.2942")) with { HighTech = true };      // 285 ÷ 0.85 = 335.2941…
        Assert.InRange(highTech.TaxableIncome - IncomeTax.Assess(highTech).TaxFen - kept, 0, 100);
    }

    [Fact]
    public void Quarterly_prepayment_waits_for_the_settlement_instead_of_refunding()
    {
        // 解读 of 公告2019年第2号: income to date 50, 100, 200万; the first quarter is outside the limits.
        var first = IncomeTax.Assess(Small(2019, Wan(50)) with { AverageStaff = 301 }).TaxFen;
        var second = IncomeTax.Assess(Small(2019, Wan(100))).TaxFen;
        var third = IncomeTax.Assess(Small(2019, Wan(200))).TaxFen;
        Assert.Equal((Wan("12.5"), Wan(5), Wan(15)), (first, second, third));
        Assert.Equal(Wan("12.5"), IncomeTax.Prepayment(first, 0));
        Assert.Equal(0, IncomeTax.Prepayment(second, Wan("12.5")));
        Assert.Equal(Wan("2.5"), IncomeTax.Prepayment(third, Wan("12.5")));
    }

    [Fact]
    public void The_2022_prepayment_example_gives_5_then_0_then_2_point_5()
    {
        var first = IncomeTax.Assess(Small(2022, Wan(20)) with { AverageStaff = 301 }).TaxFen;
        Assert.Equal(Wan(5), first);
        Assert.Equal(Wan("2.5"), IncomeTax.Assess(Small(2022, Wan(100))).TaxFen);
        Assert.Equal(Wan("2.5"), IncomeTax.Prepayment(IncomeTax.Assess(Small(2022, Wan(200))).TaxFen, first));
    }

    [Fact]
    public void Staff_and_assets_are_means_of_the_quarters()
    {
        Assert.Equal(160, IncomeTax.YearAverage([120], [200]));                    // 公告2023年第6号 example
        Assert.Equal(Wan(3000), IncomeTax.YearAverage([Wan(2000)], [Wan(4000)]));
        Assert.Equal(300.125, IncomeTax.YearAverage([300, 300, 300, 300], [300, 300, 300, 301]));
    }

    [Fact]
    public void Below_the_cliff_and_above_it_a_fen_of_income_never_moves_tax_by_more_than_a_fen() =>
        Gen.Select(Gen.Int[2019, 2027], Gen.Long[0, Wan(1000)]).Sample((year, income) =>
        {
            var step = IncomeTax.Assess(Small(year, income + 1)).TaxFen - IncomeTax.Assess(Small(year, income)).TaxFen;
            return income == IncomeTax.SmallProfitIncomeLimit ? step > 1 : step is 0 or 1;
        });

    [Fact]
    public void The_cliff_in_2023_costs_60_wan_for_one_fen()
    {
        var below = IncomeTax.Assess(Small(2023, Wan(300))).TaxFen;
        var above = IncomeTax.Assess(Small(2023, Wan(300) + 1)).TaxFen;
        Assert.Equal(Wan(60), above - below);                                      // 75万 − 15万
    }

    [Fact]
    public void A_yuan_of_deduction_saves_the_marginal_rate() =>
        Gen.Select(Gen.Int[2019, 2027], Gen.Long[2, 1000], Gen.Bool, Gen.Bool).Sample((year, wan, highTech, western) =>
        {
            if (wan == 301) return true;                                           // the cliff itself
            var facts = Small(year, wan * Fen.PerWan) with { HighTech = highTech, WesternEncouraged = western };
            var saved = IncomeTax.Assess(facts).TaxFen - IncomeTax.Assess(
                facts with { TaxableIncome = facts.TaxableIncome - Fen.PerWan }).TaxFen;
            return saved == Fen.Share(Fen.PerWan, IncomeTax.MarginalRate(facts));
        });

    [Fact]
    public void Western_development_asks_70_percent_of_revenue_to_2020_and_60_after()
    {
        Assert.Equal(0.70, IncomeTax.Western.OfYear(2020).LeastShareOfRevenue);
        Assert.Equal(0.60, IncomeTax.Western.OfYear(2021).LeastShareOfRevenue);
    }

    [Fact]
    public void A_loss_six_years_old_counts_only_for_technology_firms()
    {
        Assert.Equal(5, LossCarryForward.Years(2023, highTech: false, techSme: false));
        Assert.Equal(10, LossCarryForward.Years(2023, highTech: false, techSme: true));
        Assert.Equal(10, LossCarryForward.Years(2023, highTech: true, techSme: false));

        long[] losses = [0, 0, 0, 0, Wan(10), Wan(30)];                            // five and six years ago
        Assert.Equal(Wan(90), LossCarryForward.Offset(losses.AsSpan(), 5, Wan(100)));
        Assert.Equal([0, 0, 0, 0, 0, Wan(30)], losses);
        Assert.Equal(Wan(70), LossCarryForward.Offset(losses.AsSpan(), 10, Wan(100)));
    }

    [Fact]
    public void The_oldest_loss_is_used_first_and_never_more_than_the_income()
    {
        long[] losses = [Wan(20), Wan(20)];
        Assert.Equal(0, LossCarryForward.Offset(losses.AsSpan(), 5, Wan(30)));
        Assert.Equal([Wan(10), 0], losses);
    }

    [Theory]
    [InlineData(2020, 200, "63.45")]                       // 200 × 35 % − 6.55
    [InlineData(2023, 200, "31.725")]                      // half of it
    [InlineData(2023, 300, "66.725")]                      // 98.45 − 31.725
    [InlineData(2021, 200, "49.225")]                      // 63.45 − half of (100 × 35 % − 6.55)
    [InlineData(2023, 3, "0.075")]                         // 3 × 5 % ÷ 2
    [InlineData(2023, 0, "0")]
    public void A_sole_trader_pays_half_on_the_lower_part_of_its_income(int year, int incomeWan, string tax) =>
        Assert.Equal(Wan(tax), SoleTraderTax.Of(year, Wan(incomeWan)));
}
