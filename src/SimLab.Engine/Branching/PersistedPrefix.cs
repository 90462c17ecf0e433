using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Recovery;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Branching;

/// <summary>
/// The first months of a recorded run, lived once more and kept beside its tables, with all its worlds as they stood at the
/// end of some of them. Branches begin there instead of in the first month, and come to the same bits.
/// </summary>
public sealed class PersistedPrefix
{
    private const string Folder = "trunk";

    private readonly string _folder;

    private PersistedPrefix(string folder, long memory) => (_folder, Memory) = (folder, memory);

    /// <summary>The trunk kept memory of its own waves; a branch that goes on from it lives in the same.</summary>
    public long Memory { get; }

    /// <param name="run">The run it may be kept of.</param>
    /// <param name="warn">Told why a trunk that is there is not used.</param>
    /// <returns>Null: none is kept.</returns>
    public static PersistedPrefix? Find(RunReader run, Action<Sentence>? warn = null)
    {
        var folder = Path.Combine(run.Path, Folder);
        if (!Directory.Exists(folder)) return null;
        try
        {
            var order = OrderFile.Read(folder);
            if (ContentAddress.Of(order.Scenario, order.PopulationHash) == run.Manifest.ContentAddress) return new(folder, order.Memory);
            warn?.Invoke($"The months kept in {folder} are of another run, and are not used.");
        }
        catch (RunFolderException e)
        {
            warn?.Invoke($"The months kept in {folder} are not used: {e.Message}");
        }
        return null;
    }

    /// <summary>Lives the run to the end of the month and keeps it. What was kept before is gone on from.</summary>
    /// <param name="run">The run.</param>
    /// <param name="last">The month before that in which branches are to begin.</param>
    /// <param name="inner">Lives the months; disposed with this.</param>
    /// <param name="memory">Bytes that enterprise state may take.</param>
    /// <param name="progress">Told after each month.</param>
    /// <param name="cancel">Stops soon, also within a month; what was kept until then stays.</param>
    /// <exception cref="RunFolderException">Another build recorded the run, or it cannot be kept here.</exception>
    public static async Task<PersistedPrefix> Persist(
        RunReader run, Month last, IExecutor inner, long memory, IProgress<RunProgress>? progress = null,
            CancellationToken cancel = default)
    {
        Branch.RequireOwnBuild(run);
        var materials = new RunMaterials(run.Plan);
        var prefix = Find(run) ?? Begin(run, materials.Plan, memory);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var plan = materials.Plan;
        var batches = WorldBatch.Split(plan, materials.Population.Firms.Length, prefix.Memory);
        await using var executor = new RecoveringExecutor(
            inner, new FileJournal(prefix._folder), new FileCheckpoints(inner, prefix._folder), new CheckpointPolicy(int.MaxValue),
                new RecoveryReport());
        foreach (var batch in batches)
        {
            await executor.Begin(materials, batch, watch: true, cancel: cancel);
            var economy = materials.Economy(batch.In(plan, watch: false));
            await foreach (var output in Simulation.Months(materials, batch, executor, economy, plan.Start, last, cancel: cancel))
            {
                var month = output.Macro.Month;
                if (batch.FirstReplicate == 0 && month.EndsYear)
                    for (var arm = 0; arm < batch.Arms; arm++) await executor.Inspect(batch.World(arm, 0), cancel);
                if (month == last) await new FileCheckpoints(executor, prefix._folder).Save(batch, output, economy, cancel);
                var months = last - plan.Start + 1;
                progress?.Report(
                    new(batch.Number * months + (month - plan.Start) + 1, batches.Length * months, month, batch.Number + 1,
                    batches.Length, clock.Elapsed));
            }
        }
        return prefix;
    }

    private static PersistedPrefix Begin(RunReader run, RunPlan plan, long memory)
    {
        var folder = Path.Combine(run.Path, Folder);
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);         // of another build, or damaged
            Directory.CreateDirectory(folder);
            OrderFile.Write(folder, new()
            {
                Scenario = RecordedScenario.Of(run),
                PopulationHash = run.Manifest.Population,
                Plan = plan,
                Memory = memory,
                Record = false,
                Executor = "",
                Format = "",
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException(
                folder, $"the months cannot be kept ({e.Message.TrimEnd('.')}). Branch without keeping them, or copy the run to a place "
                + $"you may write to.", e);
        }
        return new(folder, memory);
    }

    /// <summary>Lives a branch of the run: what is kept here is told from here, the rest is lived.</summary>
    /// <param name="inner">Lives the months; disposed with what is returned.</param>
    /// <param name="at">The first month that differs.</param>
    /// <param name="journal">Folder in which the branch keeps its own months; it exists.</param>
    /// <param name="policy">When the branch keeps checkpoints of its own.</param>
    /// <param name="recovery">Counts what happens.</param>
    /// <param name="warn">Told of files that are damaged.</param>
    public IExecutor Under(
        IExecutor inner, Month at, string journal, CheckpointPolicy policy, RecoveryReport recovery, Action<Sentence>? warn = null) =>
        new RecoveringExecutor(
        inner, new BranchJournal(new FileJournal(_folder, warn), new FileJournal(journal, warn), at),
            new FileCheckpoints(inner, journal, warn, (_folder, at)), policy, recovery);

    /// <summary>The months before the branch are the trunk's, and those from it on its own.</summary>
    private sealed class BranchJournal(IJournal prefix, IJournal own, Month at) : IJournal
    {
        public Task<MonthOutput?> Month(RunMaterials materials, WorldBatch batch, Month month) => Of(month).Month(materials, batch, month);

        // What the trunk lacks, because it is damaged or was kept to an earlier month, it gains.
        public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output) =>
            Of(output.Macro.Month).Record(materials, batch, output);

        public Task<Enterprise[]?> Panel(WorldBatch batch, Month month, int world) => Of(month).Panel(batch, month, world);

        public Task RecordPanel(WorldBatch batch, Month month, int world, Enterprise[] states) =>
            Of(month).RecordPanel(batch, month, world, states);

        public Task<Fingerprint[]?> Prints(WorldBatch batch) => own.Prints(batch);

        public Task RecordPrints(WorldBatch batch, Fingerprint[] prints) => own.RecordPrints(batch, prints);

        private IJournal Of(Month month) => month < at ? prefix : own;
    }
}
