using BenchmarkDotNet.Attributes;
using SimLab.Engine.Scenarios;
using SimLab.Model.Markets;
using SimLab.Model.Messages;

namespace SimLab.Benchmarks;

/// <summary>
/// A market's month in one world, the mean over the rehearsed years: messages of all Gansu received, sorted and
/// settled.
/// </summary>
public class MarketBenchmarks
{
    private readonly ReusableBuffer<Settlement> _settlements = new();
    private readonly ReusableBuffer<MarketCost> _costs = new();
    private Rehearsal _rehearsal = null!;
    private Market _market = null!;
    private int _index;

    /// <summary>Names of all markets.</summary>
    public static IEnumerable<string> Names => SimLab.Model.Markets.Market.All().Select(market => market.GetType().Name);

    /// <summary>The measured market.</summary>
    [ParamsSource(nameof(Names))]
    public string Market { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _rehearsal = new(Gansu.Population, worlds: 1);
        _index = Names.ToList().IndexOf(Market);
        _market = SimLab.Model.Markets.Market.All()[_index];
        var settlements = SettleAll();
        var bytes = _rehearsal.Simulated.Sum(month => month.Messages[_index].Sum(district => district.Sum(buffer => buffer.Length)));
        Console.WriteLine($"// {Market}: {bytes / Rehearsal.Months} bytes of papers and {settlements / Rehearsal.Months} letters a month");
    }

    /// <summary>Settles every rehearsed month.</summary>
    [Benchmark(OperationsPerInvoke = Rehearsal.Months)]
    public int SettleAll()
    {
        var settlements = 0;
        _market.Begin(worlds: 1, Gansu.Plan.Population.Province, MeasureCatalog.Default.Index.Count);
        foreach (var month in _rehearsal.Simulated)
        {
            _settlements.Clear();
            _costs.Clear();
            foreach (var district in month.Messages[_index]) _market.Receive(district);
            _market.Sort();
            _market.Settle(month.Information, world: 0, _settlements, _costs);
            settlements += _settlements.Count;
        }
        return settlements;
    }
}
