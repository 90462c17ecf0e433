using SimLab.Model.Economy;
using SimLab.Model.Markets;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution;

/// <summary>Money between customers and suppliers along the chains at the end of a month, one world, fen.</summary>
[GenerateSerializer, Immutable]
public readonly record struct InTransitAccount([property: Id(0)] long Money, [property: Id(1)] long ClaimsOfExited)
{
    public static InTransitAccount[] Of(IEnumerable<MarketHost> markets, int worlds) =>
        markets.Select(host => host.InTransit(worlds)).First(inTransit => inTransit.Length > 0);
}

/// <summary>One market with its counters: takes districts' piles, settles the worlds side by side, sorts letters by district.</summary>
public sealed class MarketHost
{
    private readonly Market _market;
    private readonly RunMaterials _materials;
    private readonly byte[]?[][] _buffers;                   // by district
    private readonly ReusableBuffer<Settlement>[] _settlements;          // by world
    private readonly ReusableBuffer<MarketCost>[] _costs;

    public MarketHost(Market market, int index, RunMaterials materials, int worlds)
    {
        _market = market;
        Index = index;
        _materials = materials;
        _buffers = new byte[materials.Districts.Length][][];
        _settlements = [.. Enumerable.Range(0, worlds).Select(_ => new ReusableBuffer<Settlement>())];
        _costs = [.. Enumerable.Range(0, worlds).Select(_ => new ReusableBuffer<MarketCost>())];
        market.Begin(worlds);
    }

    public int Index { get; }

    /// <summary>What the market remembers, by world.</summary>
    public byte[][] Save() => [.. _settlements.Select((_, world) => _market.Save(world))];

    public void Restore(byte[][] saved, WorldMapping mapping)
    {
        for (var world = 0; world < _settlements.Length; world++) _market.Restore(world, saved[mapping.ParentOf(world)]);
    }

    public byte[][] Collect(Outbox outbox) => _market.Collect(outbox);

    /// <summary>In any order of districts, any number of times: the last pile of a district counts.</summary>
    public void Receive(int district, byte[][] buffers) => _buffers[district] = buffers;

    public (Settlement[][] LettersByDistrict, MarketCost[] Costs) Settle(PublicInformation information, ParallelOptions parallel)
    {
        for (var district = 0; district < _buffers.Length; district++)
        {
            if (_buffers[district] is null || _buffers[district].Length == 0)
                throw new InvalidOperationException($"Bug in SimLab: district {district} has not sent its messages of {information.Month}.");
            _market.Receive(_buffers[district]!);
            _buffers[district] = [];
        }
        _market.Sort();
        Parallel.For(0, _settlements.Length, parallel, world =>
        {
            _settlements[world].Clear();
            _costs[world].Clear();
            _market.Settle(information, world, _settlements[world], _costs[world]);
        });
        return (SortByDistrict(), [.. _costs.SelectMany(buffer => buffer.All.ToArray())]);
    }

    public InTransitAccount[] InTransit(int worlds) => _market is SupplyMarket supply
        ? [.. Enumerable.Range(0, worlds).Select(world => new InTransitAccount(supply.InTransit(world), supply.ClaimsOfExited(world)))]
        : [];

    private Settlement[][] SortByDistrict()
    {
        var counts = new int[_buffers.Length];
        foreach (var buffer in _settlements)
            foreach (ref readonly var settlement in buffer.All) counts[_materials.DistrictOf[settlement.Enterprise]]++;
        var sorted = new Settlement[counts.Length][];
        for (var district = 0; district < counts.Length; district++) sorted[district] = new Settlement[counts[district]];
        Array.Clear(counts);
        foreach (var buffer in _settlements)
        {
            foreach (ref readonly var settlement in buffer.All)
            {
                var district = _materials.DistrictOf[settlement.Enterprise];
                sorted[district][counts[district]++] = settlement;
            }
        }
        return sorted;
    }
}
