using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Recovery;

/// <summary>Journal of a run in one process, as files in one folder.</summary>
/// <param name="folder">Existing folder.</param>
/// <param name="warn">Called for damaged files.</param>
public sealed class FileJournal(string folder, Action<Sentence>? warn = null) : IJournal
{
    public Task<MonthOutput?> Month(RunMaterials materials, WorldBatch batch, Month month) =>
        Task.FromResult(Read(MonthFile(batch, month)) is [_, var packed] ? Packing.Unpack<JournaledMonth>(packed).Output(materials) : null);

    public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output)
    {
        var path = MonthFile(batch, output.Macro.Month);
        var packed = Packing.Pack(JournaledMonth.Of(materials, output), out var digest);
        if (Read(path) is [var before, _])
        {
            if (!before.AsSpan().SequenceEqual(digest)) throw new ReplayDivergedException(output.Macro.Month);
        }
        else KeptFile.Write(path, [digest, packed]);
        return Task.CompletedTask;
    }

    public Task<Enterprise[]?> Panel(WorldBatch batch, Month month, int world) =>
        Task.FromResult(Read(PanelFile(batch, month, world)) is [var packed] ? Packing.Unpack<Block<Enterprise>>(packed).All : null);

    public Task RecordPanel(WorldBatch batch, Month month, int world, Enterprise[] states)
    {
        KeptFile.Write(PanelFile(batch, month, world), [Packing.Pack(new Block<Enterprise>(states))]);
        return Task.CompletedTask;
    }

    public Task<Fingerprint[]?> Prints(WorldBatch batch) =>
        Task.FromResult(Read(PrintsFile(batch)) is [var packed] ? Packing.Unpack<Block<Fingerprint>>(packed).All : null);

    public Task RecordPrints(WorldBatch batch, Fingerprint[] prints)
    {
        KeptFile.Write(PrintsFile(batch), [Packing.Pack(new Block<Fingerprint>(prints))]);
        return Task.CompletedTask;
    }

    private List<byte[]>? Read(string path)
    {
        if (!File.Exists(path)) return null;
        var blocks = KeptFile.Read(path);
        if (blocks is null) warn?.Invoke($"{Path.GetFileName(path)} is damaged and is not used.");
        return blocks;
    }

    private string MonthFile(WorldBatch batch, Month month) => Path.Combine(folder, $"{batch.Number:D4}-{month}.month");

    private string PanelFile(WorldBatch batch, Month month, int world) =>
        Path.Combine(folder, $"{batch.Number:D4}-{month}-{world:D4}.panel");

    private string PrintsFile(WorldBatch batch) => Path.Combine(folder, $"{batch.Number:D4}.prints");
}

/// <summary>
/// Thrown when a replayed month differs from its record: the results of the run can no longer be trusted.
/// </summary>
public sealed class ReplayDivergedException(Month month)
    : InvalidOperationException(
        $"Bug in SimLab: {month} was replayed from a checkpoint with a different result. Another build or a hardware fault can also "
        + $"cause this.");
