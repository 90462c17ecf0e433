namespace SimLab.Engine.Execution.Recovery;

/// <summary>
/// Packs a snapshot into blocks of bytes: the common part, then a block for each district. It is never in memory twice.
/// </summary>
internal static class Snapshots
{
    private const int PackedAtOnce = 16;

    public static IEnumerable<byte[]> Pack(Snapshot snapshot)
    {
        yield return Packing.Pack(snapshot with { Districts = [] });
        foreach (var some in snapshot.Districts.Chunk(PackedAtOnce))
        {
            var packed = new byte[some.Length][];
            Parallel.For(0, some.Length, i => packed[i] = Packing.Pack(some[i]));
            foreach (var block in packed) yield return block;
        }
    }

    public static Snapshot Unpack(List<byte[]> blocks)
    {
        var districts = new DistrictSnapshot[blocks.Count - 1];
        Parallel.For(0, districts.Length, i =>
        {
            districts[i] = Packing.Unpack<DistrictSnapshot>(blocks[i + 1]);
            blocks[i + 1] = [];
        });
        return Packing.Unpack<Snapshot>(blocks[0]) with { Districts = districts };
    }
}
