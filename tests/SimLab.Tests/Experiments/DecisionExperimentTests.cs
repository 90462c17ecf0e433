using System.Collections.Immutable;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Messages;
using Xunit;

namespace SimLab.Tests.Experiments;

/// <summary>Optimise, discover and robustness on worlds of the small province.</summary>
[Slow]
public sealed class DecisionExperimentTests : IDisposable
{
    private const int Jobs = 0, Cost = 1, Loans = 2;

    private readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    // Over the whole run: in two months alone, who has borrowed before need not borrow again.
    private static Experiment Small(ExperimentKind kind, params ImmutableArray<ExperimentFactor> factors) =>
        SmallExperiment.Of(kind, factors) with
        {
            // What is asked for: what is granted hangs on the banks' room.
            Outcomes = SmallExperiment.Outcomes.SetItem(
            Loans, new IndicatorOver("loans", Indicator.LoansAsked, SmallExperiment.Notice.Start, SmallExperiment.Last)),
        };

    private static double Number(FindingsTable table, int row, string column) => (double)table.Rows[row][Position(table, column)];

    private static string Text(FindingsTable table, int row, string column) => (string)table.Rows[row][Position(table, column)];

    private static int Position(FindingsTable table, string column) => table.Columns.Select(c => c.Name).ToList().IndexOf(column);

    private static FindingsTable Of(ExperimentFindings findings, string name) => findings.Tables.Single(t => t.Name == name);

    private static IEnumerable<int> Rows(FindingsTable table, string column, string text) =>
        Enumerable.Range(0, table.Rows.Count).Where(row => Text(table, row, column) == text);

    [Fact]
    public async Task The_law_costs_nothing_in_any_future_so_the_notice_regrets_its_whole_cost_and_a_copy_of_the_law_ties()
    {
        var experiment = SmallExperiment.Of(
            new Robustness("latin-hypercube", 4, [new(Cost, Most: false)], [new(Cost, AtLeast: false, 0)]), SmallExperiment.Readiness) with
        {
            Scenarios = [SmallExperiment.Law, SmallExperiment.Notice, SmallExperiment.Law with { Name = "law again" }],
            Replicates = 1,
        };
        var findings = await SmallExperiment.Run(experiment);
        var (regret, worlds) = (Of(findings, "regret"), Of(findings, "worlds"));
        double[] costs = [.. Rows(worlds, "outcome", "cost").Select(row => Number(worlds, row, "value"))];
        Assert.Equal(12, costs.Length);                                                          // policy × future
        Assert.Equal(costs[4..8].Max(), Number(regret, 1, "most"));
        Assert.Equal(costs[4..8].Average(), Number(regret, 1, "mean"), 1e-6);
        Assert.Equal(["1 (tied)", "3", "1 (tied)"], Enumerable.Range(0, 3).Select(row => Text(regret, row, "rank_most")));
        Assert.Equal([0.5, 0, 0.5], Enumerable.Range(0, 3).Select(row => Number(regret, row, "best_share")));
        var enough = Of(findings, "satisficing");
        Assert.Equal([1, 0, 1], Enumerable.Range(0, 3).Select(row => Number(enough, row, "share")));
        Assert.Contains(findings.Sentences, s =>
            s.StartsWith(
            "cost, the less the better: \"law\" and \"law again\" tie for the smallest largest regret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_policy_meets_the_same_futures()
    {
        var experiment = SmallExperiment.Of(new Robustness("sobol", 3, [new(Loans, Most: true)], []), SmallExperiment.Readiness)
            with
        { Scenarios = [SmallExperiment.Law, SmallExperiment.Notice], Replicates = 1 };
        var worlds = Of(await SmallExperiment.Run(experiment), "worlds");
        double[] readiness = [.. Rows(worlds, "outcome", "loans").Select(row => Number(worlds, row, "behaviour_readiness_to_ask"))];
        Assert.Equal(readiness[..3], readiness[3..]);
        Assert.Equal(3, readiness.Distinct().Count());
    }

    [Fact]
    public async Task Discovery_finds_that_loans_stay_low_where_few_firms_ask_and_says_so_in_both_languages()
    {
        const int points = 24;
        var sweep = Small(new Sweep("latin-hypercube", points, 1), SmallExperiment.Readiness, SmallExperiment.Reward)
            with
        { Replicates = 1 };
        var swept = Of(await SmallExperiment.Run(sweep), "points");
        double[] loans = [.. Rows(swept, "outcome", "loans").Select(row => Number(swept, row, "mean")).Order()];
        var half = (loans[points / 2 - 1] + loans[points / 2]) / 2;                                // half of the points miss it

        var findings = await SmallExperiment.Run(
            sweep with { Kind = new Discover("latin-hypercube", points, [new(Loans, AtLeast: true, half)], 1) });
        Assert.Contains(findings.Sentences, s => s.Contains("at 50 % of 24 points", StringComparison.Ordinal));
        Assert.Contains(findings.Sentences, s =>
            s.Contains("mostly where readiness to ask (behaviour.readinessToAsk) stays at or below 0.", StringComparison.Ordinal));
        Assert.Contains(findings.Sentences, s => s.StartsWith("当行为假设“readiness to ask”不高于0.", StringComparison.Ordinal));
        var boxes = Of(findings, "boxes");
        Assert.Equal("behaviour.readinessToAsk", Text(boxes, 0, "factor"));
        // Coverage and density by hand from the points below the box's upper end.
        var high = Number(boxes, 0, "high");
        int[] inside = [.. Rows(swept, "outcome", "loans").Where(row => Number(swept, row, "behaviour_readiness_to_ask") <= high)];
        var missing = inside.Count(row => Number(swept, row, "mean") < half);
        if (boxes.Rows.Count == 1) Assert.Equal(
            (missing / 12.0, (double)missing / inside.Length), (Number(boxes, 0, "coverage"), Number(boxes, 0, "density")));
        Assert.Contains("readiness to ask", Text(Of(findings, "tree"), 0, "where"), StringComparison.Ordinal);
        Assert.Equal(points, Enumerable.Range(0, Of(findings, "tree").Rows.Count).Sum(row => Number(Of(findings, "tree"), row, "points")));
    }

    [Fact]
    public async Task Where_nothing_or_everything_misses_discovery_says_so_and_finds_no_box()
    {
        var experiment = SmallExperiment.Of(new Discover("sobol", 3, [new(Jobs, AtLeast: true, 0)], 2), SmallExperiment.Readiness)
            with
        { Replicates = 1 };
        var never = await SmallExperiment.Run(experiment);
        Assert.Contains(never.Sentences, s => s.Contains("at none of 3 points", StringComparison.Ordinal));
        Assert.DoesNotContain(never.Tables, t => t.Name == "boxes");
        var always = await SmallExperiment.Run(experiment with { Kind = new Discover("sobol", 3, [new(Jobs, AtLeast: false, 0)], 2) });
        Assert.Contains(always.Sentences, s => s.Contains("at all of 3 points", StringComparison.Ordinal));
        Assert.Contains(always.Sentences, s => s.Contains("均未达到2023-04就业人数不高于0人：", StringComparison.Ordinal));
    }

    private static Optimise MostLoans => new([new(Loans, Most: true)], [], Population: 6, Budget: 36, Check: 2);

    [Fact]
    public async Task The_search_for_most_loans_ends_where_most_firms_ask()
    {
        var findings = await SmallExperiment.Run(Small(MostLoans, SmallExperiment.Readiness) with { Replicates = 1 });
        var found = Of(findings, "found");
        var best = Rows(found, "outcome", "loans").MaxBy(row => Number(found, row, "mean"));
        Assert.True(Number(found, best, "behaviour_readiness_to_ask") > 0.55);
        Assert.True(Number(found, best, "change") > 0);
        Assert.Equal(6, Of(findings, "rounds").Rows.Count);
        Assert.Equal(36, Number(Of(findings, "rounds"), 5, "worlds"));
    }

    [Fact]
    public async Task Each_round_of_a_search_and_its_check_have_luck_of_their_own()
    {
        var store = WorldStore.InMemory();
        var experiment = Small(MostLoans, SmallExperiment.Readiness) with { Replicates = 1 };
        await using var worlds = SmallExperiment.Worlds(experiment, store);
        await new Laboratory(worlds).Run(experiment);
        // Two replicates of the scenario as it stands, after those of six rounds; nobody else had it.
        var standing = ArmKey.Of(worlds.Frame.Address, Experiment.Arm(SmallExperiment.Notice, "any name"));
        Assert.Equal([6, 7], Enumerable.Range(0, 10).Where(replicate => store.Find(new(standing, replicate)) is not null));
    }

    [Fact]
    public async Task Run_again_a_search_lives_nothing_and_finds_the_same()
    {
        var experiment = Small(
            new Optimise([new(Loans, Most: true), new(Cost, Most: false)], [], 4, 24, 2), SmallExperiment.Readiness,
            SmallExperiment.Reward) with
        { Replicates = 1 };
        var store = WorldStore.InMemory();
        await using var once = SmallExperiment.Worlds(experiment, store);
        var first = await new Laboratory(once).Run(experiment);
        await using var again = SmallExperiment.Worlds(experiment, store);
        var second = await new Laboratory(again).Run(experiment);
        Assert.Equal((first.Hash, 0L), (second.Hash, again.Simulated));
        Assert.True(once.Simulated > 0);
        Assert.Contains(first.Pictures, p => p.Title == "Front");
    }

    [Fact]
    public async Task What_a_search_finds_is_a_scenario_that_reads_back_to_the_same_numbers()
    {
        var experiment = Small(MostLoans with { Budget = 6 }, SmallExperiment.Readiness, SmallExperiment.Reward) with { Replicates = 1 };
        var findings = await SmallExperiment.Run(experiment);
        var found = Of(findings, "found");
        var row = Rows(found, "point", "point 1").First();
        var scenario = ScenarioFile.Read(_place.Write("point-1.yaml", findings.Files[0].Text(_place.Path)), MeasureCatalog.Default);
        Assert.Equal(Number(found, row, "behaviour_readiness_to_ask"), SmallExperiment.Readiness.In(scenario));
        Assert.Equal(Number(found, row, "cultivate_specialised_smes_provincial_reward"), SmallExperiment.Reward.In(scenario));
        Assert.Equal(SmallExperiment.Notice.Measures.Length, scenario.Measures.Length);
    }

    [Fact]
    public async Task Where_no_point_keeps_a_limit_that_is_said_and_the_nearest_is_shown()
    {
        var findings = await SmallExperiment.Run(
            Small(MostLoans with { Budget = 6, SubjectTo = [new(Jobs, AtLeast: true, 1e12)] }, SmallExperiment.Readiness)
            with
            { Replicates = 1 });
        Assert.Contains(findings.Sentences, s =>
            s.StartsWith("No point was found with jobs at least", StringComparison.Ordinal)
            && s.EndsWith("(a limit is broken).", StringComparison.Ordinal));
        Assert.All(Enumerable.Range(0, Of(findings, "found").Rows.Count), row =>
            Assert.Equal("broken", Text(Of(findings, "found"), row, "limits")));
    }

    [Fact]
    public async Task A_goal_that_no_world_has_stops_the_search_and_what_was_lived_is_kept()
    {
        var store = WorldStore.InMemory();
        // a year before the run
        ExperimentOutcome never = new IndicatorAt("growth", "all_loan_growth", "share a year", Month.Of(2022, 3));
        var experiment = SmallExperiment.Of(new Optimise([new(0, true)], [], 4, 8, 2), SmallExperiment.Readiness)
            with
        { Outcomes = [never], Replicates = 1 };
        await using var worlds = SmallExperiment.Worlds(experiment, store);
        var stopped = await Assert.ThrowsAsync<ExperimentStoppedException>(() => new Laboratory(worlds).Run(experiment));
        Assert.StartsWith("Round 1 of the search: None of the 4 points gave a number", stopped.Message, StringComparison.Ordinal);
        Assert.Equal(4, store.Count);
    }

    [Theory]
    [InlineData("kind: optimise", 1, "optimise needs goals")]
    [InlineData("kind: optimise\ngoals: { jobbs: most }", 5, "goals names \"jobbs\", which is not among the outcomes. Nearest: jobs")]
    [InlineData("kind: optimise\ngoals: { jobs: high }", 5, "The words are: most, least")]
    [InlineData("kind: optimise\ngoals: { jobs: most }\nbudget: 100", 6,
        "a round of 16 points × 32 replicates takes 512 worlds, and budget is 100")]
    [InlineData("kind: optimise\ngoals: { jobs: most }\npopulation: 5", 6, "Write an even number")]
    [InlineData("kind: optimise\ngoals: { jobs: most }\nsubjectTo: { cost: { atMost: 3 firms } }", 6, "its unit is yuan")]
    [InlineData("kind: discover", 1, "discover needs wants")]
    [InlineData("kind: discover\nwants: { jobs: {} }", 5, "has no target with a number for jobs")]
    [InlineData("kind: discover\nwants: { jobs: { atleast: 3 } }", 5, "there is no key \"atleast\" here. Nearest: atLeast")]
    [InlineData("kind: robustness", 3, "names no baseline to be compared with", "provinces/gansu/baseline-2023.yaml")]
    [InlineData("kind: robustness", 1, "robustness needs goals or wants")]
    [InlineData("kind: robustness\nscenarios: [GANSU, GANSU]\ngoals: { jobs: most }\nfactors: { "
        + "CultivateSpecialisedSmes.provincialReward: {} }", 6, "is part of a policy")]
    public void A_mistake_is_told_with_its_line(string text, int line, string words, string scenario = "gansu-2023.yaml")
    {
        var factors = text.Contains("factors", StringComparison.Ordinal) ? "" : "\nfactors: { behaviour.readinessToAsk: {} }";
        var named = text.Contains("scenarios", StringComparison.Ordinal) ? "" : "scenario: GANSU\n";
        var file = _place.Write(
            "x.yaml", $"name: Trial\nlast: 2023-12\n{named}{text}{factors}\n"
            .Replace("GANSU", Repository.File("scenarios", scenario), StringComparison.Ordinal));
        var mistakes = Assert.Throws<ScenarioException>(() => ExperimentFile.Read(file, MeasureCatalog.Default)).Problems;
        Assert.Contains(mistakes, m => (m.Position.Line == line || line == 1) && m.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_want_is_the_scenarios_target()
    {
        var file = _place.Write(
            "x.yaml", $"name: Trial\nlast: 2023-12\nscenario: {Repository.File("scenarios", "gansu-2023.yaml")}\nkind: discover\nwants: "
            + $"{{ high_tech_enterprises: {{}}, cost: {{ atMost: 3亿元 }} }}\nfactors: {{ behaviour.readinessToAsk: {{}} }}\n");
        var experiment = ExperimentFile.Read(file, MeasureCatalog.Default);
        Assert.Equal(
            [("high_tech_enterprises", true, 2000), ("cost", false, 300_000_000)],
            ((Discover)experiment.Kind).Wants.Select(w => (experiment.Outcomes[w.Outcome].Name, w.AtLeast, w.Threshold)));
    }
}
