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

/// <summary>Random keys of the batches of an order.</summary>
public enum BatchKeys
{
    /// <summary>Every batch has its own: with one key for all draws a calibration would fit that key.</summary>
    Own,
    /// <summary>All batches share one: for comparisons between arms.</summary>
    Common,
}

/// <summary>Simulates worlds in the plain loop, a few arms at a time.</summary>
/// <param name="scenario">Gives the first month.</param>
/// <param name="recipe">Recipe of the population.</param>
/// <param name="population">Population generated from it.</param>
/// <param name="memory">Bytes available to enterprise state.</param>
/// <param name="kept">Store for readings of finished batches.</param>
/// <param name="progress">Receives the progress after each batch.</param>
public sealed class BatchedWorlds(
    Scenario scenario, PopulationRecipe recipe, Population population, long memory, WorldStore? kept = null,
        IProgress<Sentence>? progress = null) : ICalibrationWorlds
{
    /// <summary>Arms simulated side by side.</summary>
    public const int ArmsOfABatch = 8;

    private const ulong SeedsApart = 1_000_003;            // batch b of seed s must not have the random keys of another order

    private readonly WorldStore _kept = kept ?? WorldStore.InMemory();
    private readonly string _address = $"{ModelBuild.Hash}\n{RunCache.PrintOf(population):x16}\n{scenario.Start}";

    public async Task<ImmutableArray<SimulatedArm>> Simulate(
        IReadOnlyList<ArmPlan> arms, int replicates, Month last, ulong seed, BatchKeys randomKey = BatchKeys.Own,
            CancellationToken cancel = default)
    {
        var lived = ImmutableArray.CreateBuilder<SimulatedArm>(arms.Count);
        foreach (var (number, batch) in arms.Chunk(ArmsOfABatch).Index())
        {
            lived.AddRange(await Simulate(batch, replicates, last, KeyOf(seed, randomKey == BatchKeys.Own ? number : 0), cancel));
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
            // Arms of a batch share only its random key, so each has a name of its own.
            var frame = string.Create(
                CultureInfo.InvariantCulture, $"simlab calibration 1\n{_address}\n{last} {replicates} {randomKey}\n{reading.Address}");
            WorldKey[] keys = [.. batch.Select(arm => new WorldKey(ArmKey.Of(frame, arm), 0))];
            if (keys.Any(key => _kept.Find(key) is null))
            {
                var lived = await Simulate(batch, replicates, last, randomKey, cancel);
                _kept.Store([.. keys.Zip(lived, (key, arm) => (key, reading.Of(arm)))]);
            }
            read.AddRange(keys.Select(key => _kept.Find(key)!));
            progress?.Report($"{read.Count} of {arms.Count} arms simulated to {last}");
        }
        return read.DrainToImmutable();
    }

    private static ulong KeyOf(ulong seed, int batch) => seed * SeedsApart + (ulong)batch;

    private async Task<ImmutableArray<SimulatedArm>> Simulate(
        ArmPlan[] batch, int replicates, Month last, ulong randomKey, CancellationToken cancel)
    {
        var plan = RunPlan.Of(scenario, recipe)
            with
        { Arms = [.. batch], Replicates = replicates, Months = last - scenario.Start + 1, Seed = randomKey };
        await using var executor = new LoopExecutor();
        var result = await Simulation.Run(new(plan, population), executor, memory, cancel: cancel);
        return [.. Enumerable.Range(0, batch.Length).Select(arm => new SimulatedArm(result.Series, arm))];
    }
}
