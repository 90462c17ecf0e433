using SimLab.Model.Economy;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution;

/// <summary>
/// A wave at the end of a month: all that is needed to live on from there to the same bits, and nothing else. A snapshot of
/// one arm may be lived on by many: up to the month in which arms part, one life stands for all of them.
/// </summary>
/// <param name="Batch">The wave it was taken of.</param>
/// <param name="Districts">In the order of the districts of the run.</param>
/// <param name="Markets">What each market remembers, by market, then world.</param>
/// <param name="Macro">Month it was taken at the end of; prices and totals of that month, by world.</param>
/// <param name="InTransit">By world.</param>
[GenerateSerializer, Immutable]
public sealed record Snapshot(
    [property: Id(0)] WorldBatch Batch, [property: Id(1)] DistrictSnapshot[] Districts, [property: Id(2)] byte[][][] Markets,
    [property: Id(3)] MacroState Macro, [property: Id(4)] InTransitAccount[] InTransit)
{
    /// <summary>The last month lived.</summary>
    public Month Month => Macro.Month;
}

/// <summary>A district at the end of a month.</summary>
/// <param name="States">By enterprise, then world.</param>
/// <param name="Settlements">Waiting to be opened next month, by market.</param>
[GenerateSerializer, Immutable]
public sealed record DistrictSnapshot([property: Id(0)] Block<Enterprise> States, [property: Id(1)] Block<Settlement>[] Settlements);

/// <summary>Which world of a snapshot each world of a wave goes on from.</summary>
public readonly struct WorldMapping
{
    private readonly int[] _parents;
    private readonly int _worldsThen;

    /// <exception cref="InvalidOperationException">The snapshot does not hold the replicates of the wave, or has other arms.</exception>
    public WorldMapping(WorldBatch then, WorldBatch now)
    {
        if (then.Arms != 1 && then.Arms != now.Arms || now.FirstReplicate < then.FirstReplicate
            || now.FirstReplicate + now.Replicates > then.FirstReplicate + then.Replicates)
            throw new InvalidOperationException(
                $"Bug in SimLab: a batch of {now.Arms} arms and replicates {now.FirstReplicate}–{now.FirstReplicate + now.Replicates - 1} cannot go on from a snapshot of {then.Arms} arms and replicates {then.FirstReplicate}–{then.FirstReplicate + then.Replicates - 1}.");
        _worldsThen = then.Worlds;
        _parents = new int[now.Worlds];
        for (var world = 0; world < _parents.Length; world++)
            _parents[world] = then.World(then.Arms == 1 ? 0 : world / now.Replicates, now.FirstReplicate + world % now.Replicates);
    }

    public int Worlds => _parents.Length;

    public int ParentOf(int world) => _parents[world];

    /// <summary>Fills an enterprise's worlds from the states of its district.</summary>
    public void States(DistrictSnapshot district, int slot, Span<Enterprise> worlds)
    {
        var then = district.States.All.AsSpan(slot * _worldsThen, _worldsThen);
        for (var world = 0; world < worlds.Length; world++) worlds[world] = then[_parents[world]];
    }

    /// <summary>Letters of one market, once for each world that goes on; in order of world, each world's in its own order.</summary>
    public Settlement[] Settlements(Settlement[] then)
    {
        var byParent = then.ToLookup(settlement => settlement.World);
        return [.. _parents.SelectMany((parent, world) => byParent[parent].Select(settlement => settlement with { World = world }))];
    }
}
