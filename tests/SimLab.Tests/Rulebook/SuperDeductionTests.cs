using SimLab.Model;
using SimLab.Model.Rulebook;
using Xunit;
using static SimLab.Tests.Rulebook.Money;

namespace SimLab.Tests.Rulebook;

[Fast]
public class SuperDeductionTests
{
    private static readonly RndClaimant Ordinary = new(false, false);
    private static readonly RndClaimant Manufacturer = new(true, false);
    private static readonly RndClaimant TechnologySme = new(false, true);
    private static readonly RndClaimant ChipMaker = new(true, false, ChipOrMachineTool: true);

    [Theory]
    [InlineData("2019-01", 75, 75, 75, 75)]
    [InlineData("2020-12", 75, 75, 75, 75)]
    [InlineData("2021-01", 75, 100, 75, 100)]
    [InlineData("2021-12", 75, 100, 75, 100)]
    [InlineData("2022-01", 75, 100, 100, 100)]
    [InlineData("2022-09", 75, 100, 100, 100)]
    [InlineData("2022-10", 100, 100, 100, 100)]
    [InlineData("2023-01", 100, 100, 100, 120)]
    [InlineData("2027-12", 100, 100, 100, 120)]
    public void The_extra_rate_depends_on_who_claims_and_when(string month, int ordinary, int manufacturer, int techSme, int chips)
    {
        Assert.Equal(ordinary, SuperDeduction.ExtraPercent(On(month), Ordinary));
        Assert.Equal(manufacturer, SuperDeduction.ExtraPercent(On(month), Manufacturer));
        Assert.Equal(techSme, SuperDeduction.ExtraPercent(On(month), TechnologySme));
        Assert.Equal(chips, SuperDeduction.ExtraPercent(On(month), ChipMaker));
        Assert.Equal(0, SuperDeduction.ExtraPercent(On(month), ChipMaker with { Excluded = true }));
    }

    [Fact]
    public void From_2023_the_technology_title_adds_nothing_to_the_deduction() =>
        Assert.Equal(SuperDeduction.ExtraPercent(On("2023-01"), Ordinary), SuperDeduction.ExtraPercent(On("2023-01"), TechnologySme));

    [Theory]                                               // 100万 of R&D: what the extra deduction saves
    [InlineData("2023-06", 100, "25", "15", "5")]
    [InlineData("2021-06", 75, "18.75", "11.25", "3.75")]
    public void A_million_of_research_saves_the_extra_at_the_firms_rate(string month, int extraWan, string at25, string at15, string at5)
    {
        var extra = SuperDeduction.Extra(On(month), Ordinary, Wan(100), 0);
        Assert.Equal(Wan(extraWan), extra);
        Assert.Equal((Wan(at25), Wan(at15), Wan(at5)), (Fen.Share(extra, 0.25), Fen.Share(extra, 0.15), Fen.Share(extra, 0.05)));
    }

    [Fact]
    public void A_million_capitalised_over_ten_years_deducts_20_wan_a_year_instead_of_10()
    {
        var amortised = Wan(100) / 10;
        Assert.Equal(Wan(20), amortised + SuperDeduction.Extra(On("2023-06"), Ordinary, 0, amortised));
    }

    [Fact]
    public void In_2022_an_ordinary_firm_gets_9_months_at_75_and_3_at_100_percent()
    {
        Assert.Equal(Wan("81.25"), SuperDeduction.ExtraOfYear(2022, Ordinary, Wan(100)));   // (9 × 75 + 3 × 100) ÷ 12
        Assert.Equal(Wan(100), SuperDeduction.ExtraOfYear(2022, TechnologySme, Wan(100)));
        Assert.Equal(Wan(100), SuperDeduction.ExtraOfYear(2023, Ordinary, Wan(100)));
        Assert.Equal(Wan(120), SuperDeduction.ExtraOfYear(2023, ChipMaker, Wan(100)));
    }

    [Fact]
    public void Four_fifths_of_an_entrusted_fee_count_and_overseas_ones_to_two_thirds_of_domestic_research()
    {
        Assert.Equal(Wan(80), SuperDeduction.EntrustedCost(On("2023-01"), Wan(100), 0, 0));
        Assert.Equal(Wan(60), SuperDeduction.EntrustedCost(On("2023-01"), 0, Wan(100), Wan(90)));   // 80 > ⅔ × 90 = 60
        Assert.Equal(Wan(80), SuperDeduction.EntrustedCost(On("2023-01"), 0, Wan(100), Wan(120)));  // 80 = ⅔ × 120
    }

    [Fact]
    public void Other_costs_are_capped_over_all_projects_from_2021()
    {
        long[] groups = [Wan(90), Wan(100)], other = [Wan(12), Wan(8)];
        Assert.Equal(21_111_111, SuperDeduction.OtherCostCap(Wan(190)));           // 190万 ÷ 9 = 211,111.11 yuan
        Assert.Equal(Wan(20), SuperDeduction.OtherCostsAllowed(2021, groups, other));
        Assert.Equal(Wan(18), SuperDeduction.OtherCostsAllowed(2020, groups, other)); // 10 + 8
    }

    [Theory]
    [InlineData(0.75, 0.25, 0.750)]
    [InlineData(1.00, 0.25, 0.667)]
    [InlineData(0.75, 0.15, 0.868)]
    [InlineData(1.00, 0.15, 0.824)]
    [InlineData(0.75, 0.05, 0.961)]
    [InlineData(1.00, 0.05, 0.947)]
    [InlineData(1.00, 0.00, 1.000)]
    public void The_B_index_shows_what_a_yuan_of_research_costs(double theta, double tau, double index) =>
        Assert.Equal(index, UserCost.BIndex(theta, tau), 3);

    [Theory]
    [InlineData(Industry.Retail, true)]
    [InlineData(Industry.Catering, true)]
    [InlineData(Industry.RealEstateDevelopment, true)]
    [InlineData(Industry.LeasingAndBusiness, true)]
    [InlineData(Industry.Manufacturing, false)]
    [InlineData(Industry.Software, false)]
    public void Trade_hotels_real_estate_and_business_services_are_excluded(Industry industry, bool excluded) =>
        Assert.Equal(excluded, SuperDeduction.IsExcluded(industry));
}
