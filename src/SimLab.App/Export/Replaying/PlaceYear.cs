using System.Collections.Immutable;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Model.Messages;

namespace SimLab.App.Export.Replaying;

/// <summary>
/// The calendar year so far of each world at one place, as the formulas of outcomes read it: in December, and in no other
/// month, it is the year that a target covers. A run that starts within a year counts from its first month.
/// </summary>
/// <param name="tables">Where the counts come from.</param>
/// <param name="indicators">The indicators that the formulas read.</param>
/// <param name="otherLoans">See <see cref="ShownTargets.OtherLoans"/>; empty: the place is not the whole province.</param>
internal sealed class PlaceYear(
    ReplayTables tables, ImmutableArray<Indicator> indicators, ImmutableArray<ImmutableArray<double>> otherLoans) : IOutcomeReader
{
    private readonly int[] _columns = [.. indicators.Select(indicator => tables.Columns.IndexOf(Names.ColumnOf(indicator)))];
    private readonly long[] _end = new long[indicators.Length * tables.Worlds];
    private readonly long[] _start = new long[indicators.Length * tables.Worlds];
    private readonly long[] _sum = new long[indicators.Length * tables.Worlds];
    private int _month, _startMonth, _world;

    /// <summary>Advances by a month, as <see cref="ReplayFigures.Take"/>.</summary>
    public void Take(long[] counts, int month, int ofYear)
    {
        var first = month == 0;
        if (first || ofYear == 1) Array.Clear(_sum);
        if (!first && ofYear == 1)
        {
            _end.CopyTo(_start, 0);
            _startMonth = month - 1;
        }
        for (var i = 0; i < _columns.Length; i++)
            for (var world = 0; world < tables.Worlds; world++)
            {
                var (at, count) = (i * tables.Worlds + world, counts[_columns[i] * tables.Worlds + world]);
                _end[at] = count;
                if (first) _start[at] = count;
                else _sum[at] += count;
            }
        _month = month;
    }

    /// <summary>The value of an outcome in a world; null: see <see cref="OutcomeDefinition.Of"/>.</summary>
    public double? Value(OutcomeDefinition outcome, int world)
    {
        _world = world;
        return outcome.Of(this);
    }

    public double? AtEnd(Indicator stock) => _end[At(stock)];

    public double? AtStart(Indicator stock) => _start[At(stock)];

    public double? Over(Indicator flow) => _sum[At(flow)];

    public double? OtherLoansAtEnd => OtherLoans(_month);

    public double? OtherLoansAtStart => OtherLoans(_startMonth);

    private int At(Indicator indicator) => indicators.IndexOf(indicator) * tables.Worlds + _world;

    private double? OtherLoans(int month) =>
        otherLoans.IsEmpty ? null : otherLoans[_world / (tables.Worlds / otherLoans.Length)][month];
}
