using SimLab.Model.Enterprises;
using SimLab.Model.Markets;
using SimLab.Model.Papers;

namespace SimLab.Engine.Execution;

/// <summary>Money between customers and suppliers along the chains at the end of a month, one world, fen.</summary>
[GenerateSerializer, Immutable]
public readonly record struct ChainTill([property: Id(0)] long Till, [property: Id(1)] long Estates)
{
    public static ChainTill[] Of(IEnumerable<MarketHall> markets, int worlds) =>
        markets.Select(hall => hall.Tills(worlds)).First(tills => tills.Length > 0);
}

/// <summary>One market with its counters: takes districts' piles, settles the worlds side by side, sorts letters by district.</summary>
public sealed class MarketHall
{
    private readonly Market _market;
    private readonly RunMaterials _materials;
    private readonly byte[]?[][] _piles;                   // by district
    private readonly Pile<Settlement>[] _letters;          // by world
    private readonly Pile<MarketCost>[] _costs;

    public MarketHall(Market market, int index, RunMaterials materials, int worlds)
    {
        _market = market;
        Index = index;
        _materials = materials;
        _piles = new byte[materials.Districts.Length][][];
        _letters = [.. Enumerable.Range(0, worlds).Select(_ => new Pile<Settlement>())];
        _costs = [.. Enumerable.Range(0, worlds).Select(_ => new Pile<MarketCost>())];
        market.Begin(worlds);
    }

    public int Index { get; }

    /// <summary>What the market remembers, by world.</summary>
    public byte[][] Save() => [.. _letters.Select((_, world) => _market.Save(world))];

    public void Restore(byte[][] saved, Descent descent)
    {
        for (var world = 0; world < _letters.Length; world++) _market.Restore(world, saved[descent.ParentOf(world)]);
    }

    public byte[][] Collect(Tray tray) => _market.Collect(tray);

    /// <summary>In any order of districts, any number of times: the last pile of a district counts.</summary>
    public void HandIn(int district, byte[][] piles) => _piles[district] = piles;

    public (Settlement[][] LettersByDistrict, MarketCost[] Costs) Settle(Briefing briefing, ParallelOptions parallel)
    {
        for (var district = 0; district < _piles.Length; district++)
        {
            if (_piles[district] is null || _piles[district].Length == 0)
                throw new InvalidOperationException($"Bug in SimLab: district {district} has not handed in its papers of {briefing.Month}.");
            _market.HandIn(_piles[district]!);
            _piles[district] = [];
        }
        _market.Sort();
        Parallel.For(0, _letters.Length, parallel, world =>
        {
            _letters[world].Clear();
            _costs[world].Clear();
            _market.Settle(briefing, world, _letters[world], _costs[world]);
        });
        return (SortByDistrict(), [.. _costs.SelectMany(pile => pile.All.ToArray())]);
    }

    public ChainTill[] Tills(int worlds) => _market is SupplyMarket supply
        ? [.. Enumerable.Range(0, worlds).Select(world => new ChainTill(supply.Till(world), supply.Estates(world)))]
        : [];

    private Settlement[][] SortByDistrict()
    {
        var counts = new int[_piles.Length];
        foreach (var pile in _letters)
            foreach (ref readonly var letter in pile.All) counts[_materials.DistrictOf[letter.Enterprise]]++;
        var sorted = new Settlement[counts.Length][];
        for (var district = 0; district < counts.Length; district++) sorted[district] = new Settlement[counts[district]];
        Array.Clear(counts);
        foreach (var pile in _letters)
        {
            foreach (ref readonly var letter in pile.All)
            {
                var district = _materials.DistrictOf[letter.Enterprise];
                sorted[district][counts[district]++] = letter;
            }
        }
        return sorted;
    }
}
