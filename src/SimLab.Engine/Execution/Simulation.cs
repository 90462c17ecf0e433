using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SimLab.Model;
using SimLab.Model.Papers;

namespace SimLab.Engine.Execution;

/// <summary>Where a run stands.</summary>
public readonly record struct RunProgress(int MonthsDone, int MonthsInAll, Month Month, int Wave, int Waves, TimeSpan Elapsed);

/// <summary>What a run measured of itself.</summary>
/// <param name="StartupSeconds">From the order to the first month.</param>
/// <param name="EnterpriseMonthWorlds">Enterprises (vacant slots included) × months × worlds.</param>
public sealed record Performance(double WallSeconds, double StartupSeconds, long GrainCalls, long EnterpriseMonthWorlds, long PeakMemoryBytes);

/// <summary>A finished run.</summary>
/// <param name="Hash">SHA-256 over all months and final states of all worlds; the same on any executor, thread count or wave size.</param>
/// <param name="WorldHashes">By arm, then replicate.</param>
public sealed record RunResult(RunMaterials Materials, Chronicle Chronicle, string Hash, string[] WorldHashes, Performance Performance);

/// <summary>The months that the arms of a study have in common, lived once by one arm in all replicates.</summary>
public sealed record Trunk(Chronicle Chronicle, Snapshot Snapshot);

/// <summary>Keeps what happens. It sees copies; nothing it does can change the run.</summary>
public interface IRecorder
{
    /// <summary>A month of a wave has been lived. Called in order of wave and month.</summary>
    Task Keep(RunMaterials materials, Wave wave, MonthTaken taken);

    /// <summary>At year ends and at the end of a wave: the states of a world, in order of enterprise.</summary>
    Task KeepPanel(RunMaterials materials, Month month, int arm, int replicate, Model.Enterprises.Enterprise[] states);
}

/// <summary>
/// A run, month by month: 1. split the replicates into waves that fit the memory; 2. for each wave, put the firms at month
/// zero; 3. each month: news → live and settle → check the books → keep; 4. fingerprint what is left.
/// </summary>
public static class Simulation
{
    /// <param name="materials">Plan, population, districts.</param>
    /// <param name="executor">Grains or the bare loop.</param>
    /// <param name="memory">Bytes that enterprise state may take; more worlds than fit go in waves.</param>
    /// <param name="recorder">Null: nothing is recorded.</param>
    /// <param name="progress">Told after each month.</param>
    /// <param name="trunk">Where all arms go on from, see <see cref="GrowTrunk"/>; null: from month zero. Changes no bit of the result.</param>
    /// <param name="from">First replicate to live; those before it have been lived elsewhere and are in no hash here.</param>
    /// <param name="cancel">Stops the run between two months.</param>
    public static async Task<RunResult> Run(
        RunMaterials materials, IExecutor executor, long memory, IRecorder? recorder = null, IProgress<RunProgress>? progress = null,
        Trunk? trunk = null, int from = 0, CancellationToken cancel = default)
    {
        var clock = Stopwatch.StartNew();
        var plan = materials.Plan;
        var waves = Wave.Split(plan, materials.Population.Firms.Length, memory, from);
        if (trunk is not null) _ = new Descent(trunk.Snapshot.Wave, new(0, from, plan.Replicates - from, plan.Arms.Length));   // refuses what does not fit
        var chronicle = new Chronicle(materials, trunk?.Chronicle);
        var first = trunk is null ? plan.Start : trunk.Snapshot.Month + 1;
        var toLive = plan.LastMonth - first + 1;
        var prints = new Fingerprint?[plan.Arms.Length * plan.Replicates];
        var startup = TimeSpan.Zero;

        foreach (var wave in waves)
        {
            await executor.Begin(materials, wave, watch: recorder is not null, trunk?.Snapshot);
            if (wave.Number == 0) startup = clock.Elapsed;
            var (province, tills) = Opening(materials, wave, trunk?.Snapshot);
            for (var month = first; month <= plan.LastMonth; month += 1)
            {
                cancel.ThrowIfCancellationRequested();
                var news = province.News(month);
                var taken = await executor.Live(news);
                province.Close(news, taken.Cells);
                chronicle.Keep(materials, wave, taken);
                CheckBooks(chronicle, wave, month, tills);
                tills = [.. taken.Tills];                  // a copy: a recorder may do with its own what it likes
                if (recorder is not null)
                {
                    await recorder.Keep(materials, wave, taken);
                    if (wave.FirstReplicate == 0 && (month.EndsYear || month == plan.LastMonth)) await KeepPanels(materials, executor, recorder, wave, month);
                }
                progress?.Report(new(wave.Number * toLive + (month - first) + 1, waves.Length * toLive, month, wave.Number + 1, waves.Length, clock.Elapsed));
            }
            var left = await executor.Finish();
            for (var arm = 0; arm < wave.Arms; arm++)
                for (var i = 0; i < wave.Replicates; i++)
                    prints[arm * plan.Replicates + wave.FirstReplicate + i] = left[wave.World(arm, wave.FirstReplicate + i)];
        }

        var worldHashes = WorldHashes(chronicle, prints);
        var hash = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(string.Concat(worldHashes))));
        return new(materials, chronicle, hash, worldHashes, new(
            clock.Elapsed.TotalSeconds, startup.TotalSeconds, executor.GrainCalls,
            (long)materials.Population.Firms.Length * toLive * worldHashes.Length, Process.GetCurrentProcess().PeakWorkingSet64));
    }

    /// <summary>Lives the only arm of the plan to the end of the month, for other arms to go on from; replicates from the given one on.</summary>
    public static async Task<Trunk> GrowTrunk(RunMaterials materials, IExecutor executor, Month last, int from = 0, CancellationToken cancel = default)
    {
        var plan = materials.Plan;
        var wave = new Wave(0, from, plan.Replicates - from, plan.Arms.Length);
        await executor.Begin(materials, wave, watch: false);
        var chronicle = new Chronicle(materials);
        var (province, tills) = Opening(materials, wave, null);
        MonthTaken? taken = null;
        for (var month = plan.Start; month <= last; month += 1)
        {
            cancel.ThrowIfCancellationRequested();
            taken = await executor.Live(province.News(month));
            province.Close(taken.News, taken.Cells);
            chronicle.Keep(materials, wave, taken);
            CheckBooks(chronicle, wave, month, tills);
            tills = [.. taken.Tills];
        }
        return new(chronicle, await executor.Save(
            taken ?? throw new InvalidOperationException($"Bug in SimLab: nothing of a run that starts in {plan.Start} is lived by the end of {last}."), province));
    }

    private static (Province Province, ChainTill[] Tills) Opening(RunMaterials materials, Wave wave, Snapshot? from)
    {
        var worlds = wave.In(materials.Plan, watch: false);
        if (from is null) return (new(materials, worlds), new ChainTill[worlds.Length]);
        var descent = new Descent(from.Wave, wave);
        return (new(materials, worlds, from, descent), [.. worlds.Select((_, world) => from.Tills[descent.ParentOf(world)])]);
    }

    private static async Task KeepPanels(RunMaterials materials, IExecutor executor, IRecorder recorder, Wave wave, Month month)
    {
        for (var arm = 0; arm < wave.Arms; arm++)
            await recorder.KeepPanel(materials, month, arm, 0, await executor.Look(wave.World(arm, 0)));
    }

    private static void CheckBooks(Chronicle chronicle, Wave wave, Month month, ChainTill[] tills)
    {
        for (var arm = 0; arm < wave.Arms; arm++)
        {
            for (var i = 0; i < wave.Replicates; i++)
            {
                var replicate = wave.FirstReplicate + i;
                Books.Check(month, chronicle.Row(arm, replicate, month - 1), chronicle.Row(arm, replicate, month),
                    tills[wave.World(arm, replicate)], $"arm {arm}, replicate {replicate}");
            }
        }
    }

    private static string[] WorldHashes(Chronicle chronicle, Fingerprint?[] prints)
    {
        var replicates = chronicle.Plan.Replicates;
        return [.. from i in Enumerable.Range(0, prints.Length) where prints[i] is not null select WorldHash(chronicle, i / replicates, i % replicates, prints[i]!.Value)];
    }

    /// <summary>SHA-256 over all months of one world and its final states.</summary>
    internal static string WorldHash(Chronicle chronicle, int arm, int replicate, Fingerprint left)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var month = chronicle.Plan.Start - 1; month <= chronicle.Plan.LastMonth; month += 1)
            sha.AppendData(MemoryMarshal.AsBytes(chronicle.Row(arm, replicate, month)));
        var tail = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(tail, left.A);
        BinaryPrimitives.WriteUInt64LittleEndian(tail.AsSpan(8), left.B);
        sha.AppendData(tail);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
