using System.Buffers.Binary;
using System.IO.Compression;

namespace SimLab.App.Presenting.Filming;

/// <summary>A picture as Chromium takes it, unpacked: 24-bit colours (0xRRGGBB), row by row from the top.</summary>
internal sealed record Bitmap(int Width, int Height, int[] Pixels)
{
    private const int Signature = 8, Rgb = 2, Rgba = 6;

    /// <summary>Reads a PNG of eight bits a channel, not interlaced, in colour: the kind that Chromium writes.</summary>
    /// <exception cref="InvalidOperationException">It is another kind.</exception>
    public static Bitmap OfPng(byte[] png)
    {
        int width = 0, height = 0, channels = 0;
        using var packed = new MemoryStream();
        for (var at = Signature; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var kind = System.Text.Encoding.ASCII.GetString(png, at + 4, 4);
            var data = png.AsSpan(at + 8, length);
            if (kind == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                channels = (data[8], data[9], data[12]) switch { (8, Rgb, 0) => 3, (8, Rgba, 0) => 4, _ => throw new InvalidOperationException("Bug in SimLab: Chromium's picture is of a kind that is not read.") };
            }
            if (kind == "IDAT") packed.Write(data);
            at += length + 12;                                               // length, kind, data, checksum
        }
        packed.Position = 0;
        using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
        return new(width, height, Unfiltered(inflate, width, height, channels));
    }

    // Each byte is told by its difference from its neighbours: left, above, or both (PNG specification, section 9).
    private static int[] Unfiltered(Stream stream, int width, int height, int channels)
    {
        var pixels = new int[width * height];
        var (row, above) = (new byte[width * channels], new byte[width * channels]);
        for (var y = 0; y < height; y++)
        {
            var filter = stream.ReadByte();
            stream.ReadExactly(row);
            for (var i = 0; i < row.Length; i++)
            {
                int left = i >= channels ? row[i - channels] : 0, corner = i >= channels ? above[i - channels] : 0;
                row[i] += (byte)(filter switch { 1 => left, 2 => above[i], 3 => (left + above[i]) / 2, 4 => Paeth(left, above[i], corner), _ => 0 });
            }
            for (var x = 0; x < width; x++) pixels[y * width + x] = row[x * channels] << 16 | row[x * channels + 1] << 8 | row[x * channels + 2];
            (row, above) = (above, row);
        }
        return pixels;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
