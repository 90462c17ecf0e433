using System.Text.Json;
using SimLab.App.Console;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.App;

[Slow]
public sealed class PopulationCommandTests : IDisposable
{
    private readonly ShortGansu _gansu = new(whole: true);

    public void Dispose() => _gansu.Dispose();

    [Fact]
    public async Task Every_total_stands_beside_what_was_made_of_it_with_its_source()
    {
        var said = await Said.By("population", GansuPopulation.RecipePath, "--format", "json");
        Assert.Equal((ExitCode.Done, ""), (said.Exit, said.Error));
        var document = JsonDocument.Parse(said.Output).RootElement;
        var totals = document.GetProperty("totals").EnumerateArray().ToArray();

        Assert.Equal(476_000, document.GetProperty("stand_for").GetInt64());
        Assert.True(totals.Length > 120);
        Assert.All(totals, total => Assert.NotEqual("", total.GetProperty("source").GetString()));
        Assert.All(totals, total =>
            Assert.True(total.GetProperty("met").GetBoolean() || total.GetProperty("why").GetString()!.Length > 20, total.ToString()));
        var roster = totals.Single(total => total.GetProperty("name").GetString() == "Above-scale industrial roster");
        Assert.Equal(
            (2400, 2400, 0),
            (roster.GetProperty("published").GetInt32(), roster.GetProperty("synthetic").GetInt32(),
            roster.GetProperty("difference_percent").GetInt32()));
    }

    [Fact]
    public async Task A_scenario_shows_its_population_made_with_its_seed()
    {
        var said = await Said.By("population", _gansu.Rewards);
        Assert.Equal((ExitCode.Done, ""), (said.Exit, said.Error));
        Assert.StartsWith("Gansu at the end of 2021, 2021-12, seed 7", said.Output, StringComparison.Ordinal);
        Assert.Contains("further off, for the reason beside it", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_firms_are_counted_apart()
    {
        var said = await Said.By("population", Repository.File("scenarios", "provinces", "gansu", "population-with-own-firms.yaml"));
        Assert.Contains(
            "10 firms of example-firms.csv stand beside the synthetic ones, for 112 firms", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_that_begins_at_another_month_than_its_population_is_not_run()
    {
        _gansu.Write("late.yaml", "name: Late\nextends: nothing.yaml\nstart: 2022-02\nmonths: 11\n");
        foreach (var command in new[] { "run", "check", "population" })
        {
            var said = await Said.By(command, _gansu.In("late.yaml"));
            Assert.Equal((ExitCode.WrongInput, ""), (said.Exit, said.Output));
            Assert.Contains("start is 2022-02, but its population", said.Error, StringComparison.Ordinal);
        }
    }
}
