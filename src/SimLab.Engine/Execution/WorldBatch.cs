using System.Collections.Immutable;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution;

/// <summary>
/// Worlds that live side by side: all arms of some replicates, arm by arm. Which replicates share a wave changes
/// nothing in any of them.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record WorldBatch(
    [property: Id(0)] int Number, [property: Id(1)] int FirstReplicate, [property: Id(2)] int Replicates, [property: Id(3)] int Arms)
{
    public int Worlds => Replicates * Arms;

    /// <summary>The replicate whose ledger is written when the wave is watched; watching changes nothing.</summary>
    [Id(4)]
    public int Watched { get; init; }

    /// <summary>Position of an arm and a replicate of the run within the wave.</summary>
    public int World(int arm, int replicate) => arm * Replicates + (replicate - FirstReplicate);

    public World[] In(RunPlan plan, bool watch)
    {
        var worlds = new World[Worlds];
        for (var arm = 0; arm < Arms; arm++)
            for (var i = 0; i < Replicates; i++)
                worlds[arm * Replicates + i] = new(arm, FirstReplicate + i, RandomKey.Of(plan.Seed, FirstReplicate + i), watch && FirstReplicate + i == Watched);
        return worlds;
    }

    /// <summary>As few waves as the memory allows.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="slots">Enterprises, vacant slots included.</param>
    /// <param name="memory">Bytes that enterprise state may take.</param>
    /// <param name="from">The first replicate to live.</param>
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
