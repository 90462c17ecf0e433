using SimLab.Engine.Execution.Recovery;
using SimLab.Model;
using SimLab.Model.Economy;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// Reference-counted cache of a silo for the runs its grains take part in: the materials, generated once from the plan,
/// and the public information of the month, made once from the macro state. Grains acquire and release the run; the
/// last release removes it.
/// </summary>
public sealed class RunCache
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, CachedRun> _entries = [];
    private (string PlanHash, WeakReference<CachedRun> Shelf)? _grownLast;

    /// <summary>
    /// Store for the grains' parts of checkpoints; a run in one process needs none and saves snapshots itself.
    /// </summary>
    /// <exception cref="InvalidOperationException">The silo has no store.</exception>
    public ICheckpointStore Checkpoints
    {
        get => field ?? throw new InvalidOperationException(
            "Bug in SimLab: a grain asked for the checkpoint store of a silo that has none.");
        set;
    }

    /// <summary>Runs in the cache; 0 when every run has ended.</summary>
    public int Runs
    {
        get { lock (_lock) return _entries.Count; }
    }

    /// <summary>
    /// Acquires a run with materials that this process already has, which saves generating them again.
    /// </summary>
    public void Share(string run, RunMaterials materials)
    {
        lock (_lock) EntryOf(run, () => Task.FromResult(materials)).Readers++;
    }

    /// <summary>Acquires a run; each call needs one <see cref="Release"/>.</summary>
    /// <param name="run">Its name.</param>
    /// <param name="start">Build, plan and population the silo must match.</param>
    /// <param name="plan">Returns the run's plan as JSON; called only if the silo has not generated its population
    /// yet.</param>
    /// <exception cref="InvalidOperationException">The silo runs another build, or generated another population from
    /// the plan.</exception>
    public async Task<RunMaterials> Acquire(string run, StartRequest start, Func<Task<string>> plan)
    {
        if (start.ModelBuild != ModelBuild.Hash)
            throw new InvalidOperationException(
                $"This silo runs build {ModelBuild.Hash[..16]} of the model and "
                + $"the run {start.ModelBuild[..16]}: all silos must run the same build.");
        CachedRun cached;
        lock (_lock)
        {
            cached = EntryOf(run,
                async () => new RunMaterials(RunPlan.FromJson(await plan(), Scenarios.MeasureCatalog.Default)),
                start.PlanHash);
            cached.Readers++;
        }
        try
        {
            var (materials, print) = await cached.Materials.Value;
            if (print != start.PopulationPrint)
                throw new InvalidOperationException(
                    "This silo grew another population from the plan than the run has: all silos must run the same build, and a run on a "
                    + "cluster must use a generated population.");
            return materials;
        }
        catch
        {
            Release(run);
            throw;
        }
    }

    /// <summary>Releases a run; the last release removes it from the cache.</summary>
    public void Release(string run)
    {
        lock (_lock)
            if (_entries.TryGetValue(run, out var cached) && --cached.Readers == 0) _entries.Remove(run);
    }

    /// <summary>Public information of a month, shared by all grains of the silo.</summary>
    public PublicInformation Inform(string run, RunMaterials materials, StartRequest start, MacroState macroState)
    {
        CachedRun cached;
        lock (_lock)
            if (!_entries.TryGetValue(run, out cached!)) throw new InvalidOperationException(
                $"Bug in SimLab: run {run} was briefed on {macroState.Month} before it was taken out.");
        // Only the current month is cached: once all grains have moved on, none asks for another.
        lock (cached)
        {
            if (cached.Information is null || cached.InformationFor != (start.Batch.Number, start.Watch, macroState.Month))
            {
                cached.Information = materials.Inform(start.Batch.In(materials.Plan, start.Watch), macroState);
                cached.InformationFor = (start.Batch.Number, start.Watch, macroState.Month);
            }
            return cached.Information;
        }
    }

    /// <summary>Identifies a population by its firms, their weights and their states.</summary>
    public static ulong PrintOf(Model.Populations.Population population)
    {
        var print = new Fingerprint();
        for (var i = 0; i < population.Firms.Length; i++)
        {
            var (firm, state) = (population.Firms[i], population.Initial[i]);
            print += Fingerprint.Of(in state, i);
            print += new Fingerprint(
                (ulong)firm.Weight * 31 + (ulong)firm.Region * 1009 + (ulong)firm.Industry * 100_003,
                (ulong)firm.Stratum + (ulong)firm.Tier * 31 + (ulong)(uint)firm.Customer * 1009);
        }
        foreach (var settlement in population.Settlements) print += new Fingerprint(
            (ulong)settlement.Enterprise * 31 + (ulong)settlement.Kind, (ulong)settlement.Amount);
        return print.A ^ print.B;
    }

    private CachedRun EntryOf(string run, Func<Task<RunMaterials>> grow, string? planHash = null)
    {
        if (_entries.TryGetValue(run, out var cached)) return cached;
        // A run restarted after the loss of a silo has the same plan: its materials are reused while memory holds them.
        if (planHash is not null && _grownLast is { } last && last.PlanHash == planHash && last.Shelf.TryGetTarget(out var grown)
            && !grown.HasFailed) cached = new CachedRun(grown.Materials);
        else
        {
            // Generating 20,000 firms takes a second: off the grain scheduler, and once for all districts.
            cached = new CachedRun(new(() => Task.Run(async () =>
            {
                var materials = await grow();
                return (materials, PrintOf(materials.Population));
            })));
        }
        if (planHash is not null) _grownLast = (planHash, new(cached));
        _entries.Add(run, cached);
        return cached;
    }

    private sealed class CachedRun(Lazy<Task<(RunMaterials Materials, ulong Print)>> materials)
    {
        public Lazy<Task<(RunMaterials Materials, ulong Print)>> Materials => materials;
        public bool HasFailed => materials.IsValueCreated && materials.Value.IsFaulted;
        public int Readers { get; set; }
        public PublicInformation? Information { get; set; }
        public (int Wave, bool Watch, Month Month) InformationFor { get; set; }
    }
}
