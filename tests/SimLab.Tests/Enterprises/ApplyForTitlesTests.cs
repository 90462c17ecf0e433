using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Decisions;
using Xunit;

namespace SimLab.Tests.Enterprises;

[Fast]
public sealed class ApplyForTitlesTests
{
    private static readonly BehaviouralParameters Rules = new()
    {
        ApplicationScale = 40_000,
        SpecialisedWeight = 0.5,
        LightTitleWeight = 0.1,
        AppliesUnaware = 0.5,
        HopeOfTitle = 0.9,
        HopeOfUnqualified = 0.05,
    };

    [Fact]
    public void A_firm_that_meets_the_conditions_counts_on_the_title_and_another_hardly()
    {
        Assert.Equal(80_000, ApplyForTitles.ExpectedValue(earned: true, 100_000, 10_000, Rules), 6);
        Assert.Equal(-5_000, ApplyForTitles.ExpectedValue(earned: false, 100_000, 10_000, Rules), 6);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(40_000, 0.7310585786)]                       // 1 / (1 + 1/e)
    [InlineData(-40_000, 0.2689414214)]
    [InlineData(400_000, 0.9999546021)]
    public void The_more_a_title_is_worth_the_more_firms_apply(double value, double propensity) =>
        Assert.Equal(propensity, ApplyForTitles.Propensity(value, Title.HighTech, heldBefore: true, 0, Rules), 9);

    [Theory]
    [InlineData(100_000, 30_000, 80_000, true)]              // half of the bother and the fee
    [InlineData(50_000, 30_000, 50_000, false)]
    [InlineData(60_000, 30_000, 60_000, false)]              // no gain, no service firm
    public void A_service_firm_prepares_an_application_where_its_fee_costs_less_than_the_bother(
        double alone, double fee, double cost, bool advised) =>
        Assert.Equal((cost, advised), ApplyForTitles.Cheaper(alone, fee, new BehaviouralParameters { AdvisedPaperLeft = 0.5 }));

    [Fact]
    public void Sums_that_are_small_for_a_light_title_are_large_for_no_other() =>
        Assert.Equal(
            ApplyForTitles.Propensity(4_000, Title.TechSme, true, 0, Rules),
            ApplyForTitles.Propensity(40_000, Title.HighTech, true, 0, Rules), 12);

    [Theory]
    [InlineData(false, 0, 0.25)]                             // half of those who do not know of it
    [InlineData(false, 1, 0.5)]
    [InlineData(false, 0.5, 0.375)]
    [InlineData(true, 0, 0.5)]                               // a former holder knows
    public void Who_does_not_know_of_a_title_applies_less(bool heldBefore, float awareness, double propensity) =>
        Assert.Equal(propensity, ApplyForTitles.Propensity(0, Title.HighTech, heldBefore, awareness, Rules), 12);
}
