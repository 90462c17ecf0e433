using System.Text.Json;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;
using Xunit;

namespace SimLab.Tests.Populations;

/// <summary>The second province: what is known of it is met, and what is not says that it is Gansu's.</summary>
[Slow]
public sealed class NingxiaTests
{
    private static PopulationFile Read() => PopulationFile.Read(Repository.File("scenarios", "provinces", "ningxia", "population.yaml"));

    private static Scenario Scenario(string province) =>
        ScenarioFile.Read(Repository.File("scenarios", "provinces", province, "baseline-2023.yaml"), MeasureCatalog.Default);

    [Theory]
    [InlineData("High-tech enterprises", 356, 0.5)]
    [InlineData("High-tech enterprises on the roster", 0.621, 0.001)]
    [InlineData("High-tech enterprises of the capital", 170, 0.5)]
    [InlineData("High-tech enterprises in Shizuishan", 79, 0.5)]
    public void Its_firms_meet_what_is_known(string total, double known, double within)
    {
        var file = Read();
        var line = Assert.Single(PopulationReport.Of(file.Recipe, file.Generate(1)), line => line.Name == total);
        Assert.Equal(known, line.Synthetic, within);
    }

    [Fact]
    public void A_region_with_a_published_number_has_its_own_source_and_the_others_the_tables()
    {
        var recipe = Read().Recipe;
        var table = recipe.Regions.HighTech;
        Assert.Equal(("天津科技 2023(1): 170 of 356", Confidence.Derived), table.OriginOf("Yinchuan"));
        Assert.Equal((table.Source, Confidence.Assumed), table.OriginOf("Guyuan"));
        var borrowed = recipe.Industries.Materials.OriginOf("Mining");
        Assert.StartsWith("assumed, taken from Gansu: national input-output table of 2002", borrowed.Source, StringComparison.Ordinal);
        Assert.Equal(Confidence.Assumed, borrowed.Tag);
    }

    [Fact]
    public void Every_figure_that_is_not_its_own_is_marked_as_taken_from_Gansu()
    {
        var (ningxia, gansu) = (Read().Recipe, GansuPopulation.Recipe);
        Assert.All(RecipeShape.Entries.Where(entry => entry.Given.By != typeof(Region)), entry =>
        {
            var (source, tag) = Origin(entry.Of(ningxia)!);
            if (source.EndsWith(Origin(entry.Of(gansu)!).Source, StringComparison.Ordinal))
                Assert.True(
                    tag == Confidence.Assumed && source.StartsWith("assumed, taken from Gansu", StringComparison.Ordinal),
                    $"{entry.Key}: {source}");
        });
    }

    [Fact]
    public void No_behavioural_number_is_changed_for_it() =>
        Assert.Equal(JsonSerializer.Serialize(Scenario("gansu").Behaviour), JsonSerializer.Serialize(Scenario("ningxia").Behaviour));

    private static (string Source, Confidence Tag) Origin(object value) => value switch
    {
        Figure figure => (figure.Source, figure.Tag),
        RecipeTable table => (table.Source, table.Tag),
        _ => throw new ArgumentException($"Neither figure nor table: {value}", nameof(value)),
    };
}
