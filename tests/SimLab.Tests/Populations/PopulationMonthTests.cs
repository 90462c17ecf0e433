using SimLab.Engine.Populations;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using Xunit;

namespace SimLab.Tests.Populations;

[Fast]
public class PopulationMonthTests
{
    private static readonly Scenario Notice = ScenarioFile.Read(Repository.File("scenarios", "gansu-2023.yaml"), MeasureCatalog.Default);

    [Fact]
    public void The_population_of_the_month_before_the_start_is_taken() =>
        Assert.Equal(Month.Of(2021, 12), PopulationSource.Of(Notice).Recipe.At);

    [Theory]
    [InlineData(2021, 12)]
    [InlineData(2022, 2)]
    [InlineData(2023, 1)]
    public void Another_start_is_refused_with_both_ways_out(int year, int month)
    {
        var start = Month.Of(year, month);
        var answer = Assert.Throws<PopulationException>(() => PopulationSource.Of(Notice with { Start = start })).Message;

        Assert.Contains($"start is {start}", answer, StringComparison.Ordinal);
        Assert.Contains("is of the end of 2021-12: its first month can be 2022-01", answer, StringComparison.Ordinal);
        Assert.Contains($"or name a population of {start - 1}", answer, StringComparison.Ordinal);
    }
}
