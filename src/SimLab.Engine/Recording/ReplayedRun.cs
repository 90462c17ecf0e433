using SimLab.Engine.Execution;
using SimLab.Model.Economy;

namespace SimLab.Engine.Recording;

/// <summary>A month of the replicate as it has just been lived, with all its papers on the table.</summary>
internal sealed record ReplayedMonth(RunMaterials Materials, WorldBatch Batch, World[] Worlds, MonthOutput Output, LoopExecutor Executor);

/// <summary>
/// Lives one replicate of a recorded run once more, all arms, in the bare loop, and looks closer than the recording did.
/// The plan in the manifest determines every bit; the world hashes tell that it was the same life.
/// </summary>
public sealed class ReplayedRun
{
    private readonly RunReader _run;
    private readonly Lazy<RunMaterials> _materials;

    /// <exception cref="RunFolderException">The folder does not hold the plan, or this build cannot read it.</exception>
    public ReplayedRun(RunReader run, int replicate)
    {
        _run = run;
        Replicate = replicate;
        Plan = run.Plan;
        _materials = new(() => new(Plan));                 // grown for the first life, and there for the next
        if (replicate < 0 || replicate >= Plan.Replicates)
            throw new RunFolderException(
                run.Path, $"there is no replicate {replicate}. The run has {Plan.Replicates}: 0 to {Plan.Replicates - 1}.");
    }

    public RunPlan Plan { get; }
    public int Replicate { get; }
    public Manifest Manifest => _run.Manifest;
    public string Folder => _run.Path;

    /// <summary>The policy is the last arm.</summary>
    public int Policy => Plan.Arms.Length - 1;

    /// <summary>The arm run beside the policy; null: it was run alone.</summary>
    public int? Baseline => Plan.Arms.Length > 1 ? 0 : null;

    /// <summary>Lives all months and shows each. A world of the wave is an arm.</summary>
    /// <returns>The world hashes, by arm: they are the recording's.</returns>
    /// <exception cref="RunFolderException">It came out differently: another build of the model made the recording.</exception>
    internal Task<string[]> Replay(Action<RunMaterials> begin, Action<ReplayedMonth> see, CancellationToken cancel) => Replay(
        materials =>
        {
            begin(materials);
            return Task.CompletedTask;
        },
        month =>
        {
            see(month);
            return Task.CompletedTask;
        },
        cancel);

    /// <summary>The same for whoever writes to the disk what it sees.</summary>
    internal async Task<string[]> Replay(Func<RunMaterials, Task> begin, Func<ReplayedMonth, Task> see, CancellationToken cancel)
    {
        var materials = _materials.Value;
        await begin(materials);
        var batch = new WorldBatch(0, Replicate, 1, Plan.Arms.Length) { Watched = Replicate, SupportRecorded = Replicate + 1 };
        var worlds = batch.In(Plan, watch: true);
        var series = new RunSeries(materials);
        var economy = materials.Economy(worlds);
        await using var loop = new LoopExecutor();
        await loop.Begin(materials, batch, watch: true, cancel: cancel);
        var inTransit = new InTransitAccount[worlds.Length];
        await foreach (
            var output in Simulation.Months(materials, batch, loop, economy, Plan.Start, Plan.LastMonth, series, inTransit, cancel))
            await see(new(materials, batch, worlds, output, loop));
        var left = await loop.Finish(cancel);
        string[] hashes = [.. left.Select((print, arm) => Simulation.WorldHash(series, arm, Replicate, print))];
        for (var arm = 0; arm < hashes.Length; arm++)
            if (hashes[arm] != Manifest.Arms[arm].WorldHashes[Replicate]) throw Different(arm, hashes[arm]);
        return hashes;
    }

    private RunFolderException Different(int arm, string hash) => new(Folder,
        $"simulated again, replicate {Replicate} of \"{Plan.Arms[arm].Name}\" comes out differently: hash {hash[..16]} instead of "
            + $"{Manifest.Arms[arm].WorldHashes[Replicate][..16]}. "
        + $"It was recorded by build {Manifest.ModelBuild[..16]} of the model and this is build {ModelBuild.Hash[..16]}. Use the SimLab "
            + $"that recorded it, or run the scenario again.");
}
