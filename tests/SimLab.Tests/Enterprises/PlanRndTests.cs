using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using Xunit;

namespace SimLab.Tests.Enterprises;

[Fast]
public sealed class PlanRndTests
{
    private static readonly BehaviouralParameters Rules = new()
    { RndTrend = 0.1, RndUserCostElasticity = 2, Relabelled = 0.5, MostStretch = 1.3, StretchMargin = 1.01 };

    [Theory]
    [InlineData(2021, 1, 0.04)]
    [InlineData(2023, 1, 0.0484)]                            // two years of a trend of 10 %
    [InlineData(2021, 1.1, 0.0484)]                          // a tenth cheaper, at an elasticity of 2
    [InlineData(2021, 0.5, 0.01)]                            // twice as dear
    public void Research_follows_its_trend_and_its_cost_after_tax(int year, double relativeCost, double propensity) =>
        Assert.Equal(propensity, PlanRnd.Propensity(0.04f, year, relativeCost, Rules), 8);

    [Fact]
    public void A_stretch_costs_only_what_is_not_relabelled()
    {
        // 6 % of 1.2 million a year is 72,000, of which half is named anew; 24,000 would be spent anyway.
        Assert.Equal(12_000, PlanRnd.CostOfStretching(0.06, 0.02, 100_000, Rules), 6);
        Assert.True(PlanRnd.CostOfStretching(0.03, 0.02, 100_000, Rules) < 0);
    }

    [Theory]
    [InlineData(0, 0, 0.0505)]                               // a whole year of 20 million ahead: 1.01 million
    [InlineData(300_000, 10_000_000, 0.06565)]               // 710,000 in half a year would be 7.1 %: 1.3 times the usual at most
    [InlineData(900_000, 10_000_000, 0.0505)]                // nearly there already: no less than the usual
    public void A_firm_that_works_for_the_provincial_title_makes_up_for_months_past_in_part(double done, double sold, double share) =>
        Assert.Equal(share, PlanRnd.CatchUp(20_000_000, 20_000_000 - sold, done, sold, Rules), 9);

    [Fact]
    public void Little_research_in_past_years_is_made_up_for_only_in_part()
    {
        // High-tech asks 5 % of a firm with sales up to 50 million; three years at 4.8 million a year ask for 720,000.
        var sales = Fen.FromYuan(4_800_000);
        var firm = new Enterprise { Demand = 400_000, SalesLastYear = sales, SalesYearBefore = sales };
        var (threshold, target) = PlanRnd.Reach(Title.HighTech, firm, Month.Of(2023, 6), Rules);
        Assert.Equal((0.05, 0.05 * 1.3 * 1.01), (threshold, target));

        // Nearly enough in the two years before: what is missing is the threshold itself, with its margin.
        firm.RndLastYear = firm.RndYearBefore = Fen.FromYuan(240_000);
        Assert.Equal(0.05 * 1.01, PlanRnd.Reach(Title.HighTech, firm, Month.Of(2023, 6), Rules).Target, 12);
    }
}
