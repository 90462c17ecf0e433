using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Survival;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Branching;

/// <summary>
/// The first months of a recorded run, lived once more and kept beside its tables, with all its worlds as they stood at the
/// end of some of them. Branches begin there instead of in the first month, and come to the same bits.
/// </summary>
public sealed class KeptTrunk
{
    private const string Folder = "trunk";

    private readonly string _folder;

    private KeptTrunk(string folder, long memory) => (_folder, Memory) = (folder, memory);

    /// <summary>The trunk kept memory of its own waves; a branch that goes on from it lives in the same.</summary>
    public long Memory { get; }

    /// <param name="run">The run it may be kept of.</param>
    /// <param name="warn">Told why a trunk that is there is not used.</param>
    /// <returns>Null: none is kept.</returns>
    public static KeptTrunk? Find(RunReader run, Action<string>? warn = null)
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
    /// <param name="cancel">Stops between two months; what was kept until then stays.</param>
    /// <exception cref="RunFolderException">Another build recorded the run, or it cannot be kept here.</exception>
    public static async Task<KeptTrunk> Keep(
        RunReader run, Month last, IExecutor inner, long memory, IProgress<RunProgress>? progress = null, CancellationToken cancel = default)
    {
        Branch.RequireOwnBuild(run);
        var materials = new RunMaterials(run.Plan);
        var trunk = Find(run) ?? Begin(run, materials.Plan, memory);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var plan = materials.Plan;
        var waves = Wave.Split(plan, materials.Population.Firms.Length, trunk.Memory);
        await using var executor = new SurvivingExecutor(
            inner, new FileJournal(trunk._folder), new FileCheckpoints(inner, trunk._folder), new Rhythm(int.MaxValue), new Survived());
        foreach (var wave in waves)
        {
            await executor.Begin(materials, wave, watch: true);
            var province = new Province(materials, wave.In(plan, watch: false));
            for (var month = plan.Start; month <= last; month += 1)
            {
                cancel.ThrowIfCancellationRequested();
                var news = province.News(month);
                var taken = await executor.Live(news);
                province.Close(news, taken.Cells);
                if (wave.FirstReplicate == 0 && month.EndsYear)
                    for (var arm = 0; arm < wave.Arms; arm++) await executor.Look(wave.World(arm, 0));
                if (month == last) await new FileCheckpoints(executor, trunk._folder).Save(wave, taken, province);
                var months = last - plan.Start + 1;
                progress?.Report(new(wave.Number * months + (month - plan.Start) + 1, waves.Length * months, month, wave.Number + 1, waves.Length, clock.Elapsed));
            }
        }
        return trunk;
    }

    private static KeptTrunk Begin(RunReader run, RunPlan plan, long memory)
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
            throw new RunFolderException(folder, $"the months cannot be kept ({e.Message.TrimEnd('.')}). Branch without keeping them, or copy the run to a place you may write to.", e);
        }
        return new(folder, memory);
    }

    /// <summary>Lives a branch of the run: what is kept here is told from here, the rest is lived.</summary>
    /// <param name="inner">Lives the months; disposed with what is returned.</param>
    /// <param name="at">The first month that differs.</param>
    /// <param name="journal">Folder in which the branch keeps its own months; it exists.</param>
    /// <param name="rhythm">When the branch keeps checkpoints of its own.</param>
    /// <param name="survived">Counts what happens.</param>
    /// <param name="warn">Told of files that are damaged.</param>
    public IExecutor Under(IExecutor inner, Month at, string journal, Rhythm rhythm, Survived survived, Action<string>? warn = null) => new SurvivingExecutor(
        inner, new BranchJournal(new FileJournal(_folder, warn), new FileJournal(journal, warn), at), new FileCheckpoints(inner, journal, warn, (_folder, at)), rhythm, survived);

    /// <summary>The months before the branch are the trunk's, and those from it on its own.</summary>
    private sealed class BranchJournal(IJournal trunk, IJournal own, Month at) : IJournal
    {
        public Task<MonthTaken?> Month(RunMaterials materials, Wave wave, Month month) => Of(month).Month(materials, wave, month);

        // What the trunk lacks, because it is damaged or was kept to an earlier month, it gains.
        public Task Keep(RunMaterials materials, Wave wave, MonthTaken taken) => Of(taken.News.Month).Keep(materials, wave, taken);

        public Task<Enterprise[]?> Panel(Wave wave, Month month, int world) => Of(month).Panel(wave, month, world);

        public Task KeepPanel(Wave wave, Month month, int world, Enterprise[] states) => Of(month).KeepPanel(wave, month, world, states);

        public Task<Fingerprint[]?> Prints(Wave wave) => own.Prints(wave);

        public Task KeepPrints(Wave wave, Fingerprint[] prints) => own.KeepPrints(wave, prints);

        private IJournal Of(Month month) => month < at ? trunk : own;
    }
}
