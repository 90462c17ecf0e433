using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SimLab.Engine.Experiments.Running;

/// <summary>
/// Outcomes of simulated worlds in one append-only file: a header, then one block per batch, each with its own hash.
/// Opening the file drops an incomplete last block, so a stop at any moment costs a batch at most.
/// </summary>
public sealed class WorldStore : IDisposable
{
    /// <summary>Name of the file in the experiment's folder.</summary>
    public const string FileName = "worlds.bin";

    private const int HashBytes = 32, KeyBytes = 20;
    private static readonly byte[] Header = "SimLab worlds 1\n"u8.ToArray();

    private readonly FileStream? _file;
    private readonly Dictionary<WorldKey, double[]> _worlds = [];

    private WorldStore(FileStream? file) => _file = file;

    /// <summary>Number of worlds.</summary>
    public int Count => _worlds.Count;

    /// <summary>A store without a file, lost with the process.</summary>
    public static WorldStore InMemory() => new(null);

    /// <summary>Opens or creates the store of a path.</summary>
    /// <exception cref="ExperimentException">
    /// Another process writes the file, it is not a world store, or it is not writable.
    /// </exception>
    public static WorldStore Open(string path)
    {
        FileStream file;
        try
        {
            file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ExperimentException(
                $"{path} cannot be opened: {e.Message.TrimEnd('.')}. Is the same experiment running elsewhere? Wait for it, or give "
                + $"another folder with --out.", e);
        }
        var store = new WorldStore(file);
        try
        {
            store.Load(path);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Outcomes of a world; null: not stored.</summary>
    public double[]? Find(WorldKey key) => _worlds.GetValueOrDefault(key);

    /// <summary>Adds a batch; on return it is on disk.</summary>
    public void Store(IReadOnlyList<(WorldKey Key, double[] Values)> worlds)
    {
        if (worlds.Count == 0) return;
        if (_file is not null)
        {
            _file.Write(Block(worlds));
            _file.Flush(flushToDisk: true);
        }
        foreach (var (key, values) in worlds) _worlds[key] = values;
    }

    public void Dispose() => _file?.Dispose();

    // A block: length of its body, worlds, outcomes each; the worlds; SHA-256 of all that.
    private static byte[] Block(IReadOnlyList<(WorldKey Key, double[] Values)> worlds)
    {
        var outcomes = worlds[0].Values.Length;
        var body = 8 + worlds.Count * (KeyBytes + 8 * outcomes);
        var block = new byte[4 + body + HashBytes];
        BinaryPrimitives.WriteInt32LittleEndian(block, body);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(4), worlds.Count);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(8), outcomes);
        var rest = block.AsSpan(12);
        foreach (var (key, values) in worlds)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(rest, key.Arm.A);
            BinaryPrimitives.WriteUInt64LittleEndian(rest[8..], key.Arm.B);
            BinaryPrimitives.WriteInt32LittleEndian(rest[16..], key.Replicate);
            rest = rest[KeyBytes..];
            foreach (var value in values)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(rest, value);
                rest = rest[8..];
            }
        }
        SHA256.HashData(block.AsSpan(0, 4 + body), block.AsSpan(4 + body));
        return block;
    }

    private void Load(string path)
    {
        var bytes = new byte[_file!.Length];
        _file.ReadExactly(bytes);
        var whole = Header.Length;
        if (bytes.Length < Header.Length && Header.AsSpan().StartsWith(bytes))
        {
            _file.SetLength(0);
            _file.Write(Header);
            _file.Flush(flushToDisk: true);
        }
        else if (!bytes.AsSpan().StartsWith(Header))
        {
            throw new ExperimentException($"{path} holds no worlds of this SimLab. Give another folder with --out.");
        }
        while (whole < bytes.Length && Read(bytes.AsSpan(whole)) is > 0 and var length) whole += length;
        _file.SetLength(whole);
        _file.Seek(0, SeekOrigin.End);
    }

    // Length of the block; 0: it is incomplete.
    private int Read(ReadOnlySpan<byte> from)
    {
        if (from.Length < 12) return 0;
        var body = BinaryPrimitives.ReadInt32LittleEndian(from);
        if (body < 8 || from.Length - 4 - HashBytes < body) return 0;
        if (!SHA256.HashData(from[..(4 + body)]).AsSpan().SequenceEqual(from.Slice(4 + body, HashBytes))) return 0;
        var (worlds, outcomes) = (BinaryPrimitives.ReadInt32LittleEndian(from[4..]), BinaryPrimitives.ReadInt32LittleEndian(from[8..]));
        var rest = from[12..];
        for (var i = 0; i < worlds; i++)
        {
            var key = new WorldKey(
                new(BinaryPrimitives.ReadUInt64LittleEndian(rest), BinaryPrimitives.ReadUInt64LittleEndian(rest[8..])),
                BinaryPrimitives.ReadInt32LittleEndian(rest[16..]));
            rest = rest[KeyBytes..];
            var values = new double[outcomes];
            for (var k = 0; k < outcomes; k++)
            {
                values[k] = BinaryPrimitives.ReadDoubleLittleEndian(rest);
                rest = rest[8..];
            }
            _worlds[key] = values;
        }
        return 4 + body + HashBytes;
    }
}
