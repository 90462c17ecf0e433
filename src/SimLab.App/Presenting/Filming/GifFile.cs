using System.Buffers.Binary;
using System.Text;

namespace SimLab.App.Presenting.Filming;

/// <summary>Pictures as one GIF that begins again when it is over (GIF89a). Of each picture only what differs from the one before is written.</summary>
internal static class GifFile
{
    private const int Bits = 8, Clear = 1 << Bits, EndOfPicture = Clear + 1, MostCodes = 4096, BlockSize = 255;
    private const byte Unchanged = Palette.Most;

    /// <param name="pictures">All of one size.</param>
    /// <param name="delays">How long each is shown, hundredths of a second.</param>
    /// <param name="file">Where it is written.</param>
    public static void Write(IReadOnlyList<Bitmap> pictures, IReadOnlyList<ushort> delays, Stream file)
    {
        var palette = new Palette(pictures);
        using var gif = new BinaryWriter(file, Encoding.ASCII, leaveOpen: true);
        gif.Write("GIF89a"u8);
        gif.Write((ushort)pictures[0].Width);
        gif.Write((ushort)pictures[0].Height);
        gif.Write([0xF7, 0, 0]);                                             // a palette of 256, the first is the ground
        for (var i = 0; i < 256; i++)
        {
            var colour = i < palette.Colours.Length ? palette.Colours[i] : 0;
            gif.Write([(byte)(colour >> 16), (byte)(colour >> 8), (byte)colour]);
        }
        gif.Write([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]);      // again and again
        int[]? before = null;
        foreach (var (picture, delay) in pictures.Zip(delays))
        {
            WritePicture(gif, picture, before, palette, delay);
            before = picture.Pixels;
        }
        gif.Write((byte)0x3B);
    }

    private static void WritePicture(BinaryWriter gif, Bitmap picture, int[]? before, Palette palette, ushort delay)
    {
        var (left, top, right, bottom) = Changed(picture, before);
        var (width, height) = (right - left + 1, bottom - top + 1);
        var shown = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = (top + y) * picture.Width + left + x;
                shown[y * width + x] = before is not null && before[at] == picture.Pixels[at] ? Unchanged : palette.Nearest(picture.Pixels[at]);
            }
        }
        // It stays when the next one is laid over it, and one index lets it through.
        gif.Write([0x21, 0xF9, 4, 0x05, (byte)delay, (byte)(delay >> 8), Unchanged, 0]);
        Span<byte> place = stackalloc byte[9];
        BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)left);
        BinaryPrimitives.WriteUInt16LittleEndian(place[2..], (ushort)top);
        BinaryPrimitives.WriteUInt16LittleEndian(place[4..], (ushort)width);
        BinaryPrimitives.WriteUInt16LittleEndian(place[6..], (ushort)height);
        gif.Write((byte)0x2C);
        gif.Write(place);
        gif.Write((byte)Bits);
        var packed = Packed(shown);
        for (var at = 0; at < packed.Count; at += BlockSize)
        {
            var size = Math.Min(BlockSize, packed.Count - at);
            gif.Write((byte)size);
            for (var i = 0; i < size; i++) gif.Write(packed[at + i]);
        }
        gif.Write((byte)0);
    }

    // The smallest frame around what differs; one pixel where nothing does.
    private static (int Left, int Top, int Right, int Bottom) Changed(Bitmap picture, int[]? before)
    {
        if (before is null) return (0, 0, picture.Width - 1, picture.Height - 1);
        var (left, top, right, bottom) = (picture.Width, picture.Height, -1, -1);
        for (var at = 0; at < before.Length; at++)
        {
            if (before[at] == picture.Pixels[at]) continue;
            var (y, x) = Math.DivRem(at, picture.Width);
            (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
        }
        return right < 0 ? (0, 0, 0, 0) : (left, top, right, bottom);
    }

    // Lempel-Ziv-Welch as GIF has it: codes of growing width, the lowest bit first.
    private static List<byte> Packed(byte[] indices)
    {
        var bytes = new List<byte>(indices.Length / 4);
        var codes = new Dictionary<int, int>();
        int next = Clear + 2, bits = Bits + 1, held = 0, count = 0;
        Put(Clear);
        var prefix = (int)indices[0];
        foreach (var index in indices.AsSpan(1))
        {
            var longer = prefix << Bits | index;
            if (codes.TryGetValue(longer, out var code))
            {
                prefix = code;
                continue;
            }
            Put(prefix);
            prefix = index;
            if (next == MostCodes)
            {
                Put(Clear);
                codes.Clear();
                (next, bits) = (Clear + 2, Bits + 1);
                continue;
            }
            if (next == 1 << bits) bits++;
            codes.Add(longer, next++);
        }
        Put(prefix);
        Put(EndOfPicture);
        if (count > 0) bytes.Add((byte)held);
        return bytes;

        void Put(int code)
        {
            held |= code << count;
            for (count += bits; count >= 8; count -= 8, held >>= 8) bytes.Add((byte)held);
        }
    }
}
