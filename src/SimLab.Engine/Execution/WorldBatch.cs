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
    private const int MostSupportReplicates = 4, EnterprisesRecorded = 120_000;

    /// <summary>Worlds of the batch: replicates × arms.</summary>
    public int Worlds => Replicates * Arms;

    /// <summary>
    /// Replicate whose ledger is recorded when the batch is watched; watching does not affect results.
    /// </summary>
    [Id(4)]
    public int Watched { get; init; }

    /// <summary>First replicates of the run whose public money is recorded firm by firm when the batch is watched.</summary>
    [Id(5)]
    public int SupportRecorded { get; init; }

    /// <summary>
    /// Replicates of a run whose public money is recorded firm by firm: the first four, or fewer where the firms are so many that
    /// one draw of luck says as much.
    /// </summary>
    /// <param name="replicates">Replicates of the run.</param>
    /// <param name="slots">Enterprises, vacant slots included.</param>
    public static int SupportReplicates(int replicates, int slots) =>
        Math.Min(replicates, Math.Clamp(EnterprisesRecorded / slots, 1, MostSupportReplicates));

    /// <summary>Arm of the world.</summary>
    public int ArmOf(int world) => world / Replicates;

    /// <summary>Replicate of the world in the run.</summary>
    public int ReplicateOf(int world) => FirstReplicate + world % Replicates;

    /// <summary>Index within the batch of an arm and a replicate of the run.</summary>
    public int World(int arm, int replicate) => arm * Replicates + (replicate - FirstReplicate);

    /// <summary>Worlds of the batch, with their random keys.</summary>
    public World[] In(RunPlan plan, bool watch)
    {
        var worlds = new World[Worlds];
        for (var arm = 0; arm < Arms; arm++)
            for (var i = 0; i < Replicates; i++)
                worlds[arm * Replicates + i] = new(
                    arm, FirstReplicate + i, RandomKey.Of(plan.Seed, FirstReplicate + i), watch && FirstReplicate + i == Watched)
                {
                    RecordsSupport = watch && FirstReplicate + i < SupportRecorded,
                };
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
                return new WorldBatch(i, first, next - first, plan.Arms.Length)
                {
                    SupportRecorded = SupportReplicates(plan.Replicates, slots),
                };
            }),
        ];
    }
}
