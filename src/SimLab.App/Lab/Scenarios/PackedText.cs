using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using SimLab.App.Texts;

namespace SimLab.App.Lab.Scenarios;

/// <summary>Encodes a text as a part of an address.</summary>
internal static class PackedText
{
    private const int Longest = 60_000;

    /// <summary>Packs a text.</summary>
    public static string Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize)) deflate.Write(Encoding.UTF8.GetBytes(text));
        return Base64Url.EncodeToString(packed.ToArray());
    }

    /// <exception cref="InputException">The text was not made by <see cref="Pack"/>.</exception>
    public static string Unpack(string link)
    {
        if (link.Length > Longest || !Base64Url.IsValid(link)) throw new InputException($"The link is not whole.");
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(Base64Url.DecodeFromChars(link)), CompressionMode.Decompress);
            var buffer = new byte[Longest];
            var read = deflate.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return Encoding.UTF8.GetString(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            throw new InputException($"The link is not whole.");
        }
    }
}
