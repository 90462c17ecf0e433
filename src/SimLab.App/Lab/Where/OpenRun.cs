using System.Collections.Concurrent;
using System.Collections.Immutable;
using SimLab.Engine.Explaining;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Papers;

namespace SimLab.App.Lab.Where;

/// <summary>A run folder while people look into it. What was read once is kept: a table is read for the first who asks.</summary>
public sealed class OpenRun
{
    private const int MostSeries = 24, MostStories = 50;

    private readonly RunReader _reader;
    private readonly ConcurrentDictionary<Indicator, Lazy<Task<PlaceSeries>>> _series = new();
    private readonly ConcurrentDictionary<(Month, string), Lazy<Task<ImmutableArray<FirmRow>>>> _firms = new();
    private readonly ConcurrentDictionary<(int, int), Lazy<Task<FirmStory>>> _stories = new();
    private readonly ConcurrentDictionary<(Title, int), Lazy<Task<WhyNot>>> _whyNot = new();
    private readonly SemaphoreSlim _living;

    private OpenRun(RunReader reader, SemaphoreSlim living) => (_reader, _living) = (reader, living);

    /// <param name="folder">Of the run.</param>
    /// <param name="living">Whose turn it is to live a replicate again.</param>
    public static async Task<OpenRun> At(string folder, SemaphoreSlim living) => new(await RunReader.Open(folder), living);

    public Manifest Manifest => _reader.Manifest;

    public Month Start => Month.Parse(Manifest.Start);

    public Month Last => Start + (Manifest.Months - 1);

    public int Policy => Manifest.Arms.Count - 1;

    /// <summary>Null: the policy was run alone.</summary>
    public int? Baseline => Manifest.Arms.Count > 1 ? 0 : null;

    /// <summary>Months at whose end firms were recorded one by one.</summary>
    public IEnumerable<Month> FirmMonths => Enumerable.Range(0, Manifest.Months).Select(i => Start + i).Where(month => month.EndsYear || month == Last);

    public Task<PlaceSeries> Series(Indicator indicator) => Once(_series, indicator, MostSeries, () => PlaceSeries.Read(_reader, indicator));

    /// <summary>The firms in business at the end of the month, in the first draw of luck.</summary>
    public Task<ImmutableArray<FirmRow>> Firms(Month month, int arm) => Once(_firms, (month, Manifest.Arms[arm].Name), 8, () => FirmRow.Read(_reader, month, Manifest.Arms[arm].Name));

    public Task<FirmStory> Story(int enterprise, int arm) => Once(_stories, (enterprise, arm), MostStories, () => Alone(() => FirmExplainer.Explain(new(_reader, 0), enterprise, arm)));

    /// <summary>The last filing of the run.</summary>
    public Task<WhyNot> WhyNot(Title title, int arm) => Once(_whyNot, (title, arm), MostStories, () => Alone(() => TitleExplainer.Explain(new(_reader, 0), title, null, arm)));

    private async Task<T> Alone<T>(Func<Task<T>> live)
    {
        await _living.WaitAsync();
        try
        {
            return await live();
        }
        finally
        {
            _living.Release();
        }
    }

    private static async Task<T> Once<TKey, T>(ConcurrentDictionary<TKey, Lazy<Task<T>>> kept, TKey key, int most, Func<Task<T>> make) where TKey : notnull
    {
        if (kept.Count >= most && !kept.ContainsKey(key)) kept.Clear();
        try
        {
            return await kept.GetOrAdd(key, _ => new(() => Task.Run(make))).Value;
        }
        catch
        {
            kept.TryRemove(key, out _);
            throw;
        }
    }
}
