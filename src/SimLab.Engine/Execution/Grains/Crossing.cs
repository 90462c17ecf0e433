using System.Runtime.InteropServices;
using SimLab.Model;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// Model structs on their way between grains. Within a silo it is handed on as it is; only between silos does it become
/// bytes. Blittable structs, so all silos must run the same build on the same kind of machine.
/// </summary>
[Immutable]
public sealed class Sheaf<T>(T[] all) where T : unmanaged
{
    public T[] All { get; } = all;
}

[GenerateSerializer]
public struct SheafOnTheWire<T> where T : unmanaged
{
    [Id(0)] public byte[] Bytes;
}

[RegisterConverter]
public sealed class SheafConverter<T> : IConverter<Sheaf<T>, SheafOnTheWire<T>> where T : unmanaged
{
    public Sheaf<T> ConvertFromSurrogate(in SheafOnTheWire<T> surrogate) => new(MemoryMarshal.Cast<byte, T>(surrogate.Bytes).ToArray());

    public SheafOnTheWire<T> ConvertToSurrogate(in Sheaf<T> value) => new() { Bytes = MemoryMarshal.AsBytes(value.All.AsSpan()).ToArray() };
}

/// <summary>The model knows nothing of Orleans, so its month crosses as a number.</summary>
[GenerateSerializer]
public struct MonthOnTheWire
{
    [Id(0)] public int Number;
}

[RegisterConverter]
public sealed class MonthConverter : IConverter<Month, MonthOnTheWire>
{
    public Month ConvertFromSurrogate(in MonthOnTheWire surrogate) => new(surrogate.Number);

    public MonthOnTheWire ConvertToSurrogate(in Month value) => new() { Number = value.Number };
}
