using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using SimLab.Engine.Execution.Grains;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;
using SimLab.Model.Papers;

namespace SimLab.Engine.Execution.Survival;

/// <summary>What a run keeps of itself as bytes: written as grains write it to each other, and deflated. Only the build that packed it may unpack it.</summary>
public static class Packing
{
    private static readonly Lazy<Serializer> Words = new(() =>
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>());

    public static byte[] Pack<T>(T value) => Pack(value, out _);

    /// <param name="value">To be packed.</param>
    /// <param name="digest">SHA-256 of the value. What it is packed into may differ from processor to processor.</param>
    public static byte[] Pack<T>(T value, out byte[] digest)
    {
        var plain = Words.Value.SerializeToArray(value);
        digest = SHA256.HashData(plain);
        using var packed = new MemoryStream(plain.Length / 8 + 64);
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(plain);
        return packed.ToArray();
    }

    public static T Unpack<T>(byte[] packed)
    {
        using var deflated = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream(packed.Length * 4);
        deflated.CopyTo(plain);
        return Words.Value.Deserialize<T>(plain.GetBuffer().AsMemory(0, (int)plain.Length))!;
    }
}

/// <summary>
/// A month as it is kept. Neighbouring districts of a region are added up, for nobody who reads a recording asks for less
/// than a region: at full scale that is a fortieth of the cells.
/// </summary>
[GenerateSerializer, Immutable]
public sealed class KeptMonth
{
    [Id(0)] public required NewsSheet News { get; init; }

    /// <summary>By group of districts, as are the next two.</summary>
    [Id(1)] public required Sheaf<long>[] Cells { get; init; }

    [Id(2)] public required Sheaf<Happening>[] Happenings { get; init; }
    [Id(3)] public required Sheaf<LedgerLine>[] Ledger { get; init; }
    [Id(4)] public required Sheaf<MarketCost> Costs { get; init; }
    [Id(5)] public required ChainTill[] Tills { get; init; }

    public static KeptMonth Of(RunMaterials materials, MonthTaken taken)
    {
        var groups = Groups(materials);
        return new()
        {
            News = taken.News,
            Cells = [.. groups.Select(group => new Sheaf<long>(Sum(taken.Cells.AsSpan(group))))],
            Happenings = [.. groups.Select(group => new Sheaf<Happening>([.. taken.Happenings[group].SelectMany(lines => lines)]))],
            Ledger = [.. groups.Select(group => new Sheaf<LedgerLine>([.. taken.Ledger[group].SelectMany(lines => lines)]))],
            Costs = new(taken.Costs),
            Tills = taken.Tills,
        };
    }

    /// <summary>The month with what the group did laid at the door of its first district; the others come out idle.</summary>
    public MonthTaken Taken(RunMaterials materials)
    {
        var districts = materials.Districts.Length;
        var idle = new long[Cells[0].All.Length];
        var (cells, happenings, ledger) = (new long[districts][], new Happening[districts][], new LedgerLine[districts][]);
        cells.AsSpan().Fill(idle);
        happenings.AsSpan().Fill([]);
        ledger.AsSpan().Fill([]);
        var groups = Groups(materials);
        for (var i = 0; i < groups.Count; i++)
        {
            var first = groups[i].Start.Value;
            (cells[first], happenings[first], ledger[first]) = (Cells[i].All, Happenings[i].All, Ledger[i].All);
        }
        return new(News, cells, happenings, ledger, Costs.All, Tills);
    }

    private static List<Range> Groups(RunMaterials materials)
    {
        var groups = new List<Range>();
        var districts = materials.Districts;
        for (var first = 0; first < districts.Length;)
        {
            var end = first;
            while (end < districts.Length && districts[end].Region == districts[first].Region) end++;
            groups.Add(first..end);
            first = end;
        }
        return groups;
    }

    private static long[] Sum(ReadOnlySpan<long[]> districts)
    {
        long[] sum = [.. districts[0]];
        foreach (var cells in districts[1..])
            for (var i = 0; i < sum.Length; i++) sum[i] += cells[i];
        return sum;
    }
}
