using System.Text.Json;
using SimLab.Engine.Execution;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Explaining;

/// <summary>A month of the replicate as it has just been lived, with all its papers on the table.</summary>
internal sealed record RelivedMonth(RunMaterials Materials, World[] Worlds, MonthTaken Taken, LoopExecutor Executor);

/// <summary>
/// Lives one replicate of a recorded run once more, all arms, in the bare loop, and looks closer than the recording did.
/// The plan in the manifest determines every bit; the world hashes tell that it was the same life.
/// </summary>
public sealed class Reliving
{
    private readonly RunReader _run;
    private readonly Lazy<RunMaterials> _materials;

    /// <exception cref="RunFolderException">The folder does not hold the plan, or this build cannot read it.</exception>
    public Reliving(RunReader run, int replicate)
    {
        _run = run;
        Replicate = replicate;
        Plan = PlanOf(run);
        _materials = new(() => new(Plan));                 // grown for the first life, and there for the next
        if (replicate < 0 || replicate >= Plan.Replicates)
            throw new RunFolderException(run.Path, $"there is no replicate {replicate}. The run has {Plan.Replicates}: 0 to {Plan.Replicates - 1}.");
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
    internal async Task<string[]> Live(Action<RunMaterials> begin, Action<RelivedMonth> see, CancellationToken cancel)
    {
        var materials = _materials.Value;
        begin(materials);
        var wave = new Wave(0, Replicate, 1, Plan.Arms.Length) { Watched = Replicate };
        var worlds = wave.In(Plan, watch: true);
        var chronicle = new Chronicle(materials);
        var province = new Province(materials, worlds);
        await using var loop = new LoopExecutor();
        await loop.Begin(materials, wave, watch: true);
        for (var month = Plan.Start; month <= Plan.LastMonth; month += 1)
        {
            cancel.ThrowIfCancellationRequested();
            var news = province.News(month);
            var taken = await loop.Live(news);
            province.Close(news, taken.Cells);
            chronicle.Keep(materials, wave, taken);
            see(new(materials, worlds, taken, loop));
        }
        var left = await loop.Finish();
        string[] hashes = [.. left.Select((print, arm) => Simulation.WorldHash(chronicle, arm, Replicate, print))];
        for (var arm = 0; arm < hashes.Length; arm++)
            if (hashes[arm] != Manifest.Arms[arm].WorldHashes[Replicate]) throw Different(arm, hashes[arm]);
        return hashes;
    }

    private RunFolderException Different(int arm, string hash) => new(Folder,
        $"lived again, replicate {Replicate} of \"{Plan.Arms[arm].Name}\" comes out differently: hash {hash[..16]} instead of {Manifest.Arms[arm].WorldHashes[Replicate][..16]}. "
        + $"It was recorded by build {Manifest.ModelBuild[..16]} of the model and this is build {ModelBuild.Hash[..16]}. Explain it with the SimLab that recorded it, or run the scenario again.");

    /// <summary>The plan in the manifest.</summary>
    /// <exception cref="RunFolderException">It holds none, or one of another build that this one cannot read.</exception>
    internal static RunPlan PlanOf(RunReader run)
    {
        if (run.Manifest.Plan is not { } plan)
            throw new RunFolderException(run.Path, "its manifest holds no plan to live the run by: an earlier SimLab recorded it. Run the scenario again.");
        try
        {
            return RunPlan.FromJson(plan.ToJsonString(), MeasureCatalog.Default);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new RunFolderException(run.Path,
                $"its plan is of another build of SimLab and cannot be read by this one ({e.Message.TrimEnd('.')}). Explain it with the SimLab that recorded it, or run the scenario again.", e);
        }
    }
}
