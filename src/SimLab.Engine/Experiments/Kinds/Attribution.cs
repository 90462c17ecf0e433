using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;
using SimLab.Pages.Charts;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>
/// Each measure's share in the policy's effect: Shapley values over sampled orders in which the measures come into
/// force, and the loss when one is left out; beside them the direct changes that the ledger records on firms' forms.
/// </summary>
/// <param name="Permutations">Orders sampled; a reverse follows each drawn order.</param>
public sealed record Attribution(int Permutations) : ExperimentKind
{
    private static readonly WholeSetting PermutationsSetting = new(
        "permutations", "Orders in which the measures join; an even number.", 2, 1_000_000, 200);

    /// <summary>Name, settings and reader of this kind.</summary>
    public static ExperimentKindInfo Form { get; } = new(
        "attribute", "Each measure's share in what the policy changes: Shapley values, and each left out.", NeedsFactors: false,
            [PermutationsSetting],
        given => new Attribution(given.Of(PermutationsSetting) / 2 * 2));

    public override string Name => Form.Name;

    public override BigInteger Arms(Experiment experiment) => Game(experiment).Ask().Length;

    public override async Task<ExperimentFindings> Run(Experiment experiment, Laboratory laboratory)
    {
        var measures = experiment.Scenario.Measures;
        var coalitions = Game(experiment).Ask();
        ImmutableArray<ArmPlan> arms = [.. coalitions.Select(c => Arm(experiment.Scenario, c))];
        var (all, none) = (Array.IndexOf(coalitions, Coalitions.All(measures.Length)), Array.IndexOf(coalitions, 0UL));
        // The stop rule looks at the total to be shared out.
        var answers = await laboratory.Simulate(experiment, arms, (lived, outcome) =>
            [[.. lived.Of(all, outcome).Zip(lived.Of(none, outcome), (a, b) => a - b)]]);
        var shares = experiment.Outcomes.Select((_, o) => Read(experiment, coalitions, answers, o)).ToList();
        var direct = await DirectEffects.Of(arms[all], laboratory.Runner);
        return new(
            [.. shares.Zip(experiment.Outcomes, (s, outcome) => Sentence(outcome, measures, s))],
            [SharesTable(experiment, shares), direct, WorldsTable.Of(experiment, arms, answers)],
            [.. shares.Zip(experiment.Outcomes).Where(x => x.First is not null).Select(x => Picture(x.Second, measures, x.First!))]);
    }

    private ShapleyEstimation Game(Experiment experiment) => new(experiment.Scenario.Measures.Length, Permutations, experiment.Seed);

    private static ArmPlan Arm(Scenario scenario, ulong coalition)
    {
        ImmutableArray<Measure> members = [.. Coalitions.Members(coalition, scenario.Measures.Length).Select(i => scenario.Measures[i])];
        var name = members.Length == scenario.Measures.Length ? "all measures" : members.IsEmpty ? "no measure"
            : string.Join(' ', members.Select(m => m.Clause.Id));
        return Experiment.Arm(scenario with { Measures = members }, name);
    }

    // Null: in no replicate does every coalition have a number.
    private Shares? Read(Experiment experiment, ulong[] coalitions, Answers answers, int outcome)
    {
        var game = Game(experiment);
        for (var i = 0; i < coalitions.Length; i++) game.Tell(coalitions[i], answers.Of(i, outcome));
        try
        {
            return game.Read();
        }
        catch (MethodException)
            when (Enumerable.Range(0, answers.Replicates)
            .All(r => Enumerable.Range(0, answers.Arms).Any(a => !double.IsFinite(answers.Values[a][r][outcome]))))
        {
            return null;
        }
    }

    private static FindingsTable SharesTable(Experiment experiment, IEnumerable<Shares?> shares)
    {
        var table = new FindingsTable(
            "shares", "Shares in what the measures change together, with 95 % intervals; they add up to the total",
        [
            TableColumn.Text("outcome", "Outcome"), TableColumn.Text("unit", "Unit"), TableColumn.Text("id", "Id"),
                TableColumn.Text("measure", "Measure"),
            new("share", "Shapley share", TableColumn.ChangeOfRow), new("share_low", "from", TableColumn.ChangeOfRow),
                new("share_high", "to", TableColumn.ChangeOfRow),
            new("left_out", "Lost without it", TableColumn.ChangeOfRow),
                new("left_out_low", "from", TableColumn.ChangeOfRow) { IsDetail = true },
                new("left_out_high", "to", TableColumn.ChangeOfRow) { IsDetail = true },
            new("alone", "Alone", TableColumn.ChangeOfRow) { IsDetail = true },
                new("alone_low", "from", TableColumn.ChangeOfRow) { IsDetail = true },
                new("alone_high", "to", TableColumn.ChangeOfRow) { IsDetail = true },
        ]);
        foreach (var (read, outcome) in shares.Zip(experiment.Outcomes))
        {
            if (read is null) continue;
            foreach (var player in read.Players)
            {
                var measure = experiment.Scenario.Measures[player.Player];
                table.Add(outcome.Name, outcome.Unit, $"{measure.Clause.Id}", measure.Name,
                    player.Value.Value, player.Value.Low, player.Value.High, player.LeftOut.Value, player.LeftOut.Low, player.LeftOut.High,
                    player.Alone.Value, player.Alone.Low, player.Alone.High);
            }
            table.Add(outcome.Name, outcome.Unit, "", "all together", read.Total, double.NaN, double.NaN, read.Total, double.NaN,
                double.NaN, read.Total, double.NaN, double.NaN);
        }
        return table;
    }

    private static string Sentence(ExperimentOutcome outcome, ImmutableArray<Measure> measures, Shares? shares)
    {
        if (shares is null) return $"{outcome.Name}: in every replicate some coalition of measures gave no number.";
        var most = shares.Players.OrderByDescending(p => Math.Abs(p.Value.Value)).Take(3).Where(p => p.Value.Value != 0)
            .Select(p => $"{measures[p.Player].Name} {TableText.SaidChange(p.Value.Value, p.Value.Low, p.Value.High, outcome.Unit)}");
        var dropped = shares.Dropped > 0 ? $" {shares.Dropped} replicates without a number in some coalition were left out." : "";
        return $"{outcome.Name}: the measures together change it by "
            + $"{TableText.SaidChange(shares.Total, double.NaN, double.NaN, outcome.Unit)}; the largest shares are "
            + $"{string.Join(", ", most.DefaultIfEmpty("none"))}.{dropped}";
    }

    private static Picture Picture(ExperimentOutcome outcome, ImmutableArray<Measure> measures, Shares shares) => new(
        outcome.Name, $"Shapley shares, {outcome.Unit}, 95 % interval",
        new BarChart(outcome.Name, [.. shares.Players.OrderByDescending(p => p.Value.Value)
            .Select(p => new IntervalBar(
                $"{measures[p.Player].Clause.Number} {measures[p.Player].Name}", p.Value.Value, p.Value.Low, p.Value.High))]));
}
