using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Populations;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Messages;
using SimLab.Model.Populations;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Populations;

/// <summary>Typical ratios of industries: tables of the recipe, which a recipe can replace and a level of the scenario raises.</summary>
[Slow]
public sealed class IndustryTablesTests
{
    [Fact]
    public void A_level_of_one_leaves_every_ratio_as_it_is_and_another_multiplies_it()
    {
        var traits = new IndustryTraits(Materials: 0.7, Depreciation: 0.09, CommodityExposure: 0.6);
        Assert.Equal(traits, traits.At(new()));
        var raised = traits.At(new() { MaterialsLevel = 1.1, DepreciationLevel = 2, CommodityExposureLevel = 0.5 });
        Assert.Equal(0.77, raised.Materials, 12);
        Assert.Equal(0.18, raised.Depreciation, 12);
        Assert.Equal(0.3, raised.CommodityExposure, 12);
        // No more than all materials can follow the index.
        Assert.Equal(1, (traits with { CommodityExposure = 0.9 }).At(new() { CommodityExposureLevel = 1.5 }).CommodityExposure);
    }

    [Fact]
    public void Each_arm_has_the_ratios_of_the_recipe_at_its_own_levels()
    {
        var materials = SmallProvince.Materials(plan => Arms(plan, new() { DepreciationLevel = 1.5 }));
        World[] worlds = [new(0, 0, default, false), new(1, 0, default, false)];
        var information = materials.Inform(worlds, materials.Economy(worlds).Next(materials.Plan.Start));
        var usual = materials.Plan.Population.Industries.Depreciation.Of(Industry.Mining);
        Assert.Equal(0.08, usual);
        Assert.Equal(usual, information.TraitsIn(0, Industry.Mining).Depreciation);
        Assert.Equal(usual * 1.5, information.TraitsIn(1, Industry.Mining).Depreciation);
    }

    [Fact]
    public async Task Pay_a_tenth_higher_is_a_tenth_more_wages_in_the_first_month()
    {
        // Owners of micro firms otherwise take what the month leaves.
        var salaried = new BehaviouralParameters { OwnersLeastPay = 1 };
        var run = await SmallProvince.Simulate(
            SmallProvince.Materials(plan => Arms(plan, salaried with { PayLevel = 1.1 }, salaried) with { Months = 1, Replicates = 1 }),
            new LoopExecutor());
        double Wages(int arm) => run.Series.Value(arm, 0, run.Materials.Plan.Start, Indicator.Wages);
        Assert.Equal(1.1, Wages(1) / Wages(0), 3);
    }

    [Fact]
    public void A_recipe_that_extends_another_replaces_one_table_and_the_firms_follow_it()
    {
        var folder = Directory.CreateTempSubdirectory("simlab-industries-");
        try
        {
            var file = Path.Combine(folder.FullName, "population.yaml");
            File.WriteAllText(file, $"""
                name: Gansu with double pay
                extends: {GansuPopulation.RecipePath}
                industries:
                  wage:
                    unit: yuan a year per worker
                    tag: assumed
                    source: "what-if"
                    values: {'{'} {string.Join(", ", Doubled(GansuPopulation.Recipe.Industries.Wage))} {'}'}
                  labour:
                    unit: share of sales
                    tag: assumed
                    source: "what-if"
                    values: {'{'} {string.Join(", ", Doubled(GansuPopulation.Recipe.Industries.Labour, most: 0.9))} {'}'}
                """);
            var recipe = PopulationFile.Read(file).Recipe;
            Assert.Equal(80_000, recipe.Industries.Wage.Of(Industry.Agriculture));
            Assert.Equal(GansuPopulation.Recipe.Industries.Materials.Values, recipe.Industries.Materials.Values);
            Assert.NotEqual(GansuPopulation.File.Hash, PopulationFile.Read(file).Hash);
            var (usual, doubled) = (GansuPopulation.Population, PopulationGenerator.Generate(recipe, seed: 1));
            foreach (var (before, after) in usual.Firms.Zip(doubled.Firms).Where(pair => pair.First.Industry == Industry.Agriculture))
                Assert.Equal(2 * before.Wage, after.Wage, 0.01f * before.Wage);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Doubled(RecipeTable table, double most = double.MaxValue) =>
        Enum.GetValues<Industry>().Select(industry => FormattableString.Invariant(
            $"{industry}: {Math.Min(most, 2 * table.Of(industry))}"));

    private static RunPlan Arms(RunPlan plan, BehaviouralParameters second, BehaviouralParameters? first = null) => plan with
    {
        Arms = [new("usual", ImmutableArray<Model.Policies.Measure>.Empty) { Behaviour = first ?? new() },
            new("other", ImmutableArray<Model.Policies.Measure>.Empty) { Behaviour = second }],
    };
}
