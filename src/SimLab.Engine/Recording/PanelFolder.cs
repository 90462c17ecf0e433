using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using SimLab.Engine.Execution;
using SimLab.Engine.Storage;
using SimLab.Model;

namespace SimLab.Engine.Recording;

/// <summary>panel.json: the replayed part of a run, and the hashes that prove it.</summary>
/// <param name="Of">Content address of the run.</param>
/// <param name="Worlds">By arm, its name and the hash of the world, equal in the manifest and the replay.</param>
/// <param name="Files">The tables in the folder, by name.</param>
public sealed record PanelRecord(
    string Of, string ResultHash, string ModelBuild, int Replicate, ImmutableArray<string> Months,
        ImmutableArray<PanelWorld> Worlds, IReadOnlyDictionary<string, FileRecord> Files);

/// <summary>One world of a panel.</summary>
public sealed record PanelWorld(string Arm, string Hash);

/// <summary>
/// Data too large for a recording, recreated from its manifest: the firms one by one, in both arms of any replicate, at
/// the end of any months, with the measures applied to their forms and their events in these months. The whole
/// replicate is replayed, and its hashes are compared with the manifest's before the folder gets its final name.
/// </summary>
public sealed class PanelFolder : IAsyncDisposable
{
    /// <summary>File name of the panel's record.</summary>
    public const string Record = "panel.json";

    private static readonly JsonSerializerOptions Layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    private readonly RunReader _run;
    private readonly AtomicFolder _folder;
    private readonly Dictionary<string, ParquetTable> _tables = [];
    private EnterprisesTable _enterprises = null!;
    private LedgerTable _ledger = null!;
    private EventsTable _events = null!;

    private PanelFolder(RunReader run, string folder)
    {
        _run = run;
        _folder = new(folder);
    }

    /// <summary>Replays one replicate and writes its panel.</summary>
    /// <param name="run">The recorded run.</param>
    /// <param name="replicate">Number of the replicate.</param>
    /// <param name="months">Months at whose end firms are recorded.</param>
    /// <param name="folder">Must not exist yet; appears when complete.</param>
    /// <param name="cancel">Stops soon, also within a month, and removes everything written.</param>
    /// <exception cref="RunFolderException">This build cannot replay the run, the replay differs, or the folder cannot
    /// be written.</exception>
    public static async Task<PanelRecord> Write(
        RunReader run, int replicate, IReadOnlySet<Month> months, string folder, CancellationToken cancel = default)
    {
        var replay = new ReplayedRun(run, replicate);
        try
        {
            await using var panel = new PanelFolder(run, folder);
            var hashes = await replay.Replay(panel.Create, month =>
                months.Contains(month.Output.Macro.Month) ? panel.Keep(month, replicate) : Task.CompletedTask, cancel);
            return await panel.Complete(
                replicate, months, [.. replay.Plan.Arms.Zip(hashes, (arm, hash) => new PanelWorld(arm.Name, hash))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException(
                folder,
                $"the panel cannot be written ({e.Message.TrimEnd('.')}). Make room or choose another folder; nothing was kept.", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _tables.Values) await table.DisposeAsync();
        _folder.Dispose();
    }

    private async Task Create(RunMaterials materials)
    {
        (_enterprises, _ledger, _events) = (new(materials), new(materials), new(materials));
        _tables.Add(RunFolder.Enterprises, await _enterprises.Create(In(RunFolder.Enterprises)));
        _tables.Add(RunFolder.Ledger, await _ledger.Create(In(RunFolder.Ledger)));
        _tables.Add(RunFolder.Events, await _events.Create(In(RunFolder.Events)));
    }

    private async Task Keep(ReplayedMonth month, int replicate)
    {
        for (var arm = 0; arm < month.Batch.Arms; arm++)
            await _enterprises.Add(month.Output.Macro.Month, arm, replicate, await month.Executor.Inspect(arm));
        await _ledger.Add(month.Batch, month.Output);
        await _events.Add(month.Batch, month.Output);
    }

    private async Task<PanelRecord> Complete(int replicate, IReadOnlySet<Month> months, ImmutableArray<PanelWorld> worlds)
    {
        var files = new Dictionary<string, FileRecord>();
        foreach (var (name, table) in _tables)
        {
            await table.Complete();
            await table.DisposeAsync();
            await using var stream = File.OpenRead(In(name));
            files.Add(name, new(stream.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream)), table.Written));
        }
        var manifest = _run.Manifest;
        var record = new PanelRecord(
            manifest.ContentAddress, manifest.ResultHash, ModelBuild.Hash, replicate,
                [.. months.Order().Select(month => $"{month}")], worlds, files);
        await File.WriteAllTextAsync(In(Record), JsonSerializer.Serialize(record, Layout) + "\n");
        _folder.Commit();
        return record;
    }

    private string In(string name) => System.IO.Path.Combine(_folder.Unfinished, name);
}
