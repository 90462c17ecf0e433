using System.Runtime.CompilerServices;

namespace SimLab.Model.Chance;

/// <summary>
/// Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3" (SC'11): a pure function from a 128-bit counter and a 64-bit key to four random words. Checked against the
/// known-answer vectors published with Random123.
/// </summary>
public static class Philox4x32
{
    /// <summary>Writes the four random words of counter (c0…c3) and key (k0, k1); ten rounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, Span<uint> four)
    {
        for (var round = 0; round < 10; round++)
        {
            var a = (ulong)0xD2511F53 * c0;
            var b = (ulong)0xCD9E8D57 * c2;
            c0 = (uint)(b >> 32) ^ c1 ^ k0;
            c1 = (uint)b;
            c2 = (uint)(a >> 32) ^ c3 ^ k1;
            c3 = (uint)a;
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }
        four[3] = c3;
        four[0] = c0;
        four[1] = c1;
        four[2] = c2;
    }
}
