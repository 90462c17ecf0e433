using System.Collections.Immutable;
using System.Diagnostics;
using SimLab.Engine.Execution;
using SimLab.Engine.Populations;
using SimLab.Model;

namespace SimLab.Engine.Experiments.Running;

/// <summary>Progress over the worlds of an experiment.</summary>
/// <param name="Done">Simulated worlds, including the part of the current batch.</param>
/// <param name="InAll">Worlds to simulate, as far as known.</param>
public readonly record struct WorldsProgress(double Done, long InAll, TimeSpan Elapsed, TimeSpan Left);

/// <summary>Forecast of the work ahead.</summary>
/// <param name="Worlds">Worlds to simulate.</param>
/// <param name="Found">Worlds already in the store.</param>
/// <param name="WorldMonths">World-months to simulate, shared prefixes counted once.</param>
/// <param name="Time">Expected time at the speed of a short pilot.</param>
public sealed record WorkEstimate(long Worlds, long Found, long WorldMonths, TimeSpan Time);

/// <summary>
/// Simulates the worlds an experiment asks for: 1. look up worlds in the store; 2. put the rest into batches of arms
/// that fit the memory, each with one population; 3. continue arms with common first months from one shared prefix; 4. store
/// each finished batch before the next begins. Batching does not change any world.
/// </summary>
public sealed class WorldRunner : IAsyncDisposable
{
    // Enough worlds to measure the cost of a batch, in a second or so.
    private const int PilotMonths = 3, PilotFirms = 250_000, PilotLeast = 4, PilotMost = 64;

    private readonly WorldStore _store;
    private readonly Func<CancellationToken, Task<IExecutor>> _executors;
    private readonly long _memory;
    private readonly IProgress<WorldsProgress>? _progress;
    private readonly CancellationToken _cancel;
    private readonly Stopwatch _clock = new();
    private readonly List<(string Arm, string Why)> _failures = [];
    private (string Figures, WorldFrame Frame)? _turned;       // the last population with other figures
    private IExecutor? _executor;
    private long _callsBefore;
    private double? _worldMonthsASecond;

    /// <summary>Prepares a runner; executors start on demand.</summary>
    /// <param name="executors">Starts grains or the plain loop.</param>
    /// <param name="memory">Bytes available to worlds being simulated.</param>
    public WorldRunner(
        WorldFrame frame, WorldStore store, Func<CancellationToken, Task<IExecutor>> executors, long memory,
        IProgress<WorldsProgress>? progress = null, CancellationToken cancel = default)
    {
        (Frame, _store, _executors, _memory, _progress, _cancel) = (frame, store, executors, memory, progress, cancel);
    }

    /// <summary>Everything its worlds share.</summary>
    public WorldFrame Frame { get; }

    /// <summary>Worlds simulated, without the pilot.</summary>
    public long Simulated { get; private set; }

    /// <summary>Requested worlds that were in the store.</summary>
    public long Found { get; private set; }

    /// <summary>Worlds in the store, from any request.</summary>
    public int Kept => _store.Count;

    /// <summary>Worlds to simulate in all, as far as known; the basis of the remaining time.</summary>
    public long Expected { get; set; }

    /// <summary>Grain calls so far; 0 in the plain loop.</summary>
    public long GrainCalls => _callsBefore + (_executor?.GrainCalls ?? 0);

    /// <summary>Time spent on simulation.</summary>
    public TimeSpan Spent => _clock.Elapsed;

    /// <summary>
    /// Outcomes of the arms in the replicates from <paramref name="first"/> up to, not including,
    /// <paramref name="next"/>.
    /// </summary>
    /// <exception cref="ExperimentStoppedException">
    /// An arm failed; all other worlds were simulated and stored.
    /// </exception>
    public async Task<Answers> Simulate(IReadOnlyList<ArmPlan> arms, int next, int first = 0)
    {
        ArmKey[] keys = [.. arms.Select(KeyOf)];
        var batches = Batches(arms, keys, first, next);
        var missing = batches.Sum(batch => batch.Worlds);
        Found += keys.Distinct().LongCount() * (next - first) - missing;
        Expected = Math.Max(Expected, Simulated + missing);
        _clock.Start();
        try
        {
            for (var i = 0; i < batches.Count; i++)
            {
                await SimulateOrFindCulprit(batches[i]);
                if (i + 1 == batches.Count || batches[i + 1].Common != batches[i].Common) batches[i].Common.Prefix = null;
            }
        }
        finally
        {
            _clock.Stop();
        }
        if (_failures.Count > 0)
            throw new ExperimentStoppedException(
                $"{string.Join(' ', _failures.Select(f => $"The arm \"{f.Arm}\" failed: {f.Why.TrimEnd('.')}."))} All other requested "
                + $"worlds were simulated and are kept.");
        return new([.. keys.Select(key =>
            Enumerable.Range(first, next - first).Select(replicate => _store.Find(new(key, replicate))!).ToArray())]);
    }

    /// <summary>
    /// Estimates how much there is to simulate and how long it will take, by timing a pilot of a few months.
    /// </summary>
    public async Task<WorkEstimate> Foresee(IReadOnlyList<ArmPlan> arms, int next)
    {
        ArmKey[] keys = [.. arms.Select(KeyOf)];
        var batches = Batches(arms, keys, 0, next);
        var worlds = batches.Sum(batch => batch.Worlds);
        var months = batches.Sum(batch => batch.Worlds * (Frame.Last - (batch.Common.Last ?? Frame.Start - 1)))
            + batches.Select(batch => batch.Common).Distinct().Where(c => c.Last is not null)
                .Sum(c => (long)(c.Next - c.From) * (c.Last!.Value - Frame.Start + 1));
        var time = worlds == 0 ? TimeSpan.Zero : await TimeFor(months, arms[0]);
        Expected = worlds;
        return new(worlds, keys.Distinct().LongCount() * next - worlds, months, time);
    }

    /// <summary>Estimates the time for so many world-months, each world simulated whole.</summary>
    public async Task<TimeSpan> TimeFor(double worldMonths, ArmPlan pilot)
    {
        _worldMonthsASecond ??= await Pilot(pilot);
        return TimeSpan.FromSeconds(Math.Min(worldMonths / _worldMonthsASecond.Value, TimeSpan.MaxValue.TotalSeconds / 2));
    }

    /// <summary>Simulates the first replicate of an arm for a recorder; nothing goes into the store.</summary>
    public async Task Watch(ArmPlan arm, IRecorder recorder) =>
        await Simulation.Run(FrameOf(arm).Of([arm], 1), await Executor(), _memory, recorder, cancel: _cancel);

    public async ValueTask DisposeAsync()
    {
        await Drop();
        _store.Dispose();
    }

    // Generates the firms anew where the arm has figures of its own.
    private WorldFrame FrameOf(ArmPlan arm)
    {
        if (arm.Figures.IsEmpty) return Frame;
        var figures = RecipeFigures.Written(arm.Figures);
        if (_turned?.Figures != figures) _turned = (figures, Frame.With(arm.Figures));
        return _turned.Value.Frame;
    }

    private ArmKey KeyOf(ArmPlan arm) => ArmKey.Of(Frame.Address, arm);

    private async Task<double> Pilot(ArmPlan arm)
    {
        var months = Math.Min(PilotMonths, Frame.Months);
        var replicates = (int)Math.Clamp(_memory / Frame.BytesAWorld, 1, Math.Clamp(PilotFirms / Frame.Enterprises, PilotLeast, PilotMost));
        var executor = await Executor();
        // the first month includes JIT compilation
        await Simulation.Run(Frame.Of([arm], 1, 1), executor, _memory, cancel: _cancel);
        var watch = Stopwatch.StartNew();
        await Simulation.Run(Frame.Of([arm], replicates, months), executor, _memory, cancel: _cancel);
        return replicates * months / watch.Elapsed.TotalSeconds;
    }

    // Arms whose worlds go together: the same replicates are missing, the arms have the same firms, and share a prefix or none.
    private List<Batch> Batches(IReadOnlyList<ArmPlan> arms, ArmKey[] keys, int first, int next)
    {
        var missing = Enumerable.Range(0, arms.Count).DistinctBy(i => keys[i])
            .SelectMany(i => Gaps(keys[i], first, next).Select(gap => (Arm: arms[i], Key: keys[i], gap.From, gap.Next)));
        var batches = new List<Batch>();
        foreach (var range in missing.GroupBy(m => (m.From, m.Next, Figures: RecipeFigures.Written(m.Arm.Figures))))
        {
            var alone = new List<(ArmPlan Arm, ArmKey Key)>();
            foreach (var alike in range.GroupBy(m => (m.Arm.Behaviour, m.Arm.Macro)))
            {
                var members = alike.Select(m => (m.Arm, m.Key)).ToList();
                if (SharedPrefixes.Last([.. members.Select(m => m.Arm)], Frame.Start, Frame.Last) is { } last)
                    batches.AddRange(Cut(members, new(members[0].Arm, last, range.Key.From, range.Key.Next)));
                else alone.AddRange(members);
            }
            batches.AddRange(Cut(alone, new(null, null, range.Key.From, range.Key.Next)));
        }
        return batches;
    }

    private List<Batch> Cut(List<(ArmPlan Arm, ArmKey Key)> members, Common common)
    {
        if (members.Count == 0) return [];
        var room = (int)Math.Max(1, Math.Min(_memory / (Frame.BytesAWorld * (common.Next - common.From)), members.Count));
        var pieces = (members.Count + room - 1) / room;
        return [.. Enumerable.Range(0, pieces).Select(i => new Batch(
            common, [.. members[(int)((long)members.Count * i / pieces)..(int)((long)members.Count * (i + 1) / pieces)]]))];
    }

    // Ranges of replicates not yet in the store, none longer than fits the memory.
    private IEnumerable<(int From, int Next)> Gaps(ArmKey key, int first, int next)
    {
        var most = (int)Math.Clamp(_memory / Frame.BytesAWorld, 1, int.MaxValue);
        var from = -1;
        for (var replicate = first; replicate <= next; replicate++)
        {
            var lacks = replicate < next && _store.Find(new(key, replicate)) is null;
            if (from >= 0 && (!lacks || replicate - from == most))
            {
                yield return (from, replicate);
                from = -1;
            }
            if (lacks && from < 0) from = replicate;
        }
    }

    private async Task SimulateOrFindCulprit(Batch batch)
    {
        try
        {
            await Simulate(batch);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException or IOException))
        {
            await Drop();                                      // its state is unknown
            if (batch.Members.Length == 1)
            {
                _failures.Add((batch.Members[0].Arm.Name, failure.Message));
                return;
            }
            var half = batch.Members.Length / 2;
            await SimulateOrFindCulprit(batch with { Members = batch.Members[..half] });
            await SimulateOrFindCulprit(batch with { Members = batch.Members[half..] });
        }
    }

    private async Task Simulate(Batch batch)
    {
        var (from, next) = (batch.Common.From, batch.Common.Next);
        var executor = await Executor();
        var frame = FrameOf(batch.Members[0].Arm);
        if (batch.Common is { Last: { } last, First: { } first } common && common.Prefix is null)
            common.Prefix = await Simulation.SimulatePrefix(frame.Of([first], next), executor, last, from, _cancel);
        var result = await Simulation.Run(
            frame.Of([.. batch.Members.Select(m => m.Arm)], next), executor, _memory, null, new Within(this, batch.Worlds),
                batch.Common.Prefix, from, _cancel);
        _store.Store([.. from m in batch.Members.Select((member, arm) => (member.Key, arm))
            from replicate in Enumerable.Range(@from, next - @from)
            select (new WorldKey(m.Key, replicate), frame.Read(result.Series, m.arm, replicate))]);
        Simulated += batch.Worlds;
        Report(0);
    }

    private void Report(double underWay)
    {
        var done = Simulated + underWay;
        var left = done > 0 ? _clock.Elapsed / done * Math.Max(0, Expected - done) : TimeSpan.Zero;
        _progress?.Report(new(done, Expected, _clock.Elapsed, left));
    }

    private async Task<IExecutor> Executor() => _executor ??= await _executors(_cancel);

    private async Task Drop()
    {
        if (_executor is null) return;
        _callsBefore += _executor.GrainCalls;
        await _executor.DisposeAsync();
        _executor = null;
    }

    /// <summary>
    /// Replicates that some batches have in common, and perhaps a prefix, simulated when the first of them needs it.
    /// </summary>
    private sealed class Common(ArmPlan? first, Month? last, int from, int next)
    {
        public ArmPlan? First => first;
        public Month? Last => last;
        public int From => from;
        public int Next => next;
        public SharedPrefix? Prefix { get; set; }
    }

    private sealed record Batch(Common Common, ImmutableArray<(ArmPlan Arm, ArmKey Key)> Members)
    {
        public long Worlds => (long)Members.Length * (Common.Next - Common.From);
    }

    private sealed class Within(WorldRunner worlds, long batch) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => worlds.Report(batch * (double)value.MonthsDone / value.MonthsInAll);
    }
}
