using System.Buffers;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.WireProtocol;
using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// A district's round among its enterprises in one month. Local only: it is handed from grain to grain by reference, within one
/// silo, and is written to on the way: each enterprise in turn lays its papers into the district's tray.
/// </summary>
public sealed class MonthContext(RunMaterials materials, District district, int worlds, Month month, PublicInformation? information)
{
    private DistrictSnapshot? _from;
    private WorldMapping _mapping;

    /// <summary>Enterprises take their first state: of month zero, or of the snapshot.</summary>
    public static MonthContext ToBegin(RunMaterials materials, District district, StartRequest start, DistrictSnapshot? from, WorldMapping? mapping) =>
        new(materials, district, start.Batch.Worlds, start.SimulatedTo, null) { _from = from, _mapping = mapping ?? default };

    public District District => district;
    public int Worlds => worlds;
    public Month Month => month;

    public void Take(int enterprise, Span<Enterprise> states)
    {
        if (_from is null) states.Fill(materials.Population.Initial[enterprise]);
        else _mapping.States(_from, enterprise - district.Range.First, states);
    }

    public void Step(int enterprise, Span<Enterprise> states) => district.Step(enterprise - district.Range.First, states, information!);
}

/// <summary>
/// A district's look at its enterprises: fingerprints by world, the states of one world, or all states. Local only, like a round.
/// </summary>
public sealed class StateInspection(District district, Month month, int worlds, int? watched)
{
    private readonly DistrictRange _range = district.Range;
    private readonly Enterprise[]? _all;

    /// <param name="district">Whose enterprises are looked at.</param>
    /// <param name="month">The last one lived.</param>
    /// <param name="worlds">Of the wave.</param>
    /// <param name="all">Filled with all states, by enterprise, then world.</param>
    public StateInspection(District district, Month month, int worlds, Enterprise[] all) : this(district, month, worlds, watched: null) => _all = all;

    public District District => district;
    public Month Month => month;

    public Fingerprint[] Prints { get; } = new Fingerprint[worlds];

    public Enterprise[] States { get; } = new Enterprise[watched is null ? 0 : district.Range.Count];

    public void Show(int enterprise, ReadOnlySpan<Enterprise> states)
    {
        if (_all is not null) states.CopyTo(_all.AsSpan((enterprise - _range.First) * worlds, worlds));
        else if (watched is { } world) States[enterprise - _range.First] = states[world];
        else for (var i = 0; i < states.Length; i++) Prints[i] += Fingerprint.Of(in states[i], enterprise);
    }
}

/// <summary>Hands a local-only value on as it is, and refuses to write it to another silo, where its papers would be lost.</summary>
public abstract class LocalOnlyCodec<T> : IFieldCodec<T>, IDeepCopier<T> where T : class
{
    public T? DeepCopy(T? input, CopyContext context) => input;

    public void WriteField<TBufferWriter>(ref Writer<TBufferWriter> writer, uint fieldIdDelta, Type? expectedType, T? value)
        where TBufferWriter : IBufferWriter<byte> => throw Crossing();

    public T ReadValue<TInput>(ref Reader<TInput> reader, Field field) => throw Crossing();

    private static RestartRequiredException Crossing() =>
        new($"Bug in SimLab: a {typeof(T).Name} was about to leave its silo, and its papers would have been lost. An enterprise must live on the silo of its district.");
}

[RegisterSerializer, RegisterCopier]
public sealed class MonthContextCodec : LocalOnlyCodec<MonthContext>;

[RegisterSerializer, RegisterCopier]
public sealed class StateInspectionCodec : LocalOnlyCodec<StateInspection>;
