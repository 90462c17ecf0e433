using System.Runtime.InteropServices;
using SimLab.Model;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// Model structs on their way between grains. Within a silo it is handed on as it is; only between silos does it become
/// bytes. Blittable structs, so all silos must run the same build on the same kind of machine.
/// </summary>
[Immutable]
public sealed class Block<T>(T[] all) where T : unmanaged
{
    public T[] All { get; } = all;
}

[GenerateSerializer]
public struct BlockSurrogate<T> where T : unmanaged
{
    [Id(0)] public byte[] Bytes;
}

[RegisterConverter]
public sealed class BlockConverter<T> : IConverter<Block<T>, BlockSurrogate<T>> where T : unmanaged
{
    public Block<T> ConvertFromSurrogate(in BlockSurrogate<T> surrogate) => new(MemoryMarshal.Cast<byte, T>(surrogate.Bytes).ToArray());

    public BlockSurrogate<T> ConvertToSurrogate(in Block<T> value) => new() { Bytes = MemoryMarshal.AsBytes(value.All.AsSpan()).ToArray() };
}

/// <summary>The model knows nothing of Orleans, so its month crosses as a number.</summary>
[GenerateSerializer]
public struct MonthSurrogate
{
    [Id(0)] public int Number;
}

[RegisterConverter]
public sealed class MonthConverter : IConverter<Month, MonthSurrogate>
{
    public Month ConvertFromSurrogate(in MonthSurrogate surrogate) => new(surrogate.Number);

    public MonthSurrogate ConvertToSurrogate(in Month value) => new() { Number = value.Number };
}
