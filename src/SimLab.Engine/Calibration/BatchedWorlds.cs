using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Effects;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;

namespace SimLab.Engine.Calibration;

/// <summary>Whose luck the batches of an order have.</summary>
public enum BatchKeys
{
    /// <summary>Every batch has its own: with one luck for all draws a calibration would fit that luck.</summary>
    Own,
    /// <summary>All have the same: arms are to be compared with each other.</summary>
    Common,
}

/// <summary>Worlds of the bare loop, a few arms at a time.</summary>
/// <param name="scenario">Gives the first month.</param>
/// <param name="recipe">Of the population.</param>
/// <param name="population">Grown from it.</param>
/// <param name="memory">Bytes that enterprise state may take.</param>
/// <param name="kept">Where readings of finished batches are kept.</param>
/// <param name="progress">Told after each batch.</param>
public sealed class BatchedWorlds(
    Scenario scenario, PopulationRecipe recipe, Population population, long memory, WorldStore? kept = null, IProgress<string>? progress = null) : ICalibrationWorlds
{
    /// <summary>Arms that are lived side by side.</summary>
    public const int ArmsOfABatch = 8;

    private const ulong SeedsApart = 1_000_003;            // luck of batch b of seed s must not be that of another order

    private readonly WorldStore _kept = kept ?? WorldStore.InMemory();
    private readonly string _address = $"{ModelBuild.Hash}\n{RunCache.PrintOf(population):x16}\n{scenario.Start}";

    public async Task<ImmutableArray<SimulatedArm>> Simulate(
        IReadOnlyList<ArmPlan> arms, int replicates, Month last, ulong seed, BatchKeys randomKey = BatchKeys.Own, CancellationToken cancel = default)
    {
        var lived = ImmutableArray.CreateBuilder<SimulatedArm>(arms.Count);
        foreach (var (number, batch) in arms.Chunk(ArmsOfABatch).Index())
        {
            lived.AddRange(await Live(batch, replicates, last, KeyOf(seed, randomKey == BatchKeys.Own ? number : 0), cancel));
            progress?.Report($"{lived.Count} of {arms.Count} arms simulated to {last}");
        }
        return lived.DrainToImmutable();
    }

    public async Task<ImmutableArray<double[]>> Read(
        IReadOnlyList<ArmPlan> arms, int replicates, Month last, ulong seed, WorldReading reading, CancellationToken cancel = default)
    {
        var read = ImmutableArray.CreateBuilder<double[]>(arms.Count);
        foreach (var (number, batch) in arms.Chunk(ArmsOfABatch).Index())
        {
            var randomKey = KeyOf(seed, number);
            // Arms of a batch share its luck and nothing else, so each has a name of its own.
            var frame = string.Create(CultureInfo.InvariantCulture, $"simlab calibration 1\n{_address}\n{last} {replicates} {randomKey}\n{reading.Address}");
            WorldKey[] keys = [.. batch.Select(arm => new WorldKey(ArmKey.Of(frame, arm), 0))];
            if (keys.Any(key => _kept.Find(key) is null))
            {
                var lived = await Live(batch, replicates, last, randomKey, cancel);
                _kept.Store([.. keys.Zip(lived, (key, arm) => (key, reading.Of(arm)))]);
            }
            read.AddRange(keys.Select(key => _kept.Find(key)!));
            progress?.Report($"{read.Count} of {arms.Count} arms simulated to {last}");
        }
        return read.DrainToImmutable();
    }

    private static ulong KeyOf(ulong seed, int batch) => seed * SeedsApart + (ulong)batch;

    private async Task<ImmutableArray<SimulatedArm>> Live(ArmPlan[] batch, int replicates, Month last, ulong randomKey, CancellationToken cancel)
    {
        var plan = RunPlan.Of(scenario, recipe) with { Arms = [.. batch], Replicates = replicates, Months = last - scenario.Start + 1, Seed = randomKey };
        await using var executor = new LoopExecutor();
        var result = await Simulation.Run(new(plan, population), executor, memory, cancel: cancel);
        return [.. Enumerable.Range(0, batch.Length).Select(arm => new SimulatedArm(result.Series, arm))];
    }
}
