using System.Buffers;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.WireProtocol;
using SimLab.Engine.Execution.Recovery;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// Passes a local-only value by reference and refuses to serialise it for another silo, where its messages would be
/// lost.
/// </summary>
public abstract class LocalOnlyCodec<T> : IFieldCodec<T>, IDeepCopier<T> where T : class
{
    public T? DeepCopy(T? input, CopyContext context) => input;

    public void WriteField<TBufferWriter>(ref Writer<TBufferWriter> writer, uint fieldIdDelta, Type? expectedType, T? value)
        where TBufferWriter : IBufferWriter<byte> => throw Crossing();

    public T ReadValue<TInput>(ref Reader<TInput> reader, Field field) => throw Crossing();

    private static RestartRequiredException Crossing() =>
        new($"Bug in SimLab: a {typeof(T).Name} was about to leave its silo, and its messages would have been lost. An enterprise must "
            + $"be on the silo of its district.");
}

/// <summary>Keeps a month context on its silo.</summary>
[RegisterSerializer, RegisterCopier]
public sealed class MonthContextCodec : LocalOnlyCodec<MonthContext>;

/// <summary>Keeps an inspection on its silo.</summary>
[RegisterSerializer, RegisterCopier]
public sealed class StateInspectionCodec : LocalOnlyCodec<StateInspection>;
