using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Experiments;

/// <summary>What the kinds of experiment make of worlds of the small province.</summary>
[Slow]
public sealed class ExperimentTests
{
    private static readonly Scenario Three = SmallExperiment.Notice
        with
    { Name = "three", Measures = [.. SmallExperiment.Notice.Measures.Where(m => m.Clause.Number is 3 or 5 or 8)] };

    private static double Number(FindingsTable table, int row, string column) => (double)table.Rows[row][Position(table, column)];

    private static string Text(FindingsTable table, int row, string column) => (string)table.Rows[row][Position(table, column)];

    private static int Position(FindingsTable table, string column) => table.Columns.Select(c => c.Name).ToList().IndexOf(column);

    private static FindingsTable Of(ExperimentFindings findings, string name) => findings.Tables.Single(t => t.Name == name);

    [Fact]
    public async Task Compare_finds_no_difference_between_a_scenario_and_itself_and_a_cost_where_there_is_one()
    {
        var experiment = SmallExperiment.Of(new Compare())
            with
        { Scenarios = [SmallExperiment.Law, SmallExperiment.Law with { Name = "law again" }, SmallExperiment.Notice] };
        var findings = await SmallExperiment.Run(experiment.Kind.Completed(experiment));
        var differences = Of(findings, "differences");
        Assert.Contains(findings.Sentences, s => s.Contains("\"law again\" changes nothing against \"law\"", StringComparison.Ordinal));
        var costs = Enumerable.Range(0, differences.Rows.Count).Where(row => Text(differences, row, "outcome") == "cost").ToList();
        Assert.Equal(3, costs.Count);                                            // law again, notice against law; notice against law again
        Assert.Equal(0, Number(differences, costs[0], "difference"));
        Assert.True(Number(differences, costs[1], "difference") > 0);
        Assert.Equal(1, Number(differences, costs[1], "higher"));
        Assert.Equal(Number(differences, costs[1], "difference"), Number(differences, costs[2], "difference"));
    }

    [Fact]
    public async Task A_grid_has_every_combination_and_its_rows_are_its_worlds_means()
    {
        var experiment = SmallExperiment.Of(new Sweep("grid", 1, 2), SmallExperiment.Readiness, SmallExperiment.Reward);
        var findings = await SmallExperiment.Run(experiment);
        var (points, worlds) = (Of(findings, "points"), Of(findings, "worlds"));
        Assert.Equal((4 * 3, 4 * 2 * 3), (points.Rows.Count, worlds.Rows.Count));
        Assert.Equal([(0.2, 0.0), (0.2, 1_000_000.0), (0.7, 0.0), (0.7, 1_000_000.0)],
            Enumerable.Range(0, 4)
                .Select(i => (
                Number(points, 3 * i, "behaviour_readiness_to_ask"),
                Number(points, 3 * i, "cultivate_specialised_smes_provincial_reward"))));
        var loans = Enumerable.Range(0, worlds.Rows.Count)
            .Where(row => Text(worlds, row, "outcome") == "loans" && Number(worlds, row, "point") == 2)
            .Average(row => Number(worlds, row, "value"));
        Assert.Equal(loans, Number(points, 3 * 2 + 2, "mean"));
        Assert.NotEqual(Number(points, 3 * 2 + 2, "mean"), Number(points, 2, "mean"));
    }

    [Theory]
    [InlineData("latin-hypercube")]
    [InlineData("sobol")]
    public async Task A_sampled_sweep_has_the_points_it_was_asked_for_within_the_ranges(string design)
    {
        var points = Of(
            await SmallExperiment.Run(
            SmallExperiment.Of(new Sweep(design, 3, 1), SmallExperiment.Readiness) with { Replicates = 1 }), "points");
        Assert.Equal(3 * 3, points.Rows.Count);
        Assert.All(Enumerable.Range(0, 9), row => Assert.InRange(Number(points, row, "behaviour_readiness_to_ask"), 0.2, 0.7));
    }

    [Fact]
    public async Task All_three_methods_of_sensitivity_see_that_loans_hang_on_readiness_to_ask_and_not_on_a_reward()
    {
        var findings = await SmallExperiment.Run(
            SmallExperiment.Of(
            new Sensitivity(["tornado", "morris", "sobol"], 2, 4, 4), SmallExperiment.Reward, SmallExperiment.Readiness)
            with
            { Replicates = 1 });
        foreach (var (table, column) in ((string, string)[])[("tornado", "swing"), ("morris", "mu_star"), ("sobol", "total")])
        {
            var rows = Of(findings, table);
            var loans = Enumerable.Range(0, rows.Rows.Count).Where(row => Text(rows, row, "outcome") == "loans")
                .ToDictionary(row => Text(rows, row, "factor"), row => Number(rows, row, column));
            Assert.True(loans["behaviour.readinessToAsk"] > 10 * loans["CultivateSpecialisedSmes.provincialReward"],
                $"{table}: {string.Join(", ", loans)}");
        }
        Assert.Equal(2 * 3, findings.Pictures.Length - 3);
    }

    [Fact]
    public async Task Shares_add_up_to_what_the_measures_change_together_and_stand_beside_the_ledger()
    {
        var findings = await SmallExperiment.Run(SmallExperiment.Of(new Attribution(4)) with { Scenarios = [Three] });
        var shares = Of(findings, "shares");
        foreach (var outcome in Enumerable.Range(0, shares.Rows.Count).GroupBy(row => Text(shares, row, "outcome")))
        {
            var total = outcome.Single(row => Text(shares, row, "measure") == "all together");
            var sum = outcome.Where(row => row != total).Sum(row => Number(shares, row, "share"));
            Assert.Equal(Number(shares, total, "share"), sum, Math.Abs(sum) * 1e-12);
            if (outcome.Key == "cost") Assert.True(sum > 0);
        }
        Assert.Contains(Enumerable.Range(0, Of(findings, "direct").Rows.Count), row =>
            Text(Of(findings, "direct"), row, "measure") == "FinancialSupport");
    }

    [Fact]
    public async Task Rerunning_gives_the_same_hash_by_grains_or_loop_with_much_memory_or_little()
    {
        var experiment = SmallExperiment.Of(new Attribution(2)) with { Scenarios = [Three] };
        var reference = (await SmallExperiment.Run(experiment)).Hash;
        Assert.Equal(reference, (await SmallExperiment.Run(experiment, memory: SmallExperiment.Room(experiment, 3))).Hash);
        Assert.Equal(reference, (await SmallExperiment.Run(experiment, async _ => await SmallProvince.Grains())).Hash);
        Assert.NotEqual(reference, (await SmallExperiment.Run(experiment with { Seed = 8 })).Hash);
    }

    [Fact]
    public async Task An_outcome_that_no_world_has_is_left_blank_and_said()
    {
        // a year before the run
        ExperimentOutcome never = new IndicatorAt("growth", "all_loan_growth", "share a year", Month.Of(2022, 3));
        var experiment = SmallExperiment.Of(new Sensitivity(["tornado"], 2, 4, 4), SmallExperiment.Readiness)
            with
        { Outcomes = [never, SmallExperiment.Outcomes[0]], Replicates = 1 };
        var findings = await SmallExperiment.Run(experiment);
        Assert.Contains(findings.Sentences, s => s.StartsWith("growth: 3 of 3 points gave no number", StringComparison.Ordinal));
        using var csv = new StringWriter();
        Of(findings, "tornado").WriteCsv(csv);
        Assert.Contains("growth,share a year,behaviour.readinessToAsk,,0.2,,0.7,,\n", csv.ToString(), StringComparison.Ordinal);
        Assert.Contains("jobs,people,behaviour.readinessToAsk,", csv.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replicates_are_added_until_the_interval_is_narrow_enough_or_the_budget_is_spent()
    {
        async Task<(long Simulated, List<string> Said)> Simulated(double halfWidth, int budget)
        {
            var experiment = SmallExperiment.Of(new Compare())
                with
            { Scenarios = [SmallExperiment.Law, SmallExperiment.Notice], Until = new(2, halfWidth, budget) };
            var said = new List<string>();
            await using var worlds = SmallExperiment.Worlds(experiment);
            await new Laboratory(worlds, sentence => said.Add($"{sentence}")).Run(experiment);
            return (worlds.Simulated, said);
        }
        Assert.Equal(4, (await Simulated(1e12, 12)).Simulated);      // the pilot of two replicates will do
        var (spent, words) = await Simulated(1, 12);
        Assert.Equal(12, spent);
        Assert.Contains("the budget of worlds is spent", words[^1], StringComparison.Ordinal);
        Assert.Contains("4 worlds to simulate, about", words[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grid_of_a_thousand_million_points_is_refused_with_the_number_and_the_time_it_would_take()
    {
        var experiment = SmallExperiment.Of(new Sweep("grid", 1, 32_000), SmallExperiment.Readiness, SmallExperiment.Reward);
        await using var worlds = SmallExperiment.Worlds(experiment);
        var refusal = await Assert.ThrowsAsync<ExperimentException>(() => new Laboratory(worlds).Run(experiment));
        Assert.Contains(
            "1,024,000,000 arms × 2 replicates = 2,048,000,000 worlds, which would take about", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("at most 10,000,000 are run", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, worlds.Simulated);
    }
}
