using System.Runtime.InteropServices;

namespace SimLab.Engine.Execution.Grains;

/// <summary>A block as raw bytes, between silos.</summary>
[GenerateSerializer]
public struct BlockSurrogate<T> where T : unmanaged
{
    [Id(0)] public byte[] Bytes;
}

/// <summary>Converts blocks for messages between silos; within a silo they are passed by reference.</summary>
[RegisterConverter]
public sealed class BlockConverter<T> : IConverter<Block<T>, BlockSurrogate<T>> where T : unmanaged
{
    public Block<T> ConvertFromSurrogate(in BlockSurrogate<T> surrogate) => new(MemoryMarshal.Cast<byte, T>(surrogate.Bytes).ToArray());

    public BlockSurrogate<T> ConvertToSurrogate(in Block<T> value) => new() { Bytes = MemoryMarshal.AsBytes(value.All.AsSpan()).ToArray() };
}
