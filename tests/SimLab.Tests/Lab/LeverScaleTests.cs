using SimLab.App.Lab.Plan;
using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Lab;

[Fast]
public class LeverScaleTests
{
    [Fact]
    public void Every_step_of_every_lever_is_a_value_in_its_range_and_the_ends_are_the_ends()
    {
        foreach (var lever in MeasureCatalog.Default.Measures.SelectMany(m => m.Levers))
        {
            var scale = new LeverScale(lever);
            Assert.Equal(lever.Min, Convert.ToDouble(scale.ValueAt(0)));
            Assert.Equal(lever.Max, Convert.ToDouble(scale.ValueAt(LeverScale.Steps)));
            for (var step = 0; step <= LeverScale.Steps; step++)
            {
                var value = scale.ValueAt(step);
                Assert.IsType(lever.Type, value);
                Assert.InRange(Convert.ToDouble(value), lever.Min, lever.Max);
                Assert.InRange(scale.StepOf(value), step - 1, step + 1);
            }
        }
    }

    [Fact]
    public void A_reward_of_up_to_two_million_yuan_moves_in_steps_of_ten_thousand()
    {
        var reward = MeasureCatalog.Default.Find(nameof(CultivateSpecialisedSmes))!.Lever("provincialReward")!;
        var scale = new LeverScale(reward);
        Assert.Equal(30, scale.StepOf(300_000L));
        Assert.Equal(310_000L, scale.ValueAt(31));
    }

    [Fact]
    public void A_budget_without_a_cap_is_the_last_step_and_a_small_one_can_still_be_chosen()
    {
        var budget = MeasureCatalog.Default.Find(nameof(CultivateSpecialisedSmes))!.Lever("budgetPerYear")!;
        var scale = new LeverScale(budget);
        Assert.Equal(LeverScale.Steps, scale.StepOf(Measure.NoCap));
        // 1 million to 1 million million yuan are six powers of ten: 100 million is two of them up.
        Assert.Equal(67, scale.StepOf(100_000_000L));
        Assert.Equal(0L, scale.ValueAt(0));
    }
}
