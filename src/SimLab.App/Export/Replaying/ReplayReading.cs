using System.Collections.Immutable;
using MathNet.Numerics.Statistics;
using SimLab.App.Export.Tables;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.App.Export.Replaying;

/// <summary>
/// Builds a <see cref="Replay"/>: 1. ranks the worlds by the first target under the policy; 2. reads the months once,
/// all worlds and places of a month at a time; 3. turns each figure into quantiles over the worlds (type 7, as in
/// targets.json) and its values in the median, best and worst world; 4. packs and releases each finished year.
/// </summary>
internal sealed class ReplayReading
{
    /// <summary>Quantiles over the worlds, then the three ranked worlds.</summary>
    public static ImmutableArray<string> Stats { get; } = ["p05", "p25", "p50", "p75", "p95", "median", "best", "worst"];

    /// <summary>The statistics that a tile of the map needs.</summary>
    public static ImmutableArray<string> MapStats { get; } = ["p50", "median", "best", "worst"];

    private static readonly double[] Shares = [0.05, 0.25, 0.50, 0.75, 0.95];
    private static readonly int Filled = ReplayTables.OnMap.IndexOf(Names.ColumnOf(Indicator.SmeLoansOwed));

    private readonly RunReader _run;
    private readonly ReplayTables _tables;
    private readonly RankedWorlds _ranked;
    private readonly int _arms, _replicates;
    private readonly int[] _months, _starts;
    private readonly ReplayFigures[] _figures;
    private readonly long[][] _counts, _cells;
    private readonly double[] _sorted, _tile;
    private readonly PlaceBook[] _books;

    private ReplayReading(RunReader run, ReplayTables tables, ShownTargets targets, RankedWorlds ranked, int[] months)
    {
        (_run, _tables, _ranked, _months) = (run, tables, ranked, months);
        (_arms, _replicates) = (run.Manifest.Arms.Count, run.Manifest.Replicates);
        _starts = [.. Enumerable.Range(0, months.Length).Where(m => m == 0 || months[m] % 100 == 1)];
        _figures = [.. tables.Places.All.Select(place => new ReplayFigures(tables, targets, whole: place.IsWhole))];
        _counts = [.. tables.Places.All.Select(_ => new long[tables.Columns.Length * tables.Worlds])];
        _cells = [.. Enumerable.Range(0, tables.Places.Regions * Places.Industries)
            .Select(_ => new long[ReplayTables.OnMap.Length * tables.Worlds])];
        (_sorted, _tile) = (new double[_replicates], new double[_replicates]);
        _books = [.. tables.Places.All.Select(place =>
            new PlaceBook(_figures[0].All, place.Region is null ? tables.Places.Regions : 0, _arms, months.Length, _starts.Length))];
    }

    public static async Task<Replay> Read(RunReader run, CancellationToken cancel)
    {
        var targets = ShownRun.ReadTargets(run);
        var start = Month.Parse(run.Manifest.Start);
        int[] months = [.. Enumerable.Range(-1, run.Manifest.Months + 1).Select(i => Names.Number(start + i))];
        var shown = ShownTargets.Of(run, targets, months);
        await using var tables = await ReplayTables.Open(run, shown.Indicators);
        var reading = new ReplayReading(run, tables, shown, await RankedWorlds.Of(run, tables, months, shown), months);
        for (var month = 0; month < months.Length; month++)
        {
            cancel.ThrowIfCancellationRequested();
            await reading.Take(month);
        }
        return new(
            run, ReplayHead.Of(run, targets, months, reading._starts, reading._ranked, shown, tables.Measures),
            reading.Keyed(book => book.View()), reading.Keyed(book => book.Chunks));
    }

    private async Task Take(int month)
    {
        var chunk = Array.FindLastIndex(_starts, start => start <= month);
        var (first, end) = (_starts[chunk], chunk + 1 < _starts.Length ? _starts[chunk + 1] : _months.Length);
        if (month == first) foreach (var book in _books) book.Begin(end - first);
        await _tables.Read(_months[month], _counts, _cells);
        TakeFigures(month, month - first, chunk);
        TakeMaps(month - first, chunk);
        if (month == end - 1) foreach (var book in _books) book.End();
    }

    private void TakeFigures(int month, int ofYear, int chunk)
    {
        Span<double> stats = stackalloc double[Stats.Length];
        foreach (var (place, figures) in _figures.Index())
        {
            figures.Take(_counts[place], month, _months[month] % 100);
            for (var figure = 0; figure < figures.All.Length; figure++)
                for (var arm = 0; arm < _arms; arm++)
                {
                    Sum(figures.Values.AsSpan((figure * _arms + arm) * _replicates, _replicates), stats);
                    _books[place].Enter(figure, arm, month, ofYear, chunk, stats);
                }
        }
    }

    // The map of the province shows its regions; the map of an industry shows that industry in each region.
    private void TakeMaps(int ofYear, int chunk)
    {
        for (var region = 0; region < _tables.Places.Regions; region++)
        {
            for (var column = 0; column < ReplayTables.OnMap.Length; column++)
            {
                TakeTile(_counts[ReplayPlaces.Of((Region)region)], _tables.Columns.IndexOf(ReplayTables.OnMap[column]), 0, column,
                    region, ofYear, chunk);
                for (var industry = 0; industry < Places.Industries; industry++)
                    TakeTile(_cells[region * Places.Industries + industry], column, _tables.Places.Of((Industry)industry), column,
                        region, ofYear, chunk);
            }
        }
    }

    private void TakeTile(long[] counts, int at, int place, int column, int region, int ofYear, int chunk)
    {
        Span<double> stats = stackalloc double[Stats.Length];
        for (var arm = 0; arm < _arms; arm++)
        {
            for (var i = 0; i < _replicates; i++)
            {
                var count = counts[at * _tables.Worlds + arm * _replicates + i];
                _tile[i] = column == Filled ? ReplayFigures.TenThousands(count) : count;
            }
            Sum(_tile, stats);
            _books[place].Tile(column, arm, ofYear, region, [stats[2], stats[5], stats[6], stats[7]], column == Filled ? chunk : null);
        }
    }

    private void Sum(ReadOnlySpan<double> worlds, Span<double> stats)
    {
        worlds.CopyTo(_sorted);
        if (Array.Exists(_sorted, double.IsNaN))
        {
            stats.Fill(double.NaN);
            return;
        }
        Array.Sort(_sorted);
        for (var i = 0; i < Shares.Length; i++) stats[i] = Math.Round(
            SortedArrayStatistics.QuantileCustom(_sorted, Shares[i], QuantileDefinition.R7), 4);
        (stats[5], stats[6], stats[7]) = (worlds[_ranked.Median], worlds[_ranked.Best], worlds[_ranked.Worst]);
    }

    private Dictionary<string, T> Keyed<T>(Func<PlaceBook, T> of) =>
        _tables.Places.All.Index().ToDictionary(place => place.Item.Key, place => of(_books[place.Index]));
}
