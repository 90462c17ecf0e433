using System.Buffers;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.WireProtocol;
using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Grains;

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
