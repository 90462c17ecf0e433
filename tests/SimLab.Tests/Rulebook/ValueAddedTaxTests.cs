using CsCheck;
using SimLab.Model;
using SimLab.Model.Rulebook;
using SimLab.Tests.Populations;
using Xunit;
using static SimLab.Tests.Rulebook.Money;

namespace SimLab.Tests.Rulebook;

[Fast]
public class ValueAddedTaxTests
{
    [Theory]                                               // month, net sales of the month, tax (万元)
    [InlineData("2019-06", "10", "0")]
    [InlineData("2019-06", "10.01", "0.3003")]             // 3 %
    [InlineData("2020-02", "20", "0.6")]
    [InlineData("2020-03", "20", "0.2")]                   // 1 % from March 2020
    [InlineData("2021-03", "10.01", "0.1001")]
    [InlineData("2021-04", "15", "0")]
    [InlineData("2021-04", "15.01", "0.1501")]
    [InlineData("2022-03", "15.01", "0.1501")]
    [InlineData("2022-04", "40", "0")]                     // all exempt
    [InlineData("2022-12", "40", "0")]
    [InlineData("2023-01", "10", "0")]
    [InlineData("2023-01", "10.01", "0.1001")]
    [InlineData("2025-12", "9.99", "0")]
    [InlineData("2025-12", "10", "0")]                     // 含本数
    [InlineData("2026-01", "9.99", "0")]
    [InlineData("2026-01", "10", "0.1")]                   // 达到起征点: the whole is taxed
    [InlineData("2027-12", "10", "0.1")]
    public void A_small_scale_taxpayer_is_exempt_to_the_limit_of_its_month(string month, string sales, string tax)
    {
        var result = ValueAddedTax.SmallScale(On(month), VatPeriod.Month, Wan(sales));
        Assert.Equal(new VatResult(Wan(tax), tax == "0"), result);
    }

    [Theory]
    [InlineData("2023-03", "29.9", "0")]
    [InlineData("2025-12", "30", "0")]
    [InlineData("2025-12", "30.01", "0.3001")]
    [InlineData("2026-03", "30", "0.3")]
    [InlineData("2026-03", "29.99", "0")]
    [InlineData("2021-06", "45", "0")]
    [InlineData("2021-06", "45.01", "0.4501")]
    [InlineData("2022-06", "100", "0")]
    public void A_quarter_has_three_times_the_limit_of_a_month(string month, string sales, string tax) =>
        Assert.Equal(Wan(tax), ValueAddedTax.SmallScale(On(month), VatPeriod.Quarter, Wan(sales)).TaxFen);

    [Theory]
    [InlineData("2023-03", "40.4", "0.4")]                 // net 40, above 30
    [InlineData("2025-12", "30.3", "0")]                   // net exactly 30
    [InlineData("2026-03", "30.3", "0.3")]
    public void Receipts_are_taken_apart_before_the_limit_is_asked(string month, string gross, string tax) =>
        Assert.Equal(Wan(tax), ValueAddedTax.SmallScaleFromGross(On(month), VatPeriod.Quarter, Wan(gross)).TaxFen);

    [Fact]
    public void Receipts_and_net_sales_give_the_same_tax() =>
        Gen.Select(Gen.Int[0, 107], Gen.Long[0, 400_000]).Sample((months, yuan) =>
        {
            var month = Month.Of(2019, 1) + months;
            var levy = ValueAddedTax.SmallScaleRule.At(month).LevyPercent;
            return ValueAddedTax.SmallScale(month, VatPeriod.Month, yuan * 100)
                == ValueAddedTax.SmallScaleFromGross(month, VatPeriod.Month, yuan * (100 + levy));
        });

    [Fact]
    public void More_sales_never_mean_less_tax() =>
        Gen.Select(Gen.Int[0, 107], Gen.Long[0, Wan(50)], Gen.Long[0, Wan(5)]).Sample((months, sales, more) =>
        {
            var month = Month.Of(2019, 1) + months;
            return ValueAddedTax.SmallScale(
                month, VatPeriod.Month, sales + more).TaxFen >= ValueAddedTax.SmallScale(month, VatPeriod.Month, sales).TaxFen;
        });

    [Fact]
    public void Above_5_million_yuan_in_twelve_months_a_firm_must_register()
    {
        Assert.False(ValueAddedTax.MustRegister(On("2023-01"), Wan(500)));
        Assert.True(ValueAddedTax.MustRegister(On("2023-01"), Wan(500) + 1));
    }

    [Fact]
    public void A_general_taxpayer_pays_output_less_input_and_carries_the_rest()
    {
        Assert.Equal(Wan(13), ValueAddedTax.OutputTax(Wan(100), ValueAddedTax.RatePercent(On("2023-01"), Industry.Manufacturing)));
        Assert.Equal(9, ValueAddedTax.RatePercent(On("2023-01"), Industry.Construction));
        Assert.Equal(6, ValueAddedTax.RatePercent(On("2023-01"), Industry.Software));
        Assert.Equal(new(Wan(3), 0), ValueAddedTax.General(Wan(13), Wan(8), Wan(2)));
        Assert.Equal(new(0, Wan(4)), ValueAddedTax.General(Wan(13), Wan(15), Wan(2)));
    }

    [Theory]
    [InlineData("2022-03", Industry.Manufacturing, SizeClass.Micro, 0)]
    [InlineData("2022-04", Industry.Manufacturing, SizeClass.Micro, 90)]     // (60 + 40) × 0.9
    [InlineData("2022-04", Industry.Retail, SizeClass.Micro, 90)]            // small and micro firms of every industry
    [InlineData("2022-04", Industry.Manufacturing, SizeClass.Small, 54)]     // stock of small firms from May
    [InlineData("2022-05", Industry.Manufacturing, SizeClass.Small, 90)]
    [InlineData("2022-05", Industry.Manufacturing, SizeClass.Large, 54)]
    [InlineData("2022-06", Industry.Manufacturing, SizeClass.Large, 90)]
    [InlineData("2022-06", Industry.Retail, SizeClass.Large, 0)]             // seven more sectors from July
    [InlineData("2022-07", Industry.Retail, SizeClass.Large, 90)]
    [InlineData("2023-01", Industry.Construction, SizeClass.Medium, 0)]
    public void Input_credit_is_refunded_by_size_sector_and_month(string month, Industry industry, SizeClass size, int refundWan)
    {
        var claim = new CreditRefundClaim
        {
            Month = On(month),
            Industry = industry,
            Size = size,
            GoodStanding = true,
            Increase = Wan(60),
            Stock = Wan(40),
            ProvenShare = 0.9,
        };
        Assert.Equal(Wan(refundWan), VatCreditRefund.Refund(claim));
        Assert.Equal(0, VatCreditRefund.Refund(claim with { GoodStanding = false }));
    }

    [Theory]
    [InlineData("2025-08", Industry.Retail, "60", "60", "90")]                // (60 + 40) × 0.9: still one of thirteen sectors
    [InlineData("2025-09", Industry.Retail, "60", "60", "32.4")]              // 60 × 60 % × 0.9
    [InlineData("2025-09", Industry.Manufacturing, "60", "60", "90")]
    [InlineData("2025-09", Industry.Retail, "60", "49.99", "0")]
    [InlineData("2025-09", Industry.Retail, "60", "20000", "8100")]           // (10000 × 60 % + 10000 × 30 %) × 0.9
    [InlineData("2025-09", Industry.RealEstateDevelopment, "100", "60", "54")] // 100 × 60 % × 0.9, from March 2019
    [InlineData("2025-09", Industry.RealEstateDevelopment, "49", "60", "32.4")]
    [InlineData("2023-01", Industry.Construction, "60", "0", "32.4")]
    [InlineData("2021-12", Industry.Manufacturing, "50", "0", "27")]
    [InlineData("2021-12", Industry.Manufacturing, "49.99", "0", "0")]
    public void Others_get_a_part_of_an_increase_that_lasted_six_months(
        string month, Industry industry, string increase, string thisYear, string refund)
    {
        var claim = new CreditRefundClaim
        {
            Month = On(month),
            Industry = industry,
            Size = SizeClass.Large,
            GoodStanding = true,
            SixMonthsRunning = true,
            Increase = Wan(increase),
            IncreaseThisYear = Wan(thisYear),
            Stock = Wan(40),
            ProvenShare = 0.9,
        };
        Assert.Equal(Wan(refund), VatCreditRefund.Refund(claim));
    }

    [Fact]
    public void Surcharges_in_a_city_are_12_percent_of_VAT_and_half_of_that_with_the_relief()
    {
        var full = Surcharges.Of(On("2023-01"), Wan(10), Locality.City);
        Assert.Equal(new(Wan("0.7"), Wan("0.3"), Wan("0.2")), full);
        Assert.Equal(Wan("1.2"), full.Total);
        Assert.Equal(Wan("0.6"), Surcharges.Of(On("2023-01"), Wan(10), Locality.City, spared: 0.5).Total);
        Assert.Equal(Wan("0.84"), Surcharges.Of(On("2023-01"), Wan(10), Locality.City, spared: 0.3).Total);
        Assert.Equal(Wan(1), Surcharges.Of(On("2023-01"), Wan(10), Locality.CountyOrTown).Total);
        Assert.Equal(Wan("0.6"), Surcharges.Of(On("2023-01"), Wan(10), Locality.Elsewhere).Total);
    }

    [Theory]                                               // month, small-scale, small low-profit, sole trader
    [InlineData("2021-12", true, false, false, true)]
    [InlineData("2021-12", false, true, false, false)]
    [InlineData("2022-01", false, true, false, true)]
    [InlineData("2022-01", false, false, true, true)]
    [InlineData("2023-01", false, true, false, true)]
    [InlineData("2027-12", true, false, false, true)]
    [InlineData("2023-01", false, false, false, false)]
    public void Small_firms_join_the_six_taxes_relief_in_2022(
        string month, bool smallScale, bool smallLowProfit, bool soleTrader, bool halves)
    {
        Assert.Equal(halves, SixTaxesTwoFees.Entitles(On(month), smallScale, smallLowProfit, soleTrader));
        Assert.Equal(halves ? Wan(1) : Wan(2), SixTaxesTwoFees.Payable(
            Wan(2), SixTaxesTwoFees.SparedTo(On(month), GansuPopulation.Province.Law, smallScale, smallLowProfit, soleTrader)));
    }
}
