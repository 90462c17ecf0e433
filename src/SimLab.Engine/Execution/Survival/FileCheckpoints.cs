using SimLab.Model;

namespace SimLab.Engine.Execution.Survival;

/// <summary>
/// Checkpoints of a run of one process, a file each. Two of the wave are kept: should the newer be damaged, the run goes on
/// from the one before, or at worst lives the wave from its beginning.
/// </summary>
/// <param name="executor">What is saved, and begun again.</param>
/// <param name="folder">It exists.</param>
/// <param name="warn">Told of files that are damaged.</param>
/// <param name="trunk">Another folder, and the month before which its checkpoints are ours too; null: there is none.</param>
public sealed class FileCheckpoints(IExecutor executor, string folder, Action<string>? warn = null, (string Folder, Month Before)? trunk = null) : ICheckpoints
{
    private const int Kept = 2;

    public async Task<Month> Begin(RunMaterials materials, Wave wave, bool watch, Month notLater)
    {
        foreach (var (month, file) in Of(wave, folder).Concat(OfTrunk(wave)).Where(kept => kept.Month <= notLater).OrderByDescending(kept => kept.Month))
        {
            if (KeptFile.Read(file) is not { } blocks)
            {
                warn?.Invoke($"The checkpoint of {month} is damaged and is not used: {Path.GetFileName(file)}.");
                continue;
            }
            await executor.Begin(materials, wave, watch, Snapshots.Unpack(blocks));
            return month;
        }
        await executor.Begin(materials, wave, watch);
        return materials.Plan.Start - 1;
    }

    public async Task Save(Wave wave, MonthTaken taken, Province province)
    {
        var snapshot = await executor.Save(taken, province);
        KeptFile.Write(Path.Combine(folder, $"{wave.Number:D4}-{taken.News.Month}.checkpoint"), Snapshots.Pack(snapshot));
        foreach (var (_, old) in Of(wave, folder).Skip(Kept)) File.Delete(old);
    }

    public Task Done(Wave wave)
    {
        foreach (var (_, file) in Of(wave, folder)) File.Delete(file);
        return Task.CompletedTask;
    }

    private IEnumerable<(Month Month, string File)> OfTrunk(Wave wave) =>
        trunk is { } common ? Of(wave, common.Folder).Where(kept => kept.Month < common.Before) : [];

    // Newest first.
    private static IEnumerable<(Month Month, string File)> Of(Wave wave, string folder) => Directory.GetFiles(folder, $"{wave.Number:D4}-*.checkpoint")
        .Select(file => (Month: Month.Parse(Path.GetFileName(file)[5..12]), File: file)).OrderByDescending(kept => kept.Month);
}
