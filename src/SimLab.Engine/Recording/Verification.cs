using SimLab.Engine.Execution;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Recording;

/// <summary>
/// Verifies a recording against its manifest: 1. replays the manifest's plan, all worlds, in the batches of the
/// recording; 2. writes its tables again, to a temporary folder; 3. compares result, worlds and tables by hash.
/// targets.json and report.html contain timings and are not recreated; the manifest's hashes cover them.
/// </summary>
public sealed class Verification
{
    private readonly RunReader _run;
    private readonly RunPlan _plan;
    private readonly List<string> _differences = [];

    /// <summary>Prepares the verification of a run recorded by this build.</summary>
    /// <exception cref="RunFolderException">Another build recorded it, or its manifest has no plan.</exception>
    public Verification(RunReader run)
    {
        _run = run;
        var (theirs, ours) = (run.Manifest.ModelBuild, ModelBuild.Hash);
        if (theirs != ours)
            throw new RunFolderException(run.Path,
                $"it was recorded by build {Short(theirs)} of the model (SimLab {run.Manifest.Versions.SimLab}) and this is build "
                    + $"{Short(ours)}, so it cannot be verified here: "
                + $"another build may rightly come to other figures. Its files are as its manifest lists them. Verify it with the SimLab "
                    + $"that recorded it.");
        _plan = run.Plan;
    }

    /// <summary>Replays the run. Takes about as much time and disk space as the recording.</summary>
    /// <returns>Differences, one sentence each; empty: none.</returns>
    public async Task<IReadOnlyList<string>> Compare(
        IExecutor executor, IProgress<RunProgress>? progress = null, CancellationToken cancel = default)
    {
        var materials = new RunMaterials(_plan);
        var memory = await ReplicatesPerBatch() * _plan.Arms.Length * materials.Population.Firms.Length * Enterprise.Bytes;
        using var folder = new RunFolder(Path.Combine(Path.GetTempPath(), $"simlab-verify-{Guid.NewGuid():N}"));
        await using var recorder = new RunRecorder(folder, materials);
        var result = await Simulation.Run(materials, executor, memory, recorder, progress, cancel: cancel);
        CompareManifest(materials);
        CompareWorlds(result);
        CompareTables(await recorder.CompleteTables());
        return _differences;
    }

    // A batch is one row group for month zero and one per month. The replicates per batch determine the order of rows.
    private async Task<long> ReplicatesPerBatch()
    {
        var groups = 0;
        await foreach (var _ in _run.Read(RunFolder.Series)) groups++;
        var batches = Math.Clamp(groups / (_plan.Months + 1), 1, _plan.Replicates);
        return (_plan.Replicates + batches - 1) / batches;
    }

    private void CompareManifest(RunMaterials materials)
    {
        var manifest = _run.Manifest;
        Same("start", manifest.Start, $"{_plan.Start}");
        Same("months", manifest.Months, _plan.Months);
        Same("replicates", manifest.Replicates, _plan.Replicates);
        Same("seed", manifest.Seed, _plan.Seed);
        Same("enterprises", manifest.Enterprises, materials.Population.Firms.Length);
        Same("arms", string.Join(", ", manifest.Arms.Select(arm => arm.Name)), string.Join(", ", _plan.Arms.Select(arm => arm.Name)));

        void Same<T>(string what, T told, T planned)
        {
            if (!Equals(told, planned)) _differences.Add($"{RunFolder.Manifest} says {what} {told}, and its own plan says {planned}.");
        }
    }

    private void CompareWorlds(RunResult result)
    {
        if (_run.Manifest.ResultHash != result.Hash)
            _differences.Add($"The result has hash {Short(result.Hash)}, and {RunFolder.Manifest} says {Short(_run.Manifest.ResultHash)}.");
        for (var arm = 0; arm < _plan.Arms.Length; arm++)
        {
            var recorded = arm < _run.Manifest.Arms.Count ? _run.Manifest.Arms[arm].WorldHashes : [];
            for (var replicate = 0; replicate < _plan.Replicates; replicate++)
            {
                var lived = result.WorldHashes[arm * _plan.Replicates + replicate];
                var told = replicate < recorded.Count ? recorded[replicate] : "";
                if (told != lived)
                    _differences.Add(
                        $"Replicate {replicate} of \"{_plan.Arms[arm].Name}\" has hash {Short(lived)}, and {RunFolder.Manifest} says "
                        + $"{(told == "" ? "nothing of it" : Short(told))}.");
            }
        }
    }

    private void CompareTables(IReadOnlyDictionary<string, FileRecord> tables)
    {
        foreach (var (name, again) in tables.OrderBy(table => table.Key, StringComparer.Ordinal))
        {
            var recorded = _run.Manifest.Files[name];
            if (recorded.Sha256 != again.Sha256)
                _differences.Add(recorded.Rows == again.Rows
                    ? $"{name} holds other values: SHA-256 {Short(recorded.Sha256)} instead of {Short(again.Sha256)}, in as many rows "
                        + $"({again.Rows:N0})."
                    : $"{name} holds {recorded.Rows:N0} rows instead of {again.Rows:N0}: SHA-256 {Short(recorded.Sha256)} instead of "
                        + $"{Short(again.Sha256)}.");
        }
    }

    private static string Short(string hash) => hash.Length > 16 ? hash[..16] : hash;
}
