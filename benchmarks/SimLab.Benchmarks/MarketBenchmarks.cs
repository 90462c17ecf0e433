using BenchmarkDotNet.Attributes;
using SimLab.Model.Markets;
using SimLab.Model.Papers;

namespace SimLab.Benchmarks;

/// <summary>A market's month in one world, the mean over the rehearsed years: papers of all Gansu handed in, sorted and settled.</summary>
public class MarketBenchmarks
{
    private readonly Pile<Settlement> _letters = new();
    private readonly Pile<MarketCost> _costs = new();
    private Rehearsal _rehearsal = null!;
    private Market _market = null!;
    private int _index;

    public static IEnumerable<string> Names => SimLab.Model.Markets.Market.All().Select(market => market.GetType().Name);

    [ParamsSource(nameof(Names))]
    public string Market { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _rehearsal = new(Gansu.Population, worlds: 1);
        _index = Names.ToList().IndexOf(Market);
        _market = SimLab.Model.Markets.Market.All()[_index];
        var letters = SettleAll();
        var bytes = _rehearsal.Lived.Sum(month => month.Papers[_index].Sum(district => district.Sum(pile => pile.Length)));
        Console.WriteLine($"// {Market}: {bytes / Rehearsal.Months} bytes of papers and {letters / Rehearsal.Months} letters a month");
    }

    [Benchmark(OperationsPerInvoke = Rehearsal.Months)]
    public int SettleAll()
    {
        var letters = 0;
        _market.Begin(worlds: 1);
        foreach (var month in _rehearsal.Lived)
        {
            _letters.Clear();
            _costs.Clear();
            foreach (var district in month.Papers[_index]) _market.HandIn(district);
            _market.Sort();
            _market.Settle(month.Briefing, world: 0, _letters, _costs);
            letters += _letters.Count;
        }
        return letters;
    }
}
