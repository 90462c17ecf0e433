using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution;

/// <summary>Where a run stands.</summary>
public readonly record struct RunProgress(int MonthsDone, int MonthsInAll, Month Month, int Batch, int Batches, TimeSpan Elapsed);

/// <summary>What a run measured of itself.</summary>
/// <param name="StartupSeconds">From the order to the first month.</param>
/// <param name="EnterpriseMonthWorlds">Enterprises (vacant slots included) × months × worlds.</param>
public sealed record Performance(
    double WallSeconds, double StartupSeconds, long GrainCalls, long EnterpriseMonthWorlds, long PeakMemoryBytes);

/// <summary>A finished run.</summary>
/// <param name="Hash">SHA-256 over all months and final states of all worlds; the same on any executor, thread count or wave size.</param>
/// <param name="WorldHashes">By arm, then replicate.</param>
public sealed record RunResult(RunMaterials Materials, RunSeries Series, string Hash, string[] WorldHashes, Performance Performance);

/// <summary>The months that the arms of a study have in common, lived once by one arm in all replicates.</summary>
public sealed record SharedPrefix(RunSeries Series, Snapshot Snapshot);

/// <summary>Keeps what happens. It sees copies; nothing it does can change the run.</summary>
public interface IRecorder
{
    /// <summary>A month of a wave has been lived. Called in order of wave and month.</summary>
    Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output);

    /// <summary>
    /// The states of a world, in order of enterprise: of the first replicate at year ends, and at the end of the run of the
    /// replicates whose support is recorded. All arms of a replicate follow each other.
    /// </summary>
    Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Model.Enterprises.Enterprise[] states);
}

/// <summary>
/// A run, month by month: 1. split the replicates into waves that fit the memory; 2. for each wave, put the firms at month
/// zero; 3. each month: news → live and settle → check the books → keep; 4. fingerprint what is left.
/// </summary>
public static class Simulation
{
    private const int CostPlaces = 32;                     // in the hash of a month

    /// <param name="materials">Plan, population, districts.</param>
    /// <param name="executor">Grains or the bare loop.</param>
    /// <param name="memory">Bytes that enterprise state may take; more worlds than fit go in waves.</param>
    /// <param name="recorder">Null: nothing is recorded.</param>
    /// <param name="progress">Told after each month.</param>
    /// <param name="prefix">Where all arms go on from, see <see cref="SimulatePrefix"/>; null: from month zero.
    /// Changes no bit of the result.</param>
    /// <param name="from">First replicate to live; those before it have been lived elsewhere and are in no hash here.</param>
    /// <param name="cancel">Stops the run, also in the middle of a month; of that month nothing is kept.</param>
    public static async Task<RunResult> Run(
        RunMaterials materials, IExecutor executor, long memory, IRecorder? recorder = null, IProgress<RunProgress>? progress = null,
        SharedPrefix? prefix = null, int from = 0, CancellationToken cancel = default)
    {
        var clock = Stopwatch.StartNew();
        var plan = materials.Plan;
        var batches = WorldBatch.Split(plan, materials.Population.Firms.Length, memory, from);
        // refuses what does not fit
        if (prefix is not null) _ = new WorldMapping(prefix.Snapshot.Batch, new(0, from, plan.Replicates - from, plan.Arms.Length));
        var series = new RunSeries(materials, prefix?.Series);
        var first = prefix is null ? plan.Start : prefix.Snapshot.Month + 1;
        var toLive = plan.LastMonth - first + 1;
        var prints = new Fingerprint?[plan.Arms.Length * plan.Replicates];
        var startup = TimeSpan.Zero;

        foreach (var batch in batches)
        {
            await executor.Begin(materials, batch, watch: recorder is not null, prefix?.Snapshot, cancel);
            if (batch.Number == 0) startup = clock.Elapsed;
            var (economy, inTransit) = InitialState(materials, batch, prefix?.Snapshot);
            await foreach (var output in Months(materials, batch, executor, economy, first, plan.LastMonth, series, inTransit, cancel))
            {
                var month = output.Macro.Month;
                if (recorder is not null)
                {
                    await recorder.Record(materials, batch, output);
                    if (month.EndsYear || month == plan.LastMonth)
                        await RecordPanels(materials, executor, recorder, batch, month, cancel);
                }
                progress?.Report(new(
                    batch.Number * toLive + (month - first) + 1, batches.Length * toLive, month, batch.Number + 1, batches.Length,
                        clock.Elapsed));
            }
            var left = await executor.Finish(cancel);
            for (var arm = 0; arm < batch.Arms; arm++)
                for (var i = 0; i < batch.Replicates; i++)
                    prints[arm * plan.Replicates + batch.FirstReplicate + i] = left[batch.World(arm, batch.FirstReplicate + i)];
        }

        var worldHashes = WorldHashes(series, prints);
        var hash = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(string.Concat(worldHashes))));
        return new(materials, series, hash, worldHashes, new(
            clock.Elapsed.TotalSeconds, startup.TotalSeconds, executor.GrainCalls,
            (long)materials.Population.Firms.Length * toLive * worldHashes.Length, Process.GetCurrentProcess().PeakWorkingSet64));
    }

    /// <summary>Lives the only arm of the plan to the end of the month, for other arms to go on from; replicates from
    /// the given one on.</summary>
    public static async Task<SharedPrefix> SimulatePrefix(
        RunMaterials materials, IExecutor executor, Month last, int from = 0, CancellationToken cancel = default)
    {
        var plan = materials.Plan;
        var batch = new WorldBatch(0, from, plan.Replicates - from, plan.Arms.Length);
        await executor.Begin(materials, batch, watch: false, cancel: cancel);
        var series = new RunSeries(materials);
        var (economy, inTransit) = InitialState(materials, batch, null);
        MonthOutput? output = null;
        await foreach (var next in Months(materials, batch, executor, economy, plan.Start, last, series, inTransit, cancel)) output = next;
        return new(series, await executor.Save(
            output ?? throw new InvalidOperationException(
                $"Bug in SimLab: nothing of a run that starts in {plan.Start} is simulated by the end of {last}."), economy, cancel));
    }

    /// <summary>
    /// The months of a batch, one after another: 1. the state of the economy; 2. all enterprises step and all markets settle; 3. the
    /// totals are closed and added to the series; 4. the books must balance. Whoever records, replays or measures goes through it.
    /// </summary>
    /// <param name="materials">Plan, population, districts.</param>
    /// <param name="batch">The worlds, which the executor has begun.</param>
    /// <param name="executor">Grains or the bare loop.</param>
    /// <param name="economy">Closed at the month before <paramref name="first"/>.</param>
    /// <param name="first">First month to simulate.</param>
    /// <param name="last">Last month to simulate.</param>
    /// <param name="series">Where totals are added, with all months before; null: none are kept, and no books are checked.</param>
    /// <param name="inTransit">Money along the chains at the end of the month before, by world; needed with a series.</param>
    /// <param name="cancel">Stops soon, also within a month.</param>
    internal static async IAsyncEnumerable<MonthOutput> Months(
        RunMaterials materials, WorldBatch batch, IExecutor executor, Macroeconomy economy, Month first, Month last,
        RunSeries? series = null, InTransitAccount[]? inTransit = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        for (var month = first; month <= last; month += 1)
        {
            cancel.ThrowIfCancellationRequested();
            var state = economy.Next(month);
            var output = await executor.Step(state, cancel);
            output.Close(economy, state);
            if (series is not null)
            {
                series.Add(materials, batch, output);
                CheckBooks(series, batch, month, inTransit!);
                inTransit = [.. output.InTransit];         // a copy: a recorder may do with its own what it likes
            }
            yield return output;
        }
    }

    private static (Macroeconomy Economy, InTransitAccount[] InTransit) InitialState(
        RunMaterials materials, WorldBatch batch, Snapshot? from)
    {
        var worlds = batch.In(materials.Plan, watch: false);
        if (from is null) return (materials.Economy(worlds), new InTransitAccount[worlds.Length]);
        var mapping = new WorldMapping(from.Batch, batch);
        return (materials.Economy(worlds, from, mapping), [.. worlds.Select((_, world) => from.InTransit[mapping.ParentOf(world)])]);
    }

    private static async Task RecordPanels(
        RunMaterials materials, IExecutor executor, IRecorder recorder, WorldBatch batch, Month month, CancellationToken cancel)
    {
        var wanted = month == materials.Plan.LastMonth ? batch.SupportRecorded : 1;
        for (var replicate = batch.FirstReplicate; replicate < Math.Min(wanted, batch.FirstReplicate + batch.Replicates); replicate++)
            for (var arm = 0; arm < batch.Arms; arm++)
                await recorder.RecordPanel(
                    materials, month, arm, replicate, await executor.Inspect(batch.World(arm, replicate), cancel));
    }

    private static void CheckBooks(RunSeries series, WorldBatch batch, Month month, InTransitAccount[] inTransit)
    {
        for (var arm = 0; arm < batch.Arms; arm++)
        {
            for (var i = 0; i < batch.Replicates; i++)
            {
                var replicate = batch.FirstReplicate + i;
                Books.Check(month, series.Row(arm, replicate, month - 1), series.Row(arm, replicate, month),
                    inTransit[batch.World(arm, replicate)], $"arm {arm}, replicate {replicate}");
            }
        }
    }

    private static string[] WorldHashes(RunSeries series, Fingerprint?[] prints)
    {
        var replicates = series.Plan.Replicates;
        return [.. from i in Enumerable.Range(0, prints.Length) where prints[i] is not null
            select WorldHash(series, i / replicates, i % replicates, prints[i]!.Value)];
    }

    /// <summary>
    /// SHA-256 over all months of one world and its final states. The costs of a month take 32 places, or more where the
    /// measures of the run need them: a document more in the catalogue changes no hash of runs without it.
    /// </summary>
    internal static string WorldHash(RunSeries series, int arm, int replicate, Fingerprint left)
    {
        // The costs follow one blank place.
        var last = series.Plan.Arms.SelectMany(each => each.Ever).Select(m => series.Measures.Of(m.Clause.Id)).DefaultIfEmpty().Max();
        var costs = new long[Math.Max(CostPlaces, last + 2)];
        var measures = Math.Min(series.Measures.Count, costs.Length - 1);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var month = series.Plan.Start - 1; month <= series.Plan.LastMonth; month += 1)
        {
            var row = series.Row(arm, replicate, month);
            row.Slice(Indicators.Count, measures).CopyTo(costs.AsSpan(1));
            sha.AppendData(MemoryMarshal.AsBytes(row[..Indicators.Count]));
            sha.AppendData(MemoryMarshal.AsBytes<long>(costs));
        }
        var tail = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(tail, left.A);
        BinaryPrimitives.WriteUInt64LittleEndian(tail.AsSpan(8), left.B);
        sha.AppendData(tail);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
