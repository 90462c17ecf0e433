using System.Text.Json.Nodes;
using SimLab.App.Export.Replaying;
using SimLab.Engine.Recording;
using SimLab.Tests.App;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Presenting;

/// <summary>What the player is handed of a recording.</summary>
[Slow]
public sealed class ReplayTests(ExportedRun run) : IClassFixture<ExportedRun>
{
    private const int Regions = 15, Months = 12;

    private static readonly int Stats = ReplayReading.Stats.Length, MapStats = ReplayReading.MapStats.Length;

    [Fact]
    public async Task The_regions_of_a_world_add_up_to_its_province()
    {
        var year = Year(await Read(), "all");
        var (province, map) = (year["figures"]!["high_tech"]!, year["map"]!["high_tech"]!);
        for (var month = 0; month < Months; month++)
        {
            var regions = Enumerable.Range(0, Regions).Sum(region => (double)map[((Months + month) * Regions + region) * MapStats + 1]!);
            Assert.Equal((double)province[(Months + month) * Stats + 5]!, regions);
            Assert.True(regions > 0);
        }
    }

    [Fact]
    public async Task Regions_and_industries_each_add_up_to_the_firms_of_the_province()
    {
        var replay = await Read();
        double Firms(string place) => Median(Year(replay, place), "firms", 11);
        Assert.Equal(
            Firms("all"),
            new ReplayPlaces(GansuPopulation.Province).All.Where(place => place.Region is not null).Sum(place => Firms(place.Key)));
        Assert.Equal(
            Firms("all"),
            new ReplayPlaces(GansuPopulation.Province).All.Where(place => place.Industry is not null).Sum(place => Firms(place.Key)));
    }

    [Fact]
    public async Task The_year_so_far_is_the_sum_of_its_months()
    {
        var year = Year(await Read(), "all");
        foreach (var flow in new[] { "founded", "left", "new_specialised", "innovativeUp" })
            Assert.Equal(Enumerable.Range(0, Months).Sum(month => Median(year, flow, month)), Median(year, $"{flow}.year", Months - 1));
        Assert.True(Median(year, "founded.year", Months - 1) > 0);
    }

    [Fact]
    public async Task Public_cost_since_the_start_is_what_targets_json_books()
    {
        // Of two worlds the median is the mean; a fen more or less is lost where 10,000 yuan are rounded.
        var cost = (double)Year(await Read(), "all")["figures"]!["cost"]![(Months + Months - 1) * Stats + 2]!;
        var booked = run.Targets["publicCost"]!.AsArray().Where(each => (string?)each!["arm"] == "policy")
            .Sum(each => (double)each!["yuan"]!);
        Assert.InRange(cost, booked / 1e4 - 1, booked / 1e4 + 1);
        Assert.True(cost > 0);
    }

    [Fact]
    public async Task The_best_world_ends_no_lower_than_the_worst()
    {
        var replay = await Read();
        var end = Year(replay, "all")["figures"]!["high_tech"]!;
        var at = (Months + Months - 1) * Stats;
        Assert.True((double)end[at + 6]! >= (double)end[at + 7]!);
        Assert.NotEqual((int)replay.Head["worlds"]!["best"]!, (int)replay.Head["worlds"]!["worst"]!);
    }

    [Fact]
    public async Task The_month_before_the_first_is_a_year_of_its_own_with_stocks_and_no_flows()
    {
        var replay = await Read();
        Assert.Equal([0, 1], replay.Head["chunks"]!.AsArray().Select(start => (int)start!));
        var before = JsonNode.Parse(replay.Whole("all"))!["chunks"]![0]!["figures"]!;
        Assert.Equal(0, (double)before["founded"]!);
        Assert.True((double)before["firms"]![0]! > 0);
    }

    [Fact]
    public async Task Without_the_run_it_is_told_before_the_lab_opens()
    {
        var said = await Said.By("replay", run.Path + "-gone");
        Assert.Equal(2, said.Exit);
        Assert.Contains("There is no run folder", said.Error, StringComparison.Ordinal);
    }

    private static double Median(JsonNode year, string figure, int month) =>
        year["figures"]![figure] is JsonArray values ? (double)values[(Months + month) * Stats + 5]! : 0;

    private static JsonNode Year(Replay replay, string place) => JsonNode.Parse(replay.Whole(place))!["chunks"]![1]!;

    private async Task<Replay> Read() => await Replay.Read(await RunReader.Open(run.Path), TestContext.Current.CancellationToken);
}
