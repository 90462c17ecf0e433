using System.Collections.Immutable;
using SimLab.App.Export.Tables;
using SimLab.Engine;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.App.Export.Replaying;

/// <summary>
/// The tables of a recording for the player: one month at a time, all worlds, every place. A firm counts in the flows
/// with its weight, in the province and in its own region and industry; firms missing from the panel count once, and
/// only in the province.
/// </summary>
internal sealed class ReplayTables : IAsyncDisposable
{
    private static readonly string[] Industries = Enum.GetNames<Industry>();

    // Those of the scenes; the targets of a run add theirs.
    private static readonly Indicator[] OfScenes =
    [
        Indicator.Firms, Indicator.HighTech, Indicator.Innovative, Indicator.Specialised, Indicator.LittleGiant, Indicator.AboveScale,
        Indicator.SmeLoansOwed, Indicator.InclusiveLoansOwed, Indicator.PublicArrears, Indicator.LargeArrears,
        Indicator.NewSpecialised, Indicator.NewLittleGiant, Indicator.NewAboveScale, Indicator.Founded, Indicator.Left, Indicator.Insolvent,
    ];

    private readonly MonthGroups _series, _events;
    private readonly Dictionary<string, int> _arms;
    private readonly Dictionary<int, (int Weight, int Region, int Industry)> _firms;
    private readonly string _path;
    private readonly int _replicates;

    private readonly int _indicators;

    private ReplayTables(
        RunReader run, string[] indicators, MonthGroups series, MonthGroups events, Dictionary<int, (int, int, int)> firms)
    {
        _indicators = indicators.Length;
        (_series, _events, _firms, _path, _replicates) = (series, events, firms, run.Path, run.Manifest.Replicates);
        Places = new(run.Province);
        _arms = run.Manifest.Arms.Index().ToDictionary(arm => arm.Item.Name, arm => arm.Index);
        Worlds = _arms.Count * _replicates;
        Measures = [.. series.Columns.Select(Names.MeasureOf).OfType<MeasureId>()];
        Columns = [.. indicators, .. Measures.Select(Names.CostColumn), .. FirmFlows.Kinds.Select(kind => kind.Name)];
    }

    /// <summary>The places counted.</summary>
    public ReplayPlaces Places { get; }

    /// <summary>Number of worlds: arms × replicates.</summary>
    public int Worlds { get; }

    /// <summary>Measures with a public cost.</summary>
    public ImmutableArray<MeasureId> Measures { get; }

    /// <summary>Columns counted: those of series.parquet, money in fen, and title gains and losses of firms.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Columns shown region by region even for one industry.</summary>
    public static ImmutableArray<string> OnMap { get; } =
        [.. new[] { Indicator.HighTech, Indicator.Specialised, Indicator.LittleGiant, Indicator.SmeLoansOwed }.Select(Names.ColumnOf)];

    /// <param name="run">The recording.</param>
    /// <param name="ofTargets">Indicators that its targets read.</param>
    /// <exception cref="RunFolderException">A table lacks a column that the player shows; the message names
    /// it.</exception>
    public static async Task<ReplayTables> Open(RunReader run, ImmutableArray<Indicator> ofTargets)
    {
        var series = await MonthGroups.Open(run, RunFolder.Series);
        string[] indicators = [.. OfScenes.Union(ofTargets).Select(Names.ColumnOf)];
        var lacking = indicators.Except(series.Columns).ToList();
        if (lacking.Count > 0) throw Refused(run.Path, RunFolder.Series, $"has no column {string.Join(", ", lacking)}");
        return new(run, indicators, series, await MonthGroups.Open(run, RunFolder.Events), await Firms(run));
    }

    /// <summary>Reads and counts a month.</summary>
    /// <param name="month">As in the tables, 202303.</param>
    /// <param name="places">Receives the counts: by <see cref="ReplayPlaces.All"/>, then column × world.</param>
    /// <param name="map">Receives the counts by region × industry, then column of <see cref="OnMap"/> × world; null:
    /// not needed.</param>
    public async Task Read(int month, long[][] places, long[][]? map)
    {
        foreach (var place in places) Array.Clear(place);
        foreach (var cell in map ?? []) Array.Clear(cell);
        await foreach (var part in _series.Of(month)) await AddSeries(part, month, places, map);
        await foreach (var part in _events.Of(month)) await AddEvents(part, month, places);
    }

    public async ValueTask DisposeAsync()
    {
        await _series.DisposeAsync();
        await _events.DisposeAsync();
    }

    private async Task AddSeries(TablePart part, int month, long[][] places, long[][]? map)
    {
        var worlds = await WorldsOf(part, month, RunFolder.Series);
        var (regions, industries) = (
            Indexed(Places.Province.RegionNames(), await part.Texts("region")), Indexed(Industries, await part.Texts("industry")));
        for (var column = 0; column < _indicators + Measures.Length; column++)
        {
            var values = await part.Numbers<long>(Columns[column]);
            var onMap = map is null ? -1 : OnMap.IndexOf(Columns[column]);
            for (var row = 0; row < values.Length; row++)
            {
                if (values[row] == 0 || worlds[row] < 0) continue;
                var at = column * Worlds + worlds[row];
                places[0][at] += values[row];
                if (regions[row] < 0 || industries[row] < 0) continue;              // cost without a firm
                places[ReplayPlaces.Of((Region)regions[row])][at] += values[row];
                places[Places.Of((Industry)industries[row])][at] += values[row];
                if (onMap >= 0) map![regions[row] * Industries.Length + industries[row]][onMap * Worlds + worlds[row]] += values[row];
            }
        }
    }

    private async Task AddEvents(TablePart part, int month, long[][] places)
    {
        var worlds = await WorldsOf(part, month, RunFolder.Events);
        var (kinds, which, enterprises) = (await part.Texts("kind"), await part.Texts("which"), await part.Numbers<int>("enterprise"));
        for (var row = 0; row < worlds.Length; row++)
        {
            if (worlds[row] < 0 || FirmFlows.KindOf(kinds[row], which[row]) is not { } kind) continue;
            var at = (_indicators + Measures.Length + kind) * Worlds + worlds[row];
            var known = _firms.TryGetValue(enterprises[row], out var firm);
            places[0][at] += known ? firm.Weight : 1;
            if (!known) continue;
            places[ReplayPlaces.Of((Region)firm.Region)][at] += firm.Weight;
            places[Places.Of((Industry)firm.Industry)][at] += firm.Weight;
        }
    }

    // By row: the world; −1 for a row of another month.
    private async Task<int[]> WorldsOf(TablePart part, int month, string table)
    {
        var (months, arms, replicates) = (await part.Numbers<int>("month"), await part.Texts("arm"), await part.Numbers<int>("replicate"));
        var worlds = new int[part.Rows];
        for (var row = 0; row < worlds.Length; row++)
        {
            if (!_arms.TryGetValue(arms[row], out var arm) || replicates[row] < 0 || replicates[row] >= _replicates)
                throw Refused(
                    _path, table,
                    $"holds replicate {replicates[row]} of \"{arms[row]}\", which is not in the run according to its manifest");
            worlds[row] = months[row] == month ? arm * _replicates + replicates[row] : -1;
        }
        return worlds;
    }

    private static async Task<Dictionary<int, (int, int, int)>> Firms(RunReader run)
    {
        var firms = new Dictionary<int, (int, int, int)>();
        await foreach (var part in run.Read(RunFolder.Enterprises))
        {
            var (enterprises, weights) = (await part.Numbers<int>("enterprise"), await part.Numbers<int>("weight"));
            var (regions, industries) = (
                Indexed(run.Province.RegionNames(), await part.Texts("region")), Indexed(Industries, await part.Texts("industry")));
            for (var row = 0; row < enterprises.Length; row++)
                if (regions[row] >= 0 && industries[row] >= 0) firms[enterprises[row]] = (weights[row], regions[row], industries[row]);
        }
        return firms;
    }

    private static int[] Indexed(string[] known, string[] names)
    {
        var index = known.Index().ToDictionary(name => name.Item, name => name.Index);
        return [.. names.Select(name => index.GetValueOrDefault(name, -1))];
    }

    private static RunFolderException Refused(string path, string table, string why) =>
        new(Path.Combine(path, table), $"{why}. Play it with the SimLab that recorded it, or run the scenario again.");
}
