using System.Numerics;
using System.Runtime.InteropServices;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution;

/// <summary>
/// Fingerprint of all enterprises of one world. Each state is mixed with its enterprise number and the mixes are added,
/// so the result depends neither on the order of visits nor on the visitor.
/// </summary>
public readonly record struct Fingerprint(ulong A, ulong B)
{
    /// <summary>Adds the halves, each modulo 2⁶⁴.</summary>
    public static Fingerprint operator +(Fingerprint x, Fingerprint y) => new(unchecked(x.A + y.A), unchecked(x.B + y.B));

    /// <summary>Fingerprint of the state of one enterprise in one world.</summary>
    public static Fingerprint Of(in Enterprise state, int enterprise)
    {
        var a = (ulong)(uint)enterprise * 0x9E3779B97F4A7C15 + 1;
        var b = ~a * 0xD6E8FEB86659FD93;
        foreach (var word in MemoryMarshal.Cast<Enterprise, ulong>(new ReadOnlySpan<Enterprise>(in state)))
        {
            a = (BitOperations.RotateLeft(a ^ word, 29) + b) * 0xBF58476D1CE4E5B9;
            b = (BitOperations.RotateLeft(b + word, 31) ^ a) * 0x94D049BB133111EB;
        }
        return new(a ^ (a >> 31), b ^ (b >> 29));
    }
}
