using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using SimLab.Model.Economy;
using SimLab.Model.Markets;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution.Recovery;

/// <summary>
/// Packs parts of a run into bytes: serialised as in messages between grains, then deflated. Only the build that packed
/// a value may unpack it.
/// </summary>
public static class Packing
{
    private static readonly Lazy<Serializer> Words = new(() =>
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>());

    /// <summary>Packs a value.</summary>
    public static byte[] Pack<T>(T value) => Pack(value, out _);

    /// <summary>Packs a value.</summary>
    /// <param name="value">Value to pack.</param>
    /// <param name="digest">SHA-256 of the serialised value. The packed bytes may differ from processor to
    /// processor.</param>
    public static byte[] Pack<T>(T value, out byte[] digest)
    {
        var plain = Words.Value.SerializeToArray(value);
        digest = SHA256.HashData(plain);
        using var packed = new MemoryStream(plain.Length / 8 + 64);
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(plain);
        return packed.ToArray();
    }

    /// <summary>Restores a packed value.</summary>
    public static T Unpack<T>(byte[] packed)
    {
        using var deflated = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream(packed.Length * 4);
        deflated.CopyTo(plain);
        return Words.Value.Deserialize<T>(plain.GetBuffer().AsMemory(0, (int)plain.Length))!;
    }
}

/// <summary>
/// A month as the journal stores it. Neighbouring districts of a region are summed, because readers of a recording need
/// no detail below regions: at full scale that is a fortieth of the cells.
/// </summary>
[GenerateSerializer, Immutable]
public sealed class JournaledMonth
{
    [Id(0)] public required MacroState Macro { get; init; }

    /// <summary>Sums by group of districts; events and ledger lines have the same groups.</summary>
    [Id(1)] public required Block<long>[] Cells { get; init; }

    [Id(2)] public required Block<FirmEvent>[] Events { get; init; }
    [Id(3)] public required Block<LedgerLine>[] Ledger { get; init; }
    [Id(4)] public required Block<MarketCost> Costs { get; init; }
    [Id(5)] public required InTransitAccount[] InTransit { get; init; }

    /// <summary>The month with its districts grouped.</summary>
    public static JournaledMonth Of(RunMaterials materials, MonthOutput output)
    {
        var groups = Groups(materials);
        return new()
        {
            Macro = output.Macro,
            Cells = [.. groups.Select(group => new Block<long>(Sum(output.Cells.AsSpan(group))))],
            Events = [.. groups.Select(group => new Block<FirmEvent>([.. output.Events[group].SelectMany(lines => lines)]))],
            Ledger = [.. groups.Select(group => new Block<LedgerLine>([.. output.Ledger[group].SelectMany(lines => lines)]))],
            Costs = new(output.Costs),
            InTransit = output.InTransit,
        };
    }

    /// <summary>The month, with the group's totals attributed to its first district; the others are zero.</summary>
    public MonthOutput Output(RunMaterials materials)
    {
        var districts = materials.Districts.Length;
        var idle = new long[Cells[0].All.Length];
        var (cells, firmEvents, ledger) = (new long[districts][], new FirmEvent[districts][], new LedgerLine[districts][]);
        cells.AsSpan().Fill(idle);
        firmEvents.AsSpan().Fill([]);
        ledger.AsSpan().Fill([]);
        var groups = Groups(materials);
        for (var i = 0; i < groups.Count; i++)
        {
            var first = groups[i].Start.Value;
            (cells[first], firmEvents[first], ledger[first]) = (Cells[i].All, Events[i].All, Ledger[i].All);
        }
        return new(Macro, cells, firmEvents, ledger, Costs.All, InTransit);
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
