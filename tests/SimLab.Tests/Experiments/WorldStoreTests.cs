using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Running;
using Xunit;

namespace SimLab.Tests.Experiments;

/// <summary>What was on the disk when the power went is read again; what was half written is not.</summary>
[Fast]
public sealed class WorldStoreTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    private string File => _place.In("worlds.bin");

    public void Dispose() => _place.Dispose();

    private static (WorldKey, double[])[] Batch(int number) =>
        [.. Enumerable.Range(0, 3)
            .Select(replicate => (new WorldKey(new((ulong)number, 7), replicate), new[] { number + replicate / 10.0, double.NaN }))];

    // Three batches; returns where each ends.
    private long[] Written()
    {
        var ends = new List<long>();
        for (var batch = 1; batch <= 3; batch++)
        {
            using (var store = WorldStore.Open(File)) store.Store(Batch(batch));
            ends.Add(new FileInfo(File).Length);
        }
        return [.. ends];
    }

    [Fact]
    public void What_was_kept_is_found_again()
    {
        Written();
        using var store = WorldStore.Open(File);
        Assert.Equal(9, store.Count);
        Assert.Equal([2.1, double.NaN], store.Find(new(new(2, 7), 1))!);
        Assert.Null(store.Find(new(new(4, 7), 1)));
    }

    [Fact]
    public void Cut_off_anywhere_in_the_last_batch_only_that_batch_is_lost()
    {
        var ends = Written();
        var whole = System.IO.File.ReadAllBytes(File);
        for (var length = ends[1]; length < ends[2]; length += 7)
        {
            System.IO.File.WriteAllBytes(File, whole[..(int)length]);
            using (var store = WorldStore.Open(File))
            {
                Assert.Equal(6, store.Count);
                store.Store(Batch(3));
            }
            Assert.Equal(whole, System.IO.File.ReadAllBytes(File));
        }
    }

    [Fact]
    public void A_batch_whose_bytes_have_changed_is_not_believed()
    {
        var ends = Written();
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[ends[0] + 40] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);
        using var store = WorldStore.Open(File);
        Assert.Equal(3, store.Count);
    }

    [Fact]
    public void A_file_that_is_none_is_refused_and_left_alone()
    {
        _place.Write("worlds.bin", "my holiday pictures");
        Assert.Contains(
            "holds no worlds of this SimLab", Assert.Throws<ExperimentException>(() => WorldStore.Open(File)).Message,
            StringComparison.Ordinal);
        Assert.Equal("my holiday pictures", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Two_processes_cannot_write_it_at_once()
    {
        using var first = WorldStore.Open(File);
        Assert.Contains(
            "Is the same experiment running elsewhere?", Assert.Throws<ExperimentException>(() => WorldStore.Open(File)).Message,
            StringComparison.Ordinal);
    }
}
