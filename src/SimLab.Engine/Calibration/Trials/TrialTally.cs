using System.Collections.Concurrent;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>
/// Tallies the two groups of a trial apart, in the trial and in its twin: what each firm adds to the tally of its district is the
/// difference that its step makes. Whole numbers, so the order of firms does not matter. A firm that closed is not counted again when
/// its slot has a new firm.
/// </summary>
internal sealed class TrialTally(TrialGroups groups, Func<Enterprise, bool>? counts, Month first, int months) : IFirmObserver
{
    private const int Arms = 2, Groups = 2;
    private readonly int _replicates = groups.Of.Length;
    private readonly bool[] _observed = [.. Enumerable.Range(0, groups.Of[0].Length).Select(firm =>
        groups.Of.Any(of => of[firm] != TrialGroup.None))];
    private readonly long[] _sums = new long[months * Arms * groups.Of.Length * Groups * Indicators.Count];
    private readonly bool[][] _gone = [.. Enumerable.Range(0, Arms * groups.Of.Length).Select(_ => new bool[groups.Of[0].Length])];
    private readonly ConcurrentDictionary<int, long[]> _before = []; // rows before a step, by district
    private readonly ConcurrentDictionary<int, bool[]> _counted = []; // whether a firm counts in the month, by district

    /// <summary>Total of an indicator in a month, fen, firms or people.</summary>
    /// <param name="month">Months since the first.</param>
    /// <param name="arm">0: the twin; 1: the trial.</param>
    /// <param name="replicate">Replicate of both.</param>
    /// <param name="group">Treated or controls.</param>
    /// <param name="indicator">Column of the tally.</param>
    public long Value(int month, int arm, int replicate, TrialGroup group, Indicator indicator) =>
        _sums[Row(month, arm, replicate, group) + (int)indicator];

    public void Stepping(District district, int slot, ReadOnlySpan<Enterprise> states, PublicInformation information)
    {
        var firm = district.Firm(slot);
        if (!_observed[firm.Id]) return;
        var before = _before.GetOrAdd(
            district.Range.Index, static (_, worlds) => new long[worlds * Indicators.Count], Arms * _replicates);
        for (var world = 0; world < states.Length; world++)
            district.Outbox.Tally.Row(firm.Industry, world)[..Indicators.Count].CopyTo(before.AsSpan(world * Indicators.Count));
        var counted = _counted.GetOrAdd(district.Range.Index, static (_, worlds) => new bool[worlds], Arms * _replicates);
        for (var world = 0; world < states.Length; world++) counted[world] = counts is null || counts(states[world]);
        for (var world = 0; world < states.Length; world++)
            if (!states[world].IsAlive) _gone[World(information.Worlds[world])][firm.Id] = true;
    }

    public void Stepped(District district, int slot, ReadOnlySpan<Enterprise> states, PublicInformation information)
    {
        var firm = district.Firm(slot);
        if (!_observed[firm.Id]) return;
        var (before, counted) = (_before[district.Range.Index], _counted[district.Range.Index]);
        for (var world = 0; world < states.Length; world++)
        {
            var here = information.Worlds[world];
            var group = groups.Of[here.Replicate][firm.Id];
            if (group == TrialGroup.None || _gone[World(here)][firm.Id] || !counted[world]) continue;
            var row = Row(information.Month - first, here.Arm, here.Replicate, group);
            var tally = district.Outbox.Tally.Row(firm.Industry, world);
            lock (_sums)
                for (var column = 0; column < Indicators.Count; column++)
                    _sums[row + column] += tally[column] - before[world * Indicators.Count + column];
        }
    }

    private int World(in World world) => world.Arm * _replicates + world.Replicate;

    private int Row(int month, int arm, int replicate, TrialGroup group) =>
        (((month * Arms + arm) * _replicates + replicate) * Groups + (int)group) * Indicators.Count;
}
