using SimLab.Model.Economy;
using SimLab.Model.Markets;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution;

/// <summary>
/// Hosts one market: receives messages of districts, settles the worlds in parallel, sorts settlements by district.
/// </summary>
public sealed class MarketHost
{
    private readonly Market _market;
    private readonly RunMaterials _materials;
    private readonly byte[]?[][] _buffers;                   // by district
    private readonly ReusableBuffer<Settlement>[] _settlements;          // by world
    private readonly ReusableBuffer<MarketCost>[] _costs;

    /// <summary>Starts the market without state, for the worlds of a batch.</summary>
    public MarketHost(Market market, int index, RunMaterials materials, int worlds)
    {
        _market = market;
        Index = index;
        _materials = materials;
        _buffers = new byte[materials.Districts.Length][][];
        _settlements = [.. Enumerable.Range(0, worlds).Select(_ => new ReusableBuffer<Settlement>())];
        _costs = [.. Enumerable.Range(0, worlds).Select(_ => new ReusableBuffer<MarketCost>())];
        market.Begin(worlds, materials.Plan.Population.Province, materials.Measures.Count);
    }

    /// <summary>Index of the market in <c>Market.All</c>.</summary>
    public int Index { get; }

    /// <summary>State of the market, by world.</summary>
    public byte[][] Save() => [.. _settlements.Select((_, world) => _market.Save(world))];

    /// <summary>Restores the state of each world from its parent world in the snapshot.</summary>
    public void Restore(byte[][] saved, WorldMapping mapping)
    {
        for (var world = 0; world < _settlements.Length; world++) _market.Restore(world, saved[mapping.ParentOf(world)]);
    }

    /// <summary>Messages of an outbox to this market, as the buffers <see cref="Receive"/> takes.</summary>
    public byte[][] Collect(Outbox outbox) => _market.Collect(outbox);

    /// <summary>
    /// Receives the messages of a district. The order of districts is free; the last buffers of a district count.
    /// </summary>
    public void Receive(int district, byte[][] buffers) => _buffers[district] = buffers;

    /// <summary>
    /// Settles the month in all worlds: settlements by district, in order of world; costs in order of world.
    /// </summary>
    /// <exception cref="InvalidOperationException">A district has not sent its messages.</exception>
    public (Settlement[][] LettersByDistrict, MarketCost[] Costs) Settle(PublicInformation information, ParallelOptions parallel)
    {
        for (var district = 0; district < _buffers.Length; district++)
        {
            if (_buffers[district] is null || _buffers[district].Length == 0)
                throw new InvalidOperationException(
                    $"Bug in SimLab: district {district} has not sent its messages of {information.Month}.");
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

    /// <summary>What the market holds between two months, by world.</summary>
    public InTransitAccount[] InTransit() =>
    [
        .. Enumerable.Range(0, _settlements.Length)
            .Select(world => new InTransitAccount(_market.InTransit(world), _market.ClaimsOfExited(world))),
    ];

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
