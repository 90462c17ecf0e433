using System.Collections.Immutable;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution;

/// <summary>
/// Worlds simulated together: all arms of some replicates, arm by arm. Grouping replicates into batches does not affect
/// results.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record WorldBatch(
    [property: Id(0)] int Number, [property: Id(1)] int FirstReplicate, [property: Id(2)] int Replicates, [property: Id(3)] int Arms)
{
    /// <summary>Worlds of the batch: replicates × arms.</summary>
    public int Worlds => Replicates * Arms;

    /// <summary>
    /// Replicate whose ledger is recorded when the batch is watched; watching does not affect results.
    /// </summary>
    [Id(4)]
    public int Watched { get; init; }

    /// <summary>Index within the batch of an arm and a replicate of the run.</summary>
    public int World(int arm, int replicate) => arm * Replicates + (replicate - FirstReplicate);

    /// <summary>Worlds of the batch, with their random keys.</summary>
    public World[] In(RunPlan plan, bool watch)
    {
        var worlds = new World[Worlds];
        for (var arm = 0; arm < Arms; arm++)
            for (var i = 0; i < Replicates; i++)
                worlds[arm * Replicates + i] = new(
                    arm, FirstReplicate + i, RandomKey.Of(plan.Seed, FirstReplicate + i), watch && FirstReplicate + i == Watched);
        return worlds;
    }

    /// <summary>Splits a run into as few batches as the memory allows.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="slots">Enterprises, vacant slots included.</param>
    /// <param name="memory">Bytes that enterprise state may take.</param>
    /// <param name="from">First replicate to simulate.</param>
    public static ImmutableArray<WorldBatch> Split(RunPlan plan, int slots, long memory, int from = 0)
    {
        var perReplicate = (long)slots * plan.Arms.Length * Enterprise.Bytes;
        var replicates = plan.Replicates - from;
        var most = (int)Math.Clamp(memory / perReplicate, 1, replicates);
        var batches = (replicates + most - 1) / most;
        return
        [
            .. Enumerable.Range(0, batches).Select(i =>
            {
                var first = from + (int)((long)replicates * i / batches);
                var next = from + (int)((long)replicates * (i + 1) / batches);
                return new WorldBatch(i, first, next - first, plan.Arms.Length);
            }),
        ];
    }
}
