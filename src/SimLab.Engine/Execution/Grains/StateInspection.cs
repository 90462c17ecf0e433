using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// Collects from a district's enterprises fingerprints by world, the states of one world, or all states. Local only,
/// like <see cref="MonthContext"/>.
/// </summary>
/// <param name="district">District to inspect.</param>
/// <param name="month">Last month simulated.</param>
/// <param name="worlds">Worlds of the batch.</param>
/// <param name="watched">World whose states are collected; null: fingerprints of all worlds.</param>
public sealed class StateInspection(District district, Month month, int worlds, int? watched)
{
    private readonly DistrictRange _range = district.Range;
    private readonly Enterprise[]? _all;

    /// <param name="district">District to inspect.</param>
    /// <param name="month">Last month simulated.</param>
    /// <param name="worlds">Worlds of the batch.</param>
    /// <param name="all">Receives all states, by enterprise, then world.</param>
    public StateInspection(District district, Month month, int worlds, Enterprise[] all)
        : this(district, month, worlds, watched: null) => _all = all;

    public District District => district;
    public Month Month => month;

    /// <summary>Fingerprints of the enterprises, summed by world.</summary>
    public Fingerprint[] Prints { get; } = new Fingerprint[worlds];

    /// <summary>States of the watched world, in order of number; empty if none is watched.</summary>
    public Enterprise[] States { get; } = new Enterprise[watched is null ? 0 : district.Range.Count];

    /// <summary>Collects the states of an enterprise, given by world.</summary>
    public void Show(int enterprise, ReadOnlySpan<Enterprise> states)
    {
        if (_all is not null) states.CopyTo(_all.AsSpan((enterprise - _range.First) * worlds, worlds));
        else if (watched is { } world) States[enterprise - _range.First] = states[world];
        else for (var i = 0; i < states.Length; i++) Prints[i] += Fingerprint.Of(in states[i], enterprise);
    }
}
