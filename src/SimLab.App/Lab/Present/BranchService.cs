using SimLab.App.Lab.Jobs;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine.Branching;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Recovery;
using SimLab.Engine.Populations;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Present;

/// <summary>
/// Branches of the runs that presenters show: each is a separate run folder under the lab's data, identified by the
/// content address of its result. One is simulated at a time.
/// </summary>
internal sealed class BranchService(LabSettings settings) : IDisposable
{
    private const string Prefix = "branch-";
    private const int ShortAddress = 16;

    private readonly SemaphoreSlim _turn = new(1);

    private string Branches => Path.Combine(settings.Data, "branches");

    /// <summary>Ids and names of the finished branches.</summary>
    public IEnumerable<(string Id, string Name)> All => !Directory.Exists(Branches) ? [] :
        from folder in Directory.EnumerateDirectories(Branches).Order(StringComparer.Ordinal)
        let name = Path.GetFileName(folder)
        where name.Length == ShortAddress && NameOf(folder) is not null
        select (Prefix + name, NameOf(folder)!);

    /// <summary>The branch's run folder; null: no such branch.</summary>
    public string? FolderOf(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) && id[Prefix.Length..] is var address && address.Length == ShortAddress
            && address.All(char.IsAsciiHexDigit)
        && Path.Combine(Branches, address) is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>
    /// Simulates a branch to its end: from the prefix stored with the parent if there is one, else from the first
    /// month.
    /// </summary>
    /// <param name="parent">The parent run.</param>
    /// <param name="branch">Made by <see cref="Branch.Of"/>.</param>
    /// <param name="keep">Whether to store the shared prefix with the parent first, for later branches from the same
    /// month.</param>
    /// <param name="progress">Receives the completed share, 0–1.</param>
    /// <returns>The id of the branch; a known branch is not simulated again.</returns>
    public async Task<string> Run(RunReader parent, Scenario branch, bool keep, IProgress<double> progress, CancellationToken cancel)
    {
        var population = PopulationSource.Of(branch);
        var address = ContentAddress.Of(branch, population.Hash);
        var id = Prefix + address[..ShortAddress];
        await _turn.WaitAsync(cancel);
        try
        {
            if (FolderOf(id) is null) await Record(parent, branch, keep, population, address, progress, cancel);
            return id;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task Record(
        RunReader parent, Scenario branch, bool keep, PopulationFile population, string address, IProgress<double> progress,
        CancellationToken cancel)
    {
        var materials = new RunMaterials(RunPlan.Of(branch, population.Recipe), population.Generate(branch.Seed));
        Directory.CreateDirectory(Branches);
        using var folder = new RunFolder(Path.Combine(Branches, address[..ShortAddress]));
        var prefix = keep
            ? await PersistedPrefix.Persist(
            parent, branch.Branch!.At - 1, FullRuns.Loop(), FullRuns.Memory, new Share(progress), cancel) : PersistedPrefix.Find(parent);
        var loop = FullRuns.Loop();
        await using var executor = prefix is null ? (IExecutor)loop
            : prefix.Under(loop, branch.Branch!.At, folder.Journal, new CheckpointPolicy(int.MaxValue), new RecoveryReport());
        await using var recorder = new RunRecorder(folder, materials);
        var result = await Simulation.Run(
            materials, executor, prefix?.Memory ?? FullRuns.Memory, recorder, new Share(progress), cancel: cancel);
        await FullRuns.Complete(recorder, branch, population, result, address);
    }

    /// <summary>The name of a run; null: its manifest is unreadable, and opening the run reports the error.</summary>
    public static string? NameOf(string folder)
    {
        try
        {
            return Manifest.FromSealedJson(File.ReadAllText(Path.Combine(folder, RunFolder.Manifest))).Name;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private sealed class Share(IProgress<double> told) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => told.Report(value.MonthsDone / (double)value.MonthsInAll);
    }
}
