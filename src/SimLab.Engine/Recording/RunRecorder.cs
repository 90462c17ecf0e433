using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using SimLab.Engine.Distribution;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Recovery;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Pages;

namespace SimLab.Engine.Recording;

/// <summary>Everything recorded of a completed run besides its tables.</summary>
/// <param name="Scenario">The scenario simulated.</param>
/// <param name="PopulationHash">Hash of the population recipe.</param>
/// <param name="Result">The result of the run.</param>
/// <param name="TargetsJson">The document that <c>--format json</c> prints.</param>
/// <param name="Report">Texts of the report page beside its charts.</param>
/// <param name="Recovery">Losses the run recovered from; null: none.</param>
public sealed record RunRecord(
    Scenario Scenario, string PopulationHash, RunResult Result, string TargetsJson, ReportInput Report, RecoveryReport? Recovery = null);

/// <summary>
/// Writes a run folder during the run: 1. simulated months are queued; 2. one writer takes them in order and fills the
/// tables, so the run waits only when the writer is two months behind; 3. <see cref="Complete"/> adds the report and,
/// last, the manifest, and gives the folder its name. Without it, disposing removes everything.
/// </summary>
public sealed class RunRecorder : IRecorder, IAsyncDisposable
{
    private const int MonthsBehind = 2;

    private readonly RunFolder _folder;
    private readonly SeriesTable _series;
    private readonly LedgerTable _ledger;
    private readonly EnterprisesTable _enterprises;
    private readonly EventsTable _events;
    private readonly Bunching _bunching;
    private readonly IncidenceRecorder _incidence;
    private readonly Dictionary<string, ParquetTable> _tables = [];
    private readonly Channel<Func<Task>> _queue = Channel.CreateBounded<Func<Task>>(
        new BoundedChannelOptions(MonthsBehind) { SingleReader = true });
    private readonly Task _writing;
    private volatile bool _stopped;

    /// <summary>Starts the writer; the recorder disposes the folder.</summary>
    public RunRecorder(RunFolder folder, RunMaterials materials)
    {
        _folder = folder;
        _series = new(materials);
        _ledger = new(materials);
        _enterprises = new(materials);
        _events = new(materials);
        _bunching = new(materials);
        _incidence = new(materials);
        // A thread of its own: work in the thread pool would wait for the simulation, which keeps the pool busy and
        // waits for us.
        _writing = Task.Factory.StartNew(WriteQueued, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output) => Queue(async () =>
    {
        await _series.Add(batch, output);
        await _ledger.Add(batch, output);
        await _events.Add(batch, output);
        _bunching.Add(batch, output);
        await _incidence.Record(materials, batch, output);
    });

    public Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Enterprise[] states) =>
        Queue(async () =>
        {
            await _incidence.RecordPanel(materials, month, arm, replicate, states);
            if (replicate != 0) return;
            _bunching.AddPanel(month, arm, states);
            await _enterprises.Add(month, arm, replicate, states);
        });

    /// <summary>Who got the money, who won and who lost; ends the recording of months.</summary>
    /// <exception cref="RunFolderException">The tables could not be written; everything written was removed.</exception>
    public async Task<Incidence> Incidence()
    {
        try
        {
            await Written();
            return _incidence.Result();
        }
        catch (Exception failure) when (_folder.Explain(failure) is RunFolderException explained && explained != failure)
        {
            throw explained;
        }
    }

    /// <summary>Completes a successful run: writes report and manifest, and gives the folder its final name.</summary>
    /// <exception cref="RunFolderException">It could not be written; everything written was removed.</exception>
    public async Task<Manifest> Complete(RunRecord record)
    {
        try
        {
            await Written();
            await AddIncidence();
            foreach (var table in _tables.Values) await table.Complete();
            var manifest = await Finish(record);
            await CloseTables();
            _folder.Write(RunFolder.Manifest, manifest.ToSealedJson());
            _folder.Settle();
            return manifest;
        }
        catch (Exception failure) when (_folder.Explain(failure) is RunFolderException explained && explained != failure)
        {
            throw explained;
        }
    }

    /// <summary>Completes and describes the tables of a replay. The folder keeps its hidden name.</summary>
    public async Task<IReadOnlyDictionary<string, FileRecord>> CompleteTables()
    {
        await Written();
        await AddIncidence();
        var files = new Dictionary<string, FileRecord>();
        foreach (var (name, table) in _tables)
        {
            await table.Complete();
            files.Add(name, await Describe(name));
        }
        return files;
    }

    /// <summary>Stops writing and removes an incomplete recording.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopped = true;
        _queue.Writer.TryComplete();
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await CloseTables();
        _folder.Dispose();
    }

    private async Task Queue(Func<Task> write)
    {
        try
        {
            await _queue.Writer.WriteAsync(write);
        }
        catch (ChannelClosedException)
        {
            // The writer closed the queue because it failed: rethrow its failure.
            try
            {
                await _writing;
            }
            catch (Exception failure)
            {
                throw _folder.Explain(failure);
            }
            throw new InvalidOperationException("Bug in SimLab: a month came after the recording was completed.");
        }
    }

    private void WriteQueued()
    {
        try
        {
            CreateTables().GetAwaiter().GetResult();
            while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
                while (_queue.Reader.TryRead(out var write))
                    if (!_stopped) write().GetAwaiter().GetResult();
        }
        catch (Exception failure)
        {
            _queue.Writer.TryComplete(failure);
            throw;
        }
    }

    private async Task CreateTables()
    {
        _tables.Add(RunFolder.Series, await _series.Create(_folder.In(RunFolder.Series)));
        _tables.Add(RunFolder.Ledger, await _ledger.Create(_folder.In(RunFolder.Ledger)));
        _tables.Add(RunFolder.Enterprises, await _enterprises.Create(_folder.In(RunFolder.Enterprises)));
        _tables.Add(RunFolder.Events, await _events.Create(_folder.In(RunFolder.Events)));
    }

    private async Task Written()
    {
        _queue.Writer.TryComplete();
        await _writing;
    }

    private async Task AddIncidence()
    {
        var table = new IncidenceTable();
        _tables.Add(RunFolder.Incidence, await table.Create(_folder.In(RunFolder.Incidence)));
        await table.Add(_incidence.Result());
    }

    private async Task CloseTables()
    {
        foreach (var table in _tables.Values) await table.DisposeAsync();
    }

    private async Task<Manifest> Finish(RunRecord record)
    {
        var (scenario, result) = (record.Scenario, record.Result);
        var plan = result.Materials.Plan;
        var canonical = ScenarioText.Canonical(scenario);
        var address = ContentAddress.Of(canonical, record.PopulationHash, ModelBuild.Hash);
        _folder.Write(RunFolder.Targets, record.TargetsJson);
        _folder.Write(RunFolder.Report, await RunReport.Write(record.Report, result, address, _bunching.Pictures()));
        var files = new Dictionary<string, FileRecord>();
        foreach (var name in RunFolder.Contents.Concat(WriteBranch(scenario)))
            files.Add(name, await Describe(name));
        return new()
        {
            Name = scenario.Name,
            ContentAddress = address,
            ResultHash = result.Hash,
            ModelBuild = ModelBuild.Hash,
            Population = record.PopulationHash,
            Start = $"{plan.Start}",
            Months = plan.Months,
            Replicates = plan.Replicates,
            Seed = plan.Seed,
            Enterprises = result.Materials.Population.Firms.Length,
            Arms = [.. plan.Arms.Select((arm, i) =>
                new ArmRecord(arm.Name, result.WorldHashes[(i * plan.Replicates)..((i + 1) * plan.Replicates)]))],
            Versions = Versions.Running(result.Performance.GrainCalls),
            Performance = result.Performance,
            Recovery = record.Recovery,
            Branch = scenario.Branch is { } branch ? new(branch.Of, $"{branch.At}") : null,
            Machine = Machine.Here,
            Files = files,
            Scenario = JsonNode.Parse(canonical)!,
            Plan = JsonNode.Parse(plan.ToJson())!,
        };
    }

    // A branch has no scenario file elsewhere. Its firms are those in the manifest beside it.
    private IEnumerable<string> WriteBranch(Scenario scenario)
    {
        if (scenario.Branch is null) yield break;
        _folder.Write(
            RunFolder.Scenario, ScenarioLayer.Whole(scenario, RunFolder.Manifest, scenario.Baseline is null ? null : RunFolder.Baseline));
        yield return RunFolder.Scenario;
        if (scenario.Baseline is not { } baseline) yield break;
        _folder.Write(
            RunFolder.Baseline,
            ScenarioLayer.Whole(
            scenario.Under(baseline) with
            {
                Name = baseline.Name,
                NameZh = baseline.NameZh,
                Note = baseline.Note,
                NoteZh = baseline.NoteZh,
                Branch = null,
            },
            RunFolder.Manifest, null));
        yield return RunFolder.Baseline;
    }

    private async Task<FileRecord> Describe(string name)
    {
        await using var stream = new FileStream(_folder.In(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream));
        return new(stream.Length, hash, _tables.TryGetValue(name, out var table) ? table.Written : null);
    }
}
