using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Studies;
using SimLab.Model;
using SimLab.Model.Populations;

namespace SimLab.Engine.Calibration;

/// <summary>Whose luck the batches of an order have.</summary>
public enum BatchLuck
{
    /// <summary>Every batch has its own: with one luck for all draws a calibration would fit that luck.</summary>
    Own,
    /// <summary>All have the same: arms are to be compared with each other.</summary>
    Common,
}

/// <summary>Lives worlds for a calibration. What it gives for an arm depends on its place in the order and on nothing that was asked before.</summary>
public interface ICalibrationWorlds
{
    /// <param name="arms">What is assumed in each; any number.</param>
    /// <param name="replicates">Of each arm.</param>
    /// <param name="last">Month they are lived to.</param>
    /// <param name="seed">Of their luck.</param>
    /// <param name="luck">Whether batches share it.</param>
    /// <param name="cancel">Stops between two months.</param>
    Task<ImmutableArray<Lived>> Live(
        IReadOnlyList<ArmPlan> arms, int replicates, Month last, ulong seed, BatchLuck luck = BatchLuck.Own, CancellationToken cancel = default);
}

/// <summary>Worlds of the bare loop, a few arms at a time.</summary>
/// <param name="scenario">Gives the first month.</param>
/// <param name="recipe">Of the population.</param>
/// <param name="population">Grown from it.</param>
/// <param name="memory">Bytes that enterprise state may take.</param>
/// <param name="progress">Told after each batch.</param>
public sealed class BatchedWorlds(Scenario scenario, PopulationRecipe recipe, Population population, long memory, IProgress<string>? progress = null) : ICalibrationWorlds
{
    /// <summary>Arms that are lived side by side.</summary>
    public const int ArmsOfABatch = 8;

    private const ulong SeedsApart = 1_000_003;            // luck of batch b of seed s must not be that of another order

    public async Task<ImmutableArray<Lived>> Live(
        IReadOnlyList<ArmPlan> arms, int replicates, Month last, ulong seed, BatchLuck luck = BatchLuck.Own, CancellationToken cancel = default)
    {
        var lived = ImmutableArray.CreateBuilder<Lived>(arms.Count);
        await using var executor = new LoopExecutor();
        foreach (var (number, batch) in arms.Chunk(ArmsOfABatch).Index())
        {
            var plan = RunPlan.Of(scenario, recipe) with
            {
                Arms = [.. batch],
                Replicates = replicates,
                Months = last - scenario.Start + 1,
                Seed = seed * SeedsApart + (luck == BatchLuck.Own ? (ulong)number : 0),
            };
            var result = await Simulation.Run(new(plan, population), executor, memory, cancel: cancel);
            lived.AddRange(Enumerable.Range(0, batch.Length).Select(arm => new Lived(result.Chronicle, arm)));
            progress?.Report($"{lived.Count} of {arms.Count} arms lived to {last}");
        }
        return lived.DrainToImmutable();
    }
}
