using SimLab.Engine.Execution.Grains;
using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Survival;

/// <summary>The journal of a run of one process, as files in one folder.</summary>
/// <param name="folder">It exists.</param>
/// <param name="warn">Told of files that are damaged.</param>
public sealed class FileJournal(string folder, Action<string>? warn = null) : IJournal
{
    public Task<MonthTaken?> Month(RunMaterials materials, Wave wave, Month month) =>
        Task.FromResult(Read(MonthFile(wave, month)) is [_, var packed] ? Packing.Unpack<KeptMonth>(packed).Taken(materials) : null);

    public Task Keep(RunMaterials materials, Wave wave, MonthTaken taken)
    {
        var path = MonthFile(wave, taken.News.Month);
        var packed = Packing.Pack(KeptMonth.Of(materials, taken), out var digest);
        if (Read(path) is [var before, _])
        {
            if (!before.AsSpan().SequenceEqual(digest)) throw new RelivedDifferentlyException(taken.News.Month);
        }
        else KeptFile.Write(path, [digest, packed]);
        return Task.CompletedTask;
    }

    public Task<Enterprise[]?> Panel(Wave wave, Month month, int world) =>
        Task.FromResult(Read(PanelFile(wave, month, world)) is [var packed] ? Packing.Unpack<Sheaf<Enterprise>>(packed).All : null);

    public Task KeepPanel(Wave wave, Month month, int world, Enterprise[] states)
    {
        KeptFile.Write(PanelFile(wave, month, world), [Packing.Pack(new Sheaf<Enterprise>(states))]);
        return Task.CompletedTask;
    }

    public Task<Fingerprint[]?> Prints(Wave wave) =>
        Task.FromResult(Read(PrintsFile(wave)) is [var packed] ? Packing.Unpack<Sheaf<Fingerprint>>(packed).All : null);

    public Task KeepPrints(Wave wave, Fingerprint[] prints)
    {
        KeptFile.Write(PrintsFile(wave), [Packing.Pack(new Sheaf<Fingerprint>(prints))]);
        return Task.CompletedTask;
    }

    private List<byte[]>? Read(string path)
    {
        if (!File.Exists(path)) return null;
        var blocks = KeptFile.Read(path);
        if (blocks is null) warn?.Invoke($"{Path.GetFileName(path)} is damaged and is not used.");
        return blocks;
    }

    private string MonthFile(Wave wave, Month month) => Path.Combine(folder, $"{wave.Number:D4}-{month}.month");

    private string PanelFile(Wave wave, Month month, int world) => Path.Combine(folder, $"{wave.Number:D4}-{month}-{world:D4}.panel");

    private string PrintsFile(Wave wave) => Path.Combine(folder, $"{wave.Number:D4}.prints");
}

/// <summary>A month that was lived again is not what it was: the books of the run can no longer be trusted.</summary>
public sealed class RelivedDifferentlyException(Month month)
    : InvalidOperationException($"Bug in SimLab: {month} was lived again from a checkpoint and came out differently. Another build, or a fault of the machine, would do it too.");
