using System.Collections.Immutable;
using System.Diagnostics;
using SimLab.Engine.Execution;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;
using SimLab.Model.Populations;

namespace SimLab.Engine.Instant;

/// <summary>
/// Answers while a lever moves. A reduced population stays in memory, and only what can have changed is simulated,
/// which is exact:
/// 1. the law in force is simulated once for each set of assumptions, and cached;
/// 2. so are the months before the policy first differs from it (the shared prefix);
/// 3. the policy alone is simulated from there on, with common random numbers.
/// One answer is computed at a time, on all cores.
/// </summary>
/// <param name="recipe">Recipe of the full population.</param>
/// <param name="seed">Seed of the reduced population.</param>
/// <param name="size">Size of the simulations.</param>
public sealed class InstantLab(PopulationRecipe recipe, ulong seed, InstantSize size) : IAsyncDisposable
{
    // Each holds 16 replicates of 2,000 firms: some 10 MB.
    private const int MostPrefixes = 12, MostArms = 64, MostControls = 32;

    private readonly PopulationRecipe _reduced = recipe with { Reduced = size.Firms };
    private readonly Population _population = PopulationGenerator.Generate(recipe with { Reduced = size.Firms }, seed);
    private readonly LoopExecutor _executor = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly LruCache<SharedPrefix> _prefixes = new(MostPrefixes);
    private readonly LruCache<RunSeries> _arms = new(MostArms);
    private readonly List<ControlVariate> _controls = [];           // in the order of their simulation; empty until Hold is called

    /// <summary>Enterprises simulated, vacant slots included.</summary>
    public int Enterprises => _population.Firms.Length;

    public InstantSize Size => size;

    /// <summary>
    /// Simulates the notice and its baseline with all firms under the assumptions of a scenario, and corrects answers
    /// by them from then on.
    /// </summary>
    /// <param name="written">The notice as written.</param>
    /// <param name="like">Scenario with the assumptions and the population to use.</param>
    /// <param name="threads">Threads to use; fewer than all leave room for users who move levers meanwhile.</param>
    /// <param name="cancel">Cancels soon, also within a month.</param>
    public async Task Hold(Scenario written, Scenario like, int threads, CancellationToken cancel = default)
    {
        var cut = Cut(written with { Behaviour = like.Behaviour, Macro = like.Macro, Population = like.Population });
        if (await InTurn(() => IsHeld(cut), cancel)) return;
        var control = await ControlVariate.Simulate(cut, recipe, threads, cancel);
        await InTurn(
            () =>
            {
                if (_controls.Count == MostControls) _controls.RemoveAt(1);       // the first serves all
                _controls.Add(control);
                return true;
            }, cancel);
    }

    /// <summary>Simulates in advance the baseline and the months before the policy.</summary>
    public Task WarmUp(Scenario scenario, CancellationToken cancel = default) => Answer(scenario, cancel);

    /// <summary>Answers for a scenario, after any answer in progress.</summary>
    /// <exception cref="OperationCanceledException">The answer is no longer needed.</exception>
    public async Task<InstantAnswer> Answer(Scenario asked, CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var clock = Stopwatch.StartNew();
            var scenario = Cut(asked);
            var law = scenario.Baseline?.Measures ?? [];
            // Official: under the assumptions of the baseline's own file.
            var documented = scenario.Under(scenario.Baseline)
                with
            { Behaviour = scenario.Baseline?.Behaviour ?? new(), Macro = scenario.Baseline?.Macro ?? new() };
            var official = await Simulated(documented, law, prefix: null, cancel);
            var prefix = new Lazy<Task<SharedPrefix?>>(() => Prefix(scenario, law, cancel));
            var baseline = await Simulated(scenario.Under(scenario.Baseline), law, prefix, cancel);
            var policy = await Simulated(scenario, law, prefix, cancel);
            official = await Held(official, documented, law, cancel);
            baseline = await Held(baseline, scenario, law, cancel);
            policy = await Held(policy, scenario, scenario.Measures, cancel);
            var compared = RunSeries.Together(baseline, policy);
            var asDocumented = ScenarioText.SimulatedInputs(documented) == ScenarioText.SimulatedInputs(scenario.Under(scenario.Baseline));
            var view = PlanView.Of(compared, asDocumented ? null : official, scenario.Targets, Enterprises);
            return new(scenario, view, IsHeld(scenario), clock.Elapsed);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Distance of the answer for a scenario from its full run, which this simulates.</summary>
    public async Task<ImmutableArray<Distance>> Measure(Scenario scenario, int threads, CancellationToken cancel = default)
    {
        var answer = await Answer(scenario, cancel);
        var cut = Cut(scenario) with { Replicates = scenario.Replicates };
        await using var loop = new LoopExecutor(threads);
        var full = await Simulation.Run(new(RunPlan.Of(cut, recipe)), loop, Instant.ControlVariate.Memory, cancel: cancel);
        return Distance.Of(answer.View, PlanView.Of(full.Series, null, cut.Targets, full.Materials.Population.Firms.Length));
    }

    public ValueTask DisposeAsync()
    {
        _turn.Dispose();
        return _executor.DisposeAsync();
    }

    /// <summary>
    /// The scenario as the instant mode simulates it: its first months, fewer replicates, and the measures that begin
    /// in them.
    /// </summary>
    public Scenario Cut(Scenario scenario)
    {
        var last = scenario.Start + (Math.Min(size.Months, scenario.Months) - 1);
        return Within(scenario) with { Baseline = scenario.Baseline is { } baseline ? Within(baseline) : null };

        Scenario Within(Scenario each) => each with
        {
            Months = last - scenario.Start + 1,
            Replicates = size.Replicates,
            Measures = [.. each.Measures.Where(m => m.From is not { } from || from <= last)],
            Changes = [.. each.Changes.Where(change => change.From <= last)],
        };
    }

    // Corrected by the error of the reduced population for the law and for the notice.
    private async Task<RunSeries> Held(RunSeries arm, Scenario under, ImmutableArray<Measure> measures, CancellationToken cancel)
    {
        if (ControlOf(under) is not { } control) return arm;
        var law = control.Scenario.Baseline?.Measures ?? [];
        var prefix = new Lazy<Task<SharedPrefix?>>(() => Prefix(control.Scenario, law, cancel));
        var none = (await Simulated(control.Scenario.Under(control.Scenario.Baseline), law, prefix, cancel), control.Law);
        var whole = (await Simulated(control.Scenario, law, prefix, cancel), control.Written);
        return arm.Moved(none, whole, control.Part(measures));
    }

    private bool IsHeld(Scenario cut) => ControlOf(cut)?.Assumptions == ControlVariate.AssumptionsOf(cut);

    private async Task<bool> InTurn(Func<bool> what, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return what();
        }
        finally
        {
            _turn.Release();
        }
    }

    private ControlVariate? ControlOf(Scenario cut)
    {
        var able = _controls.Where(control => control.Holds(cut)).ToList();
        var assumptions = ControlVariate.AssumptionsOf(cut);
        return able.Find(control => control.Assumptions == assumptions) ?? able.FirstOrDefault();
    }

    private async Task<RunSeries> Simulated(
        Scenario arm, ImmutableArray<Measure> law, Lazy<Task<SharedPrefix?>>? prefix, CancellationToken cancel)
    {
        var key = ScenarioText.SimulatedInputs(arm);
        if (_arms.Find(key) is { } known) return known;
        var from = prefix is null ? null : await prefix.Value;
        var result = await Simulation.Run(Materials(arm), _executor, long.MaxValue, prefix: from, cancel: cancel);
        return _arms.Add(key, result.Series);
    }

    private async Task<SharedPrefix?> Prefix(Scenario policy, ImmutableArray<Measure> law, CancellationToken cancel)
    {
        if (FirstDifference(policy, law) is not { } first || first <= policy.Start) return null;
        var stem = policy.Under(policy.Baseline);
        var key = $"{first}\n{ScenarioText.SimulatedInputs(stem)}";
        return _prefixes.Find(key)
            ?? _prefixes.Add(key, await Simulation.SimulatePrefix(Materials(stem), _executor, first - 1, cancel: cancel));
    }

    private RunMaterials Materials(Scenario arm) => new(RunPlan.Of(arm with { Baseline = null }, _reduced), _population);

    /// <summary>First month in which the arm's measures differ from the law; null: there is none.</summary>
    internal static Month? FirstDifference(Scenario policy, ImmutableArray<Measure> law)
    {
        var differing = policy.Measures.Except(law).Concat(law.Except(policy.Measures)).ToList();
        var onTheWay = policy.Changes.Concat(policy.Baseline?.Changes ?? []).Select(change => change.From);
        return differing.Select(m => m.From ?? policy.Start).Concat(onTheWay).Cast<Month?>().Min();
    }
}

/// <summary>Size of the simulations of the instant mode.</summary>
/// <param name="Firms">Approximate number of enterprises, vacant slots included.</param>
/// <param name="Months">Months from the start of the scenario.</param>
/// <param name="Replicates">Replicates, each with its own random draws.</param>
public sealed record InstantSize(int Firms = 2_000, int Months = 24, int Replicates = 16);

/// <summary>Cache of a fixed number of entries by key; the least recently used one is evicted first.</summary>
internal sealed class LruCache<T>(int most) where T : class
{
    private readonly LinkedList<(string Key, T Value)> _recent = new();

    public T? Find(string key)
    {
        for (var node = _recent.First; node is not null; node = node.Next)
        {
            if (node.Value.Key != key) continue;
            _recent.Remove(node);
            _recent.AddFirst(node);
            return node.Value.Value;
        }
        return null;
    }

    public T Add(string key, T value)
    {
        _recent.AddFirst((key, value));
        if (_recent.Count > most) _recent.RemoveLast();
        return value;
    }
}
