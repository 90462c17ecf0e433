using System.Collections.Immutable;
using System.Text.Json;

namespace SimLab.App.Export.Replaying;

/// <summary>
/// Collects the data of one place: the current year, the packed earlier years, and the values a page needs of all
/// years.
/// </summary>
/// <param name="figures">Keys of the figures.</param>
/// <param name="mapRegions">Number of regions on its map; 0: it has none.</param>
/// <param name="arms">Number of arms.</param>
/// <param name="months">Number of months.</param>
/// <param name="chunks">Number of years.</param>
internal sealed class PlaceBook(ImmutableArray<string> figures, int mapRegions, int arms, int months, int chunks)
{
    private static readonly int Stats = ReplayReading.Stats.Length, MapStats = ReplayReading.MapStats.Length;

    private readonly double[][] _tracks = [.. ReplayFigures.Drawn.Select(_ => new double[arms * months * Stats])];
    private readonly double[][] _tops = [.. figures.Select(_ => new double[chunks])];
    private readonly double[] _mapTops = new double[mapRegions * chunks];
    private readonly List<byte[]> _packed = [];
    private double[][] _year = [], _map = [];
    private int _months;

    /// <summary>Packed chunks, one per calendar year.</summary>
    public byte[][] Chunks => [.. _packed];

    /// <param name="monthsOfYear">Number of months that the run has of the year.</param>
    public void Begin(int monthsOfYear)
    {
        _months = monthsOfYear;
        _year = [.. figures.Select(_ => new double[arms * monthsOfYear * Stats])];
        _map = [.. mapRegions > 0 ? ReplayTables.OnMap.Select(_ => new double[arms * monthsOfYear * mapRegions * MapStats]) : []];
    }

    /// <summary>Adds the statistics of a figure in a month.</summary>
    public void Enter(int figure, int arm, int month, int ofYear, int chunk, ReadOnlySpan<double> stats)
    {
        stats.CopyTo(_year[figure].AsSpan((arm * _months + ofYear) * Stats));
        foreach (var value in stats) if (value > _tops[figure][chunk]) _tops[figure][chunk] = value;
        if (ReplayFigures.Drawn.IndexOf(figures[figure]) is var track and >= 0) stats.CopyTo(
            _tracks[track].AsSpan((arm * months + month) * Stats));
    }

    /// <summary>Adds the statistics of a map tile in a month; a chunk also updates the maximum of its year.</summary>
    public void Tile(int column, int arm, int ofYear, int region, ReadOnlySpan<double> stats, int? chunk)
    {
        stats.CopyTo(_map[column].AsSpan(((arm * _months + ofYear) * mapRegions + region) * MapStats));
        if (chunk is not { } year) return;
        ref var top = ref _mapTops[region * chunks + year];
        foreach (var value in stats) top = Math.Max(top, value);
    }

    /// <summary>Packs the current year.</summary>
    public void End() => _packed.Add(Replay.Packed(json =>
    {
        json.WriteStartObject();
        Write(json, "figures", figures, _year);
        if (mapRegions > 0) Write(json, "map", ReplayTables.OnMap, _map);
        json.WriteEndObject();
    }));

    /// <summary>The packed data that a page needs of all years at once.</summary>
    public byte[] View() => Replay.Packed(json =>
    {
        json.WriteStartObject();
        Write(json, "tracks", ReplayFigures.Drawn, _tracks);
        Write(json, "tops", figures, _tops);
        if (mapRegions > 0) Write(json, "mapTops", _mapTops);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> keys, double[][] values)
    {
        json.WriteStartObject(name);
        foreach (var (index, key) in keys.Index()) Write(json, key, values[index]);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double[] values)
    {
        json.WritePropertyName(name);
        if (!values.AsSpan().ContainsAnyExcept(0.0))
        {
            json.WriteNumberValue(0);
            return;
        }
        json.WriteStartArray();
        foreach (var value in values)
        {
            if (double.IsNaN(value)) json.WriteNullValue();
            else json.WriteNumberValue(value);
        }
        json.WriteEndArray();
    }
}
