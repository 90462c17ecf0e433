using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Statistics;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Model.Populations;
using SimLab.Model;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>
/// Runs trials. The months before the treatment are simulated once. Then each trial: 1. draw the groups among eligible firms; 2. simulate
/// the twin and the trial, which differ in the treatment alone, with common random numbers; 3. compare.
/// </summary>
/// <param name="order">The benchmark.</param>
/// <param name="recipe">Recipe of the population.</param>
/// <param name="population">Population generated from it.</param>
/// <param name="memory">Bytes available to enterprise state.</param>
public sealed class TrialRunner(EffectsOfOthers order, PopulationRecipe recipe, Population population, long memory)
{
    private const int Treated = 1;                         // arm of the trial; the twin is arm 0
    private SharedPrefix? _before;

    /// <summary>Runs every trial that the model can pose.</summary>
    /// <param name="progress">Told after each trial.</param>
    /// <param name="cancel">Stops soon, also within a month.</param>
    public async Task<ImmutableArray<TrialResult>> Run(IProgress<Sentence>? progress = null, CancellationToken cancel = default)
    {
        EffectTrial[] trials = [.. order.Effects.OfType<EffectTrial>()];
        var results = ImmutableArray.CreateBuilder<TrialResult>(trials.Length);
        foreach (var trial in trials)
        {
            results.Add(await Run(trial, cancel));
            progress?.Report($"{results.Count} of {trials.Length} trials: {trial.Name}");
        }
        return results.MoveToImmutable();
    }

    /// <summary>Runs one trial.</summary>
    public async Task<TrialResult> Run(EffectTrial trial, CancellationToken cancel = default)
    {
        var law = new ArmPlan("twin", order.Scenario.Measures) { Later = order.Scenario.Later };
        var plan = RunPlan.Of(order.Scenario, recipe) with { Arms = [law], Replicates = order.Replicates };
        _before ??= await Before(plan, cancel);
        var groups = new TrialGroups(trial, Materials(plan, order.From - plan.Start), _before.Snapshot);

        var treated = new ArmPlan(trial.Id, [.. law.In(order.From), .. trial.Treatment.Measures])
        {
            Trial = new Trial(law.In(order.From), groups.Treated, trial.Treatment.Assigned),
        };
        var materials = Materials(plan with { Arms = [law, treated] }, order.From - plan.Start + trial.Months);
        var tally = new TrialTally(groups, trial.Eligible.Counts, order.From, trial.Months);
        await using var executor = new LoopExecutor(observer: tally);
        var run = await Simulation.Run(materials, executor, memory, prefix: Awarded(groups), cancel: cancel);

        return new(
            trial, groups.Firms.Average(firms => firms[(int)TrialGroup.Treated]),
            groups.Firms.Average(firms => firms[(int)TrialGroup.Controls]),
            [.. trial.Outcomes.Select((published, outcome) => Estimate(trial, published, outcome, groups, tally, run.Series))]);
    }

    private async Task<SharedPrefix> Before(RunPlan plan, CancellationToken cancel)
    {
        await using var executor = new LoopExecutor();
        return await Simulation.SimulatePrefix(Materials(plan, order.From - plan.Start), executor, order.From - 1, cancel: cancel);
    }

    private RunMaterials Materials(RunPlan plan, int months) => new(plan with { Months = months }, population);

    // The state before the first month, with what markets award treated firms on its way to them in the trial.
    private SharedPrefix Awarded(TrialGroups groups)
    {
        var batch = new WorldBatch(0, 0, order.Replicates, Arms: 2);
        var state = _before!.Snapshot.In(batch);
        Settlement[] awards = [.. groups.Awards.SelectMany((of, replicate) =>
            of.Select(award => award with { World = batch.World(Treated, replicate) }))];
        if (awards.Length == 0) return _before with { Snapshot = state };
        var districts = new RunMaterials(_before.Series.Plan, population).DistrictOf;
        var byDistrict = awards.ToLookup(award => districts[award.Enterprise]);
        return _before with
        {
            Snapshot = state with
            {
                Districts = [.. state.Districts.Select((district, index) => district with
                {
                    Settlements = [.. district.Settlements.Select((market, i) => Awarded(market, i == 0 ? byDistrict[index] : [], awards))],
                })],
            },
        };
    }

    // An award takes the place of a refusal of the same loan.
    private static Block<Settlement> Awarded(Block<Settlement> market, IEnumerable<Settlement> added, Settlement[] awards)
    {
        var granted = awards.Where(award => award.Kind == SettlementKind.LoanGranted)
            .Select(award => (award.World, award.Enterprise)).ToHashSet();
        return new([
            .. market.All.Where(settlement =>
                settlement.Kind != SettlementKind.LoanRefused || !granted.Contains((settlement.World, settlement.Enterprise))),
            .. added]);
    }

    private TrialEstimate Estimate(
        EffectTrial trial, PublishedEffect published, int outcome, TrialGroups groups, TrialTally tally, RunSeries series)
    {
        TrialSums[] sums = [.. Enumerable.Range(0, order.Replicates)
            .Select(replicate => new TrialSums(trial, outcome, groups, tally, series, replicate))];
        double?[] zero = [.. sums.Select(_ => (double?)0)];
        return new(
            published, PairedDifference.Of([.. sums.Select(published.Outcome.Ours)], zero),
            PairedDifference.Of([.. sums.Select(published.Outcome.AgainstControls)], zero));
    }
}
