using System.Security.Cryptography;
using SimLab.Engine.Storage;

namespace SimLab.Engine.Execution.Recovery;

/// <summary>Blocks in an <see cref="AtomicFile"/>, with their SHA-256 at the end.</summary>
internal static class KeptFile
{
    public static void Write(string path, IEnumerable<byte[]> blocks)
    {
        using var atomic = new AtomicFile(path);
        using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
        using (var file = new FileStream(atomic.Unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
        {
            Span<byte> length = stackalloc byte[4];
            foreach (var block in blocks)
            {
                System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, block.Length);
                file.Write(length);
                hash.AppendData(length);
                file.Write(block);
                hash.AppendData(block);
            }
            file.Write(hash.GetHashAndReset());
        }
        atomic.Commit(replace: true);
    }

    /// <summary>The blocks; null: the file is truncated or altered.</summary>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static List<byte[]>? Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        if (!IsWhole(file)) return null;
        file.Position = 0;
        var blocks = new List<byte[]>();
        Span<byte> length = stackalloc byte[4];
        while (file.Position < file.Length - SHA256.HashSizeInBytes)
        {
            file.ReadExactly(length);
            var block = new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(length)];
            file.ReadExactly(block);
            blocks.Add(block);
        }
        return blocks;
    }

    // Checked before anything in the file is trusted, lengths included.
    private static bool IsWhole(FileStream file)
    {
        var left = file.Length - SHA256.HashSizeInBytes;
        if (left < 0) return false;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        while (left > 0)
        {
            var read = file.Read(buffer.AsSpan(0, (int)Math.Min(buffer.Length, left)));
            if (read == 0) return false;
            hash.AppendData(buffer.AsSpan(0, read));
            left -= read;
        }
        Span<byte> said = stackalloc byte[SHA256.HashSizeInBytes];
        file.ReadExactly(said);
        return said.SequenceEqual(hash.GetHashAndReset());
    }
}
