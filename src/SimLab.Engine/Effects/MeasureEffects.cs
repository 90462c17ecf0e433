using System.Collections.Immutable;
using SimLab.Engine.Distribution;
using SimLab.Engine.Execution;
using SimLab.Engine.Reporting;
using SimLab.Engine.Statistics;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Effects;

/// <summary>
/// The effect of each measure by itself, at other doses, in pairs and together, always against no measures with common
/// random numbers:
/// 1. none, each alone, all, in one run to the end of the scenario, whose public money is followed firm by firm;
/// 2. each at half and at twice its dose, in half of the replicates;
/// 3. every pair, in a few replicates and to the end of the document's year, in batches of arms;
/// 4. the pairs with the largest apparent interaction, again in all replicates, without counting those of step 3;
/// 5. a census of the firms that know of the claimed measures and claim them, with and without public services.
/// All on the full population.
/// </summary>
public sealed class MeasureEffects
{
    /// <summary>Multiples of the written levers besides 0 and 1.</summary>
    public static ImmutableArray<double> Doses { get; } = [0.5, 2];

    /// <summary>Targets for the analysis of pairs.</summary>
    public static ImmutableArray<string> InteractOn { get; } = [
        "high_tech_enterprises", "new_specialised_smes", "new_above_scale", "new_sme_loans"];

    private const int ArmsOfABatch = 17;

    private readonly SimulatedArm[] _alone, _screened;
    private readonly IncidenceRecorder _followed;
    private readonly Dictionary<(int Measure, double Dose), SimulatedArm> _doses = [];
    private readonly Dictionary<int, SimulatedArm> _chosen = [];
    private readonly ImmutableArray<(int First, int Second)> _pairs;

    private MeasureEffects(
        EffectsOrder order, RunSeries singles, IncidenceRecorder followed, SimulatedArm[] doses, SimulatedArm[] screened)
    {
        _followed = followed;
        Order = order;
        None = new(singles, 0);
        _alone = [.. Enumerable.Range(1, order.Measures.Length).Select(arm => new SimulatedArm(singles, arm))];
        All = new(singles, order.Measures.Length + 1);
        for (var i = 0; i < doses.Length; i++) _doses[(i / Doses.Length, Doses[i % Doses.Length])] = doses[i];
        _screened = screened;
        _pairs = PairsOf(order);
    }

    /// <summary>Its inputs.</summary>
    public EffectsOrder Order { get; }

    /// <summary>The arm without measures: the law in force.</summary>
    public SimulatedArm None { get; }

    /// <summary>The arm with every measure as written.</summary>
    public SimulatedArm All { get; }

    /// <summary>Take-up by measure; arm 0: all measures but public services; arm 1: all.</summary>
    public ImmutableArray<TakeUp> TakeUp { get; private set; } = [];

    /// <summary>No measures, and all of them, in an economy without closure: closure: none of a scenario.</summary>
    public (SimulatedArm None, SimulatedArm All) Open { get; private set; }

    /// <summary>The arm with this measure alone.</summary>
    /// <param name="measure">Position in the catalog.</param>
    public SimulatedArm Alone(int measure) => _alone[measure];

    /// <summary>Who got the money of this measure alone, who won and who lost.</summary>
    /// <param name="measure">Position in the catalog.</param>
    public Incidence WhoOf(int measure) => _followed.Result(measure + 1);

    /// <summary>The same of all measures together.</summary>
    public Incidence WhoOfAll => _followed.Result();

    /// <summary>The measure's arm at the dose; a dose of 0 is the arm without measures.</summary>
    public SimulatedArm At(int measure, double dose) => dose switch { 0 => None, 1 => _alone[measure], _ => _doses[(measure, dose)] };

    /// <summary>Reads a channel over the scenario's months.</summary>
    public Gauge ChannelOf(Channel channel) => (series, arm, replicate) =>
        channel.Read(series, arm, replicate, Order.From, Order.LastReading);

    /// <summary>Reads a target's indicator at a month.</summary>
    public static Gauge Target(string id, Month month) => (series, arm, replicate) => Outcomes.Of(id, series, arm, replicate, month);

    /// <summary>Reads the public cost of all measures, in yuan.</summary>
    public static Gauge Cost(Month first, Month last) => (series, arm, replicate) =>
        series.Cost(arm, replicate, first, last) / (double)Fen.PerYuan;

    /// <summary>Reads the value added by firms, in yuan.</summary>
    public static Gauge ValueAddedBy(Month first, Month last) =>
        (series, arm, replicate) => ValueAdded.Of(series, arm, replicate, first, last);

    /// <summary>The pairs that interact most on the target.</summary>
    public Interactions InteractionsOn(string id)
    {
        var gauge = Target(id, Order.LastReading);
        var (largest, smallest) = Choose(id);
        return new([.. largest.Select(Measured)], [.. smallest.Select(Measured)]);

        Interaction Measured(int pair)
        {
            var (first, second) = _pairs[pair];
            var unseen = Order.PairReplicates..;
            return new(Order.Measures[first], Order.Measures[second],
                PairedDifference.Of(_chosen[pair].Read(gauge)[unseen], Sum(pair, gauge)[unseen])
                ?? throw new InvalidOperationException($"Bug in SimLab: the pair {pair} was simulated in no replicate of its own."));
        }
    }

    /// <summary>Runs all steps.</summary>
    public static async Task<MeasureEffects> Run(
        EffectsOrder order, IProgress<Sentence>? progress = null, CancellationToken cancel = default)
    {
        var all = order.Measures.Select((_, i) => order.Written(i)).ToImmutableArray();
        progress?.Report($"each measure alone");
        var alone = order.Materials(
            order.Replicates, order.LastReading, [new("none", []), .. all.Select(m => new ArmPlan(m.Name, [m])), new("all", all)]);
        var followed = new IncidenceRecorder(alone);
        var singles = await Simulate(order, alone, followed, cancel);

        progress?.Report($"doses");
        var doses = await Batches(order, order.DoseReplicates, order.LastReading,
            [.. from measure in order.Measures from dose in Doses
                select new ArmPlan($"{measure.Name} × {dose}", [new Dose(measure, dose).From(order.From)])],
            progress, cancel);

        progress?.Report($"pairs");
        var screened = await Batches(order, order.PairReplicates, order.LastReading,
            [.. PairsOf(order)
                .Select(pair => new ArmPlan($"{all[pair.First].Name} + {all[pair.Second].Name}", [all[pair.First], all[pair.Second]]))],
            progress, cancel);

        var experiment = new MeasureEffects(order, singles, followed, doses, screened);
        await experiment.SimulateChosen(all, progress, cancel);
        progress?.Report($"without closure");
        var behaviour = order.Scenario.Behaviour.WithoutClosure();
        var open = await Simulate(order, order.Replicates, order.LastReading,
            [new("none", []) { Behaviour = behaviour }, new("all", all) { Behaviour = behaviour }], cancel);
        experiment.Open = (new(open, 0), new(open, 1));
        progress?.Report($"who knows of what");
        var census = new TakeUp.Census();
        await Simulate(
            order, 1, order.LastReading, [new("without", [.. order.WrittenBut<PublicServices>()]), new("with", all)], cancel, census);
        experiment.TakeUp = census.All;
        return experiment;
    }

    private async Task SimulateChosen(ImmutableArray<Measure> all, IProgress<Sentence>? progress, CancellationToken cancel)
    {
        progress?.Report($"pairs that interact most");
        int[] chosen = [.. InteractOn.Select(Choose).SelectMany(ends => ends.Largest.Concat(ends.Smallest)).Distinct().Order()];
        var lived = await Batches(Order, Order.Replicates, Order.LastReading,
            [.. chosen.Select(pair => new ArmPlan($"pair {pair}", [all[_pairs[pair].First], all[_pairs[pair].Second]]))], progress, cancel);
        for (var i = 0; i < chosen.Length; i++) _chosen[chosen[i]] = lived[i];
    }

    private (ImmutableArray<int> Largest, ImmutableArray<int> Smallest) Choose(string id)
    {
        var gauge = Target(id, Order.LastReading);
        return Interactions.Choose(
            [.. _screened.Select((both, pair) => both.Read(gauge).Zip(Sum(pair, gauge), (value, sum) => value - sum).Average() ?? 0)]);
    }

    // The sum of the pair's separate effects, by replicate.
    private double?[] Sum(int pair, Gauge gauge)
    {
        var (none, first, second) = (None.Read(gauge), _alone[_pairs[pair].First].Read(gauge), _alone[_pairs[pair].Second].Read(gauge));
        return [.. none.Select((value, r) => first[r] + second[r] - value)];
    }

    private static ImmutableArray<(int First, int Second)> PairsOf(EffectsOrder order) =>
        [.. from first in Enumerable.Range(0, order.Measures.Length)
            from second in Enumerable.Range(first + 1, order.Measures.Length - first - 1) select (first, second)];

    private static async Task<SimulatedArm[]> Batches(
        EffectsOrder order, int replicates, Month last, ArmPlan[] arms, IProgress<Sentence>? progress, CancellationToken cancel)
    {
        var lived = new List<SimulatedArm>(arms.Length);
        foreach (var batch in arms.Chunk(ArmsOfABatch))
        {
            var series = await Simulate(order, replicates, last, batch, cancel);
            lived.AddRange(Enumerable.Range(0, batch.Length).Select(arm => new SimulatedArm(series, arm)));
            progress?.Report($"{lived.Count} of {arms.Length} arms");
        }
        return [.. lived];
    }

    private static async Task<RunSeries> Simulate(
        EffectsOrder order, int replicates, Month last, IEnumerable<ArmPlan> arms, CancellationToken cancel, IRecorder? recorder = null)
    {
        return await Simulate(order, order.Materials(replicates, last, arms), recorder, cancel);
    }

    private static async Task<RunSeries> Simulate(
        EffectsOrder order, RunMaterials materials, IRecorder? recorder, CancellationToken cancel)
    {
        await using var executor = new LoopExecutor();
        return (await Simulation.Run(materials, executor, order.Memory, recorder, cancel: cancel)).Series;
    }
}
