using SimLab.Engine.Execution;
using SimLab.Model.Populations;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Populations;

/// <summary>A twelfth of Gansu with every firm standing for itself: 40,000 firms and room for 20,000.</summary>
[Slow]
public class FullScaleTests
{
    private static readonly PopulationRecipe Weighted = SmallProvince.Plan.Population, Full = Weighted with { FullScale = true };

    private static readonly Lazy<Population> Made = new(() => PopulationGenerator.Generate(Full, SmallProvince.Plan.Seed));

    [Fact]
    public void At_full_scale_every_firm_stands_for_itself_and_there_are_as_many_as_were_stood_for()
    {
        Assert.All(Made.Value.Firms, firm => Assert.Equal(1, firm.Weight));
        Assert.Equal(Stood(PopulationGenerator.Generate(Weighted, SmallProvince.Plan.Seed)), Stood(Made.Value));

        static long Stood(Population population) => population.Firms.Where(f => population.Initial[f.Id].IsAlive).Sum(f => (long)f.Weight);
    }

    [Fact]
    public void There_is_as_much_room_for_new_firms()
    {
        long Room(Population population) => population.Firms.Where(f => !population.Initial[f.Id].IsAlive).Sum(f => (long)f.Weight);

        Assert.Equal(Room(PopulationGenerator.Generate(Weighted, SmallProvince.Plan.Seed)), Room(Made.Value));
    }

    [Fact]
    public void Weighted_and_full_scale_come_to_the_same_totals()
    {
        var weighted = PopulationReport.Of(Weighted, PopulationGenerator.Generate(Weighted, SmallProvince.Plan.Seed))
            .ToDictionary(line => line.Name);
        var full = PopulationReport.Of(Full, Made.Value);

        Assert.True(full.Length > 100);
        Assert.Equal(["Ordinary agents", "Vacant slots"], weighted.Keys.Except(full.Select(line => line.Name)));
        // The tail exponent is estimated from a few dozen firms, and totals the population is not fitted to are as luck has them.
        var apart = full.Where(line =>
            line.Beside is null && line.Unit != "exponent" && !(line with { Published = weighted[line.Name].Synthetic }).IsMet)
            .Select(line => $"{line.Name}: {weighted[line.Name].Synthetic:0.####} weighted, {line.Synthetic:0.####} at full scale");
        Assert.Equal([], apart);
    }

    [Fact]
    public void Balance_sheets_balance_to_the_fen()
    {
        foreach (var state in Made.Value.Initial)
        {
            Assert.Equal(state.TotalAssets, state.Loan + state.Payable + state.NetAssets);
            if (state.IsAlive) Assert.True(state.NetAssets > 0);
        }
    }

    [Fact]
    public async Task Grains_and_the_bare_loop_live_it_to_the_same_bits()
    {
        var plan = SmallProvince.Plan with { Population = Full, Months = 2, Replicates = 1 };
        var loop = await SmallProvince.Simulate(new RunMaterials(plan), new LoopExecutor());
        var grains = await SmallProvince.Simulate(
            new RunMaterials(RunPlan.FromJson(plan.ToJson(), Engine.Scenarios.MeasureCatalog.Default)), await SmallProvince.Grains());

        Assert.Equal(loop.Hash, grains.Hash);
        Assert.True(loop.Materials.Population.Firms.Length > 55_000);
    }
}
