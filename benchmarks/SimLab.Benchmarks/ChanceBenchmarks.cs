using BenchmarkDotNet.Attributes;
using SimLab.Model;
using SimLab.Model.Chance;

namespace SimLab.Benchmarks;

/// <summary>
/// One random draw. System.Random is no alternative, since its draws depend on the draws before; it shows the cost of a
/// draw without an address. The hash is the cheapest addressable draw.
/// </summary>
public class ChanceBenchmarks
{
    private const int Firms = 1_024, WordsInBlock = 4, Matters = (int)DrawId.ProvinceSpare + 1;
    private const double Unit = 1.0 / 4294967296.0;

    private readonly RandomKey _randomKey = RandomKey.Of(seed: 1, replicate: 0);
    private readonly Month _month = Month.Of(2023, 6);
    private readonly Random _random = new();

    /// <summary>The addressable hash.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Firms * Matters)]
    public double SplitMixHash()
    {
        var key = ((ulong)_randomKey.Key1 << 32) | _randomKey.Key0;
        double sum = 0;
        for (var firm = 0; firm < Firms; firm++)
            for (var matter = 0; matter < Matters; matter++) sum += (
                (uint)Mix(Mix(key ^ (ulong)firm) ^ ((ulong)_month.Number << 32 | (uint)matter)) + 0.5) * Unit;
        return sum;
    }

    /// <summary>Philox, with all four words of a block.</summary>
    [Benchmark(OperationsPerInvoke = Firms * WordsInBlock)]
    public uint PhiloxBlock()
    {
        Span<uint> four = stackalloc uint[WordsInBlock];
        uint all = 0;
        for (var firm = 0; firm < Firms; firm++)
        {
            Philox4x32.Block((uint)firm, (uint)_month.Number, 0, 0, _randomKey.Key0, _randomKey.Key1, four);
            all ^= four[0] ^ four[1] ^ four[2] ^ four[3];
        }
        return all;
    }

    /// <summary>The addressed draw for one purpose.</summary>
    [Benchmark(OperationsPerInvoke = Firms)]
    public double DiceForOneMatter()
    {
        double sum = 0;
        for (var firm = 0; firm < Firms; firm++) sum += new Draws(_randomKey, firm, _month).Uniform(DrawId.AskBank);
        return sum;
    }

    /// <summary>The addressed draws for all purposes.</summary>
    [Benchmark(OperationsPerInvoke = Firms * Matters)]
    public double DiceForAllMatters()
    {
        double sum = 0;
        for (var firm = 0; firm < Firms; firm++)
        {
            var draws = new Draws(_randomKey, firm, _month);
            for (var matter = 0; matter < Matters; matter++) sum += draws.Uniform((DrawId)matter);
        }
        return sum;
    }

    /// <summary>The unaddressable draw.</summary>
    [Benchmark(OperationsPerInvoke = Firms * Matters)]
    public double SystemRandom()
    {
        double sum = 0;
        for (var i = 0; i < Firms * Matters; i++) sum += _random.NextDouble();
        return sum;
    }

    /// <summary>SplitMix64's step.</summary>
    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
