using SimLab.Model;
using SimLab.Model.Economy;

namespace SimLab.Engine.Execution.Recovery;

/// <summary>
/// Checkpoints of a run in one process, one file each. The last two of the batch are retained: if the newer is damaged,
/// the run resumes from the older, or at worst restarts the batch.
/// </summary>
/// <param name="executor">Executor to save and to begin again.</param>
/// <param name="folder">Existing folder.</param>
/// <param name="warn">Called for damaged files.</param>
/// <param name="prefix">Another folder, and the month before which its checkpoints are valid here; null: none.</param>
public sealed class FileCheckpoints(
    IExecutor executor, string folder, Action<Sentence>? warn = null, (string Folder, Month Before)? prefix = null) : ICheckpoints
{
    private const int Retained = 2;

    public async Task<Month> Begin(RunMaterials materials, WorldBatch batch, bool watch, Month notLater, CancellationToken cancel = default)
    {
        foreach (var (month, file) in Of(batch, folder).Concat(OfPrefix(batch)).Where(kept => kept.Month <= notLater)
            .OrderByDescending(kept => kept.Month))
        {
            if (KeptFile.Read(file) is not { } blocks)
            {
                warn?.Invoke($"The checkpoint of {month} is damaged and is not used: {Path.GetFileName(file)}.");
                continue;
            }
            await executor.Begin(materials, batch, watch, Snapshots.Unpack(blocks), cancel);
            return month;
        }
        await executor.Begin(materials, batch, watch, cancel: cancel);
        return materials.Plan.Start - 1;
    }

    public async Task Save(WorldBatch batch, MonthOutput output, Macroeconomy economy, CancellationToken cancel = default)
    {
        var snapshot = await executor.Save(output, economy, cancel);
        KeptFile.Write(Path.Combine(folder, $"{batch.Number:D4}-{output.Macro.Month}.checkpoint"), Snapshots.Pack(snapshot));
        foreach (var (_, old) in Of(batch, folder).Skip(Retained)) File.Delete(old);
    }

    public Task Done(WorldBatch batch)
    {
        foreach (var (_, file) in Of(batch, folder)) File.Delete(file);
        return Task.CompletedTask;
    }

    private IEnumerable<(Month Month, string File)> OfPrefix(WorldBatch batch) =>
        prefix is { } common ? Of(batch, common.Folder).Where(kept => kept.Month < common.Before) : [];

    // Newest first.
    private static IEnumerable<(Month Month, string File)> Of(WorldBatch batch, string folder) =>
        Directory.GetFiles(folder, $"{batch.Number:D4}-*.checkpoint")
        .Select(file => (Month: Month.Parse(Path.GetFileName(file)[5..12]), File: file)).OrderByDescending(kept => kept.Month);
}
