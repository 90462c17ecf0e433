using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution;

/// <summary>
/// State of a batch at the end of a month: exactly what is needed to continue from there with bit-identical results.
/// Many arms may continue from a snapshot of one arm: until the month in which they diverge, they share one trajectory.
/// </summary>
/// <param name="Batch">The batch of the snapshot.</param>
/// <param name="Districts">In the order of the districts of the run.</param>
/// <param name="Markets">State of each market, by market, then world.</param>
/// <param name="Macro">The month of the snapshot, with its prices and totals, by world.</param>
/// <param name="InTransit">In-transit accounts, by world, fen.</param>
[GenerateSerializer, Immutable]
public sealed record Snapshot(
    [property: Id(0)] WorldBatch Batch, [property: Id(1)] DistrictSnapshot[] Districts, [property: Id(2)] byte[][][] Markets,
    [property: Id(3)] MacroState Macro, [property: Id(4)] InTransitAccount[] InTransit)
{
    /// <summary>Last month simulated.</summary>
    public Month Month => Macro.Month;

    /// <summary>The same state in the worlds of a batch that continues from it.</summary>
    /// <exception cref="InvalidOperationException">The snapshot lacks replicates of the batch or has other arms.</exception>
    public Snapshot In(WorldBatch batch)
    {
        var mapping = new WorldMapping(Batch, batch);
        int[] parents = [.. Enumerable.Range(0, mapping.Worlds).Select(mapping.ParentOf)];
        return new(
            batch,
            [.. Districts.Select(district => new DistrictSnapshot(
                new(mapping.States(district)),
                [.. district.Settlements.Select(market => new Block<Settlement>(mapping.Settlements(market.All)))]))],
            [.. Markets.Select(market => parents.Select(parent => market[parent]).ToArray())],
            Macro.Continued(parents),
            [.. parents.Select(parent => InTransit[parent])]);
    }
}

/// <summary>A district at the end of a month.</summary>
/// <param name="States">By enterprise, then world.</param>
/// <param name="Settlements">Settlements to be opened next month, by market.</param>
[GenerateSerializer, Immutable]
public sealed record DistrictSnapshot([property: Id(0)] Block<Enterprise> States, [property: Id(1)] Block<Settlement>[] Settlements);

/// <summary>Maps each world of a batch to the world of a snapshot from which it continues.</summary>
public readonly struct WorldMapping
{
    private readonly int[] _parents;
    private readonly int _worldsThen;

    /// <summary>Maps the worlds of batch <paramref name="now"/> to those of the snapshot's batch.</summary>
    /// <exception cref="InvalidOperationException">The snapshot lacks replicates or has other arms.</exception>
    public WorldMapping(WorldBatch then, WorldBatch now)
    {
        if (then.Arms != 1 && then.Arms != now.Arms || now.FirstReplicate < then.FirstReplicate
            || now.FirstReplicate + now.Replicates > then.FirstReplicate + then.Replicates)
            throw new InvalidOperationException(
                $"Bug in SimLab: a batch of {now.Arms} arms and replicates "
                    + $"{now.FirstReplicate}–{now.FirstReplicate + now.Replicates - 1} cannot go on from a snapshot of {then.Arms} arms "
                    + $"and replicates {then.FirstReplicate}–{then.FirstReplicate + then.Replicates - 1}.");
        _worldsThen = then.Worlds;
        _parents = new int[now.Worlds];
        for (var world = 0; world < _parents.Length; world++)
            _parents[world] = then.World(then.Arms == 1 ? 0 : world / now.Replicates, now.FirstReplicate + world % now.Replicates);
    }

    /// <summary>Worlds of the batch that continues.</summary>
    public int Worlds => _parents.Length;

    /// <summary>World of the snapshot from which a world continues.</summary>
    public int ParentOf(int world) => _parents[world];

    /// <summary>
    /// Copies the states of the enterprise in a slot from its district's snapshot into the worlds of the batch.
    /// </summary>
    public void States(DistrictSnapshot district, int slot, Span<Enterprise> worlds)
    {
        var then = district.States.All.AsSpan(slot * _worldsThen, _worldsThen);
        for (var world = 0; world < worlds.Length; world++) worlds[world] = then[_parents[world]];
    }

    /// <summary>States of all enterprises of a district in the worlds of the batch, by enterprise, then world.</summary>
    public Enterprise[] States(DistrictSnapshot district)
    {
        var states = new Enterprise[district.States.All.Length / _worldsThen * Worlds];
        for (var slot = 0; slot < states.Length / Worlds; slot++) States(district, slot, states.AsSpan(slot * Worlds, Worlds));
        return states;
    }

    /// <summary>
    /// Copies the settlements of one market into each world that continues, in order of world; order within a world is
    /// preserved.
    /// </summary>
    public Settlement[] Settlements(Settlement[] then)
    {
        var byParent = then.ToLookup(settlement => settlement.World);
        return [.. _parents.SelectMany((parent, world) => byParent[parent].Select(settlement => settlement with { World = world }))];
    }
}
