using SimLab.Model;
using SimLab.Model.Rulebook;
using SimLab.Tests.Populations;
using Xunit;
using static SimLab.Tests.Rulebook.Money;

namespace SimLab.Tests.Rulebook;

[Fast]
public class PeopleTests
{
    private static readonly LocalLaw Law = GansuPopulation.Province.Law;

    [Theory]                                               // premium of 10万 last year
    [InlineData("2021-06", SizeClass.Large, 3)]
    [InlineData("2021-06", SizeClass.Medium, 6)]
    [InlineData("2022-06", SizeClass.Large, 5)]
    [InlineData("2022-06", SizeClass.Small, 9)]
    [InlineData("2023-06", SizeClass.Large, 3)]
    [InlineData("2023-06", SizeClass.Micro, 6)]
    [InlineData("2024-06", SizeClass.Small, 6)]
    [InlineData("2025-06", SizeClass.Large, 5)]
    [InlineData("2025-06", SizeClass.Small, 9)]
    public void A_firm_that_keeps_its_people_gets_part_of_its_premium_back(string month, SizeClass size, int refundWan) =>
        Assert.Equal(Wan(refundWan), StabilisationRefund.Refund(On(month), Law, size, insured: 100, layoffRate: 0.055, Wan(10)));

    [Theory]
    [InlineData(31, 0.055, true)]
    [InlineData(31, 0.056, false)]
    [InlineData(30, 0.20, true)]
    [InlineData(30, 0.201, false)]
    public void Firms_of_at_most_30_insured_may_lose_a_fifth(int insured, double layoffRate, bool earns) =>
        Assert.Equal(earns, StabilisationRefund.Earns(On("2023-06"), insured, layoffRate));

    [Fact]
    public void The_employment_credit_counts_months_of_work()
    {
        Assert.Equal(7_800_00, EmploymentCredit.Quota(On("2023-12"), Law, keyGroupMonths: 12, veteranMonths: 0));
        Assert.Equal(4_500_00, EmploymentCredit.Quota(On("2023-12"), Law, keyGroupMonths: 0, veteranMonths: 6));
        Assert.Equal(24_000_00, EmploymentCredit.OfSelfEmployed(On("2023-12"), Law));
    }

    [Fact]
    public void The_employment_credit_goes_down_the_taxes_in_the_order_of_the_law()
    {
        var due = new TaxesDue { Vat = 5_000, UrbanConstruction = 350, Education = 150, LocalEducation = 100, IncomeTax = 4_000 };
        Assert.Equal(7_800, EmploymentCredit.Offset(7_800, ref due));
        // 5600 gone before income tax
        Assert.Equal((0L, 0L, 0L, 0L, 1_800L), (due.Vat, due.UrbanConstruction, due.Education, due.LocalEducation, due.IncomeTax));
        Assert.Equal(1_800, EmploymentCredit.Offset(9_000, ref due));
        Assert.Equal(0, due.Total);
    }

    [Theory]                                               // wage 6万 a year, social mean 8万
    [InlineData("2023-12", 100, 0, "8.1")]                 // 1.5 × 6 × 90 %
    [InlineData("2023-12", 100, 1, "1.5")]                 // 0.5 × 6 × 50 %
    [InlineData("2023-12", 100, 2, "0")]
    [InlineData("2023-12", 30, 0, "0")]                    // exempt
    [InlineData("2023-12", 31, 0, "2.511")]                // 0.465 × 6 × 90 %
    [InlineData("2019-12", 30, 0, "2.7")]                  // 0.45 × 6, no relief yet
    [InlineData("2019-12", 100, 1, "3")]
    public void The_disabled_levy_counts_missing_places(string month, int staff, int disabled, string levy) =>
        Assert.Equal(Wan(levy), DisabledLevy.Of(On(month), Law, staff, disabled, Wan(6), Wan(8)));

    [Fact]
    public void The_wage_of_the_disabled_levy_is_at_most_twice_the_social_mean() =>
        Assert.Equal(Wan("21.6"), DisabledLevy.Of(On("2023-12"), Law, 100, 0, Wan(30), Wan(8)));   // 1.5 × 16 × 90 %
}
