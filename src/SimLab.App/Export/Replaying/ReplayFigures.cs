using System.Collections.Immutable;
using SimLab.App.Export.Tables;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.App.Export.Replaying;

/// <summary>
/// The figures the player shows of one place, by month in every world: stocks at the end of the month; flows of the
/// month and, as NAME.year, of the calendar year to date; targets, see <see cref="PlaceYear"/>; public cost since the
/// start. A run that starts within a year counts from its first month. Counts are whole firms, money is in units of
/// 10,000 yuan, shares are 0–1; NaN where a target has no value, as that of a place without loans of its own.
/// </summary>
internal sealed class ReplayFigures
{
    private const string Arrears = "arrears", Cost = "cost";

    /// <summary>Yuan in a unit of money of the player.</summary>
    public const double YuanPerUnit = (double)Fen.PerWan / Fen.PerYuan;

    private readonly Dictionary<string, int> _columns;
    private readonly ImmutableArray<MeasureId> _measures;
    private readonly int _worlds;
    private readonly long[] _year, _spent;
    private readonly ImmutableArray<ShownTarget> _targets;
    private readonly PlaceYear _placeYear;

    /// <param name="tables">Where the counts come from.</param>
    /// <param name="targets">Targets of the run.</param>
    /// <param name="whole">Whether the place is the whole province.</param>
    public ReplayFigures(ReplayTables tables, ShownTargets targets, bool whole)
    {
        (_targets, _placeYear) = (targets.Shown, new(tables, targets.Indicators, whole ? targets.OtherLoans : []));
        (_measures, _worlds) = (tables.Measures, tables.Worlds);
        _columns = tables.Columns.Index().ToDictionary(column => column.Item, column => column.Index);
        _year = new long[Flows.Length * _worlds];
        _spent = new long[_measures.Length * _worlds];
        All =
        [
            .. Stocks, Arrears, .. Flows, .. Flows.Select(flow => $"{flow}.year"), .. _targets.Select(target => target.Figure), Cost,
            .. _measures.Select(Names.CostColumn),
        ];
        Values = new double[All.Length * _worlds];
    }

    /// <summary>Names of all figures.</summary>
    public ImmutableArray<string> All { get; }

    /// <summary>Values of the last month taken, by figure × world.</summary>
    public double[] Values { get; }

    /// <summary>Figures that the player draws as a line from the first month on.</summary>
    public static ImmutableArray<string> Drawn { get; } = [
        Names.ColumnOf(Indicator.SmeLoansOwed), Names.ColumnOf(Indicator.InclusiveLoansOwed), Arrears];

    /// <summary>Converts fen to units of 10,000 yuan, rounded to whole units.</summary>
    public static double TenThousands(long fen) => Math.Round(fen / (double)Fen.PerWan, MidpointRounding.AwayFromZero);

    private static ImmutableArray<string> Stocks { get; } =
    [
        .. new[]
        {
            Indicator.Firms, Indicator.HighTech, Indicator.Innovative, Indicator.Specialised, Indicator.LittleGiant, Indicator.AboveScale,
            Indicator.SmeLoansOwed, Indicator.InclusiveLoansOwed,
        }.Select(Names.ColumnOf),
    ];

    private static ImmutableArray<string> Flows { get; } =
    [
        .. new[] { Indicator.NewSpecialised, Indicator.NewLittleGiant, Indicator.NewAboveScale, Indicator.Founded, Indicator.Left,
            Indicator.Insolvent }.Select(Names.ColumnOf),
        .. FirmFlows.Kinds.Select(kind => kind.Name),
    ];

    /// <summary>Advances by a month; months must come in order.</summary>
    /// <param name="counts">Filled by <see cref="ReplayTables.Read"/>, by column × world.</param>
    /// <param name="month">Index of the month; 0 is the month before the first, which has only stocks.</param>
    /// <param name="ofYear">Month of the year, 1 to 12.</param>
    public void Take(long[] counts, int month, int ofYear)
    {
        var first = month == 0;
        var at = 0;
        foreach (var stock in Stocks) Put(at++, world => Shown(stock, Count(counts, stock, world)));
        Put(at++, world =>
            TenThousands(
            Count(counts, Names.ColumnOf(Indicator.PublicArrears), world) + Count(counts, Names.ColumnOf(Indicator.LargeArrears), world)));
        if (ofYear == 1 || first) Array.Clear(_year);
        foreach (var (flow, name) in Flows.Index())
            Put(at + flow, world =>
            {
                var count = first ? 0 : Count(counts, name, world);
                _year[flow * _worlds + world] += count;
                return count;
            });
        at += Flows.Length;
        for (var flow = 0; flow < Flows.Length; flow++, at++) Put(at, world => _year[flow * _worlds + world]);
        _placeYear.Take(counts, month, ofYear);
        foreach (var target in _targets)
            Put(at++, world => _placeYear.Value(target.Outcome, world) is { } value ? target.Scaled(value) : double.NaN);
        PutCosts(at, counts);
    }

    private void PutCosts(int at, long[] counts)
    {
        foreach (var (index, measure) in _measures.Index())
            for (var world = 0; world < _worlds; world++)
                _spent[index * _worlds + world] += Count(counts, Names.CostColumn(measure), world);
        Put(at, world =>
        {
            var all = 0L;
            for (var index = 0; index < _measures.Length; index++) all += _spent[index * _worlds + world];
            return TenThousands(all);
        });
        for (var index = 0; index < _measures.Length; index++)
        {
            var measure = index;
            Put(at + 1 + index, world => TenThousands(_spent[measure * _worlds + world]));
        }
    }

    private void Put(int figure, Func<int, double> value)
    {
        for (var world = 0; world < _worlds; world++) Values[figure * _worlds + world] = value(world);
    }

    private long Count(long[] counts, string column, int world) => counts[_columns[column] * _worlds + world];

    private static double Shown(string column, long count) =>
        column.EndsWith("_owed", StringComparison.Ordinal) ? TenThousands(count) : count;
}
