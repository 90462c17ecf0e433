using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Methods;
using SimLab.Model;
using Xunit;

namespace SimLab.Tests.Experiments;

/// <summary>Turning a knob changes one number of the scenario and no other.</summary>
[Slow]
public sealed class ExperimentFactorTests
{
    private static ExperimentFactor Of(FactorKind kind, string owner, string part, int? year = null) =>
        new(kind, owner, part, year, "", Factor.Range("x", 0, 1));

    [Fact]
    public void A_lever_a_date_and_a_habit_are_turned_and_nothing_else()
    {
        var reward = SmallExperiment.Reward.Turn(SmallExperiment.Notice, 450_000);
        Assert.Equal(450_000, SmallExperiment.Reward.In(reward));
        Assert.Equal(
            SmallExperiment.Notice.Measures.Where(m => m.Name != "CultivateSpecialisedSmes"),
            reward.Measures.Where(m => m.Name != "CultivateSpecialisedSmes"));

        var from = Of(FactorKind.Date, "FinancialSupport", "from").Turn(SmallExperiment.Notice, Month.Of(2022, 9).Number);
        Assert.Equal(Month.Of(2022, 9), from.Measures.Single(m => m.Name == "FinancialSupport").From);

        var asks = SmallExperiment.Readiness.Turn(SmallExperiment.Notice, 0.6);
        Assert.Equal(SmallExperiment.Notice.Behaviour with { ReadinessToAsk = 0.6 }, asks.Behaviour);
        Assert.Equal(0.45, SmallExperiment.Readiness.In(SmallExperiment.Notice));
    }

    [Fact]
    public void One_year_of_a_path_is_turned_and_the_years_around_it_stay()
    {
        var before = SmallExperiment.Notice.Macro.BankCreditGrowth;                              // given for 2022, 2023, 2024
        var after = Of(FactorKind.Macro, "macro", "bankCreditGrowth", 2024).Turn(SmallExperiment.Notice, 0.02).Macro.BankCreditGrowth;
        Assert.Equal(0.02, after.In(2024));
        Assert.All([2021, 2022, 2023, 2025, 2030], year => Assert.Equal(before.In(year), after.In(year)));
    }

    [Fact]
    public void A_figure_of_the_population_is_turned_and_at_its_own_value_nothing_is()
    {
        var factor = SmallExperiment.Specialised;
        var turned = factor.Turn(SmallExperiment.Notice, factor.Standing + 5);
        Assert.Equal(factor.Standing, factor.In(SmallExperiment.Notice));
        Assert.Equal(factor.Standing + 5, factor.In(turned));
        Assert.Equal(SmallExperiment.Notice, turned with { Figures = SmallExperiment.Notice.Figures });
        Assert.Empty(factor.Turn(turned, factor.Standing).Figures);
    }

    [Fact]
    public void A_whole_path_becomes_one_level() =>
        Assert.All([2021, 2023, 2030], year =>
            Assert.Equal(
            0.03, Of(FactorKind.Macro, "macro", "demandGrowth").Turn(SmallExperiment.Notice, 0.03).Macro.DemandGrowth.In(year)));
}
