using System.Collections.Concurrent;
using System.Collections.Immutable;
using SimLab.Engine;
using SimLab.Engine.Explaining;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.App.Lab.Runs;

/// <summary>A run folder while people look into it. What was read once is kept: a table is read for the first who asks.</summary>
public sealed class OpenRun
{
    private const int MostSeries = 24, MostStories = 200;

    private readonly RunReader _reader;
    private readonly ConcurrentDictionary<Indicator, Lazy<Task<PlaceSeries>>> _series = new();
    private readonly ConcurrentDictionary<(Month, string), Lazy<Task<ImmutableArray<FirmRow>>>> _firms = new();
    private readonly ConcurrentDictionary<(int, int), Lazy<Task<FirmStory>>> _stories = new();
    private readonly ConcurrentDictionary<(Title, int), Lazy<Task<WhyNot>>> _whyNot = new();
    private readonly SemaphoreSlim _living;
    private readonly Lazy<ReplayedRun> _first;                // the first draw of luck, with its firms once they are grown
    private Ahead? _ahead;

    private OpenRun(RunReader reader, SemaphoreSlim living) => (_reader, _living, _first) = (reader, living, new(() => new(reader, 0)));

    /// <summary>Lives that are told before anybody asks for them.</summary>
    private sealed record Ahead(ImmutableArray<int> Enterprises, int Arm)
    {
        public Task<IReadOnlyDictionary<int, FirmStory>> Stories { get; set; } = null!;
    }

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

    public async Task<FirmStory> Story(int enterprise, int arm)
    {
        if (_ahead is { } ahead && ahead.Arm == arm && ahead.Enterprises.Contains(enterprise) && (await ahead.Stories).TryGetValue(enterprise, out var told)) return told;
        return await Once(_stories, (enterprise, arm), MostStories, () => Alone(() => FirmExplainer.Explain(_first.Value, enterprise, arm)));
    }

    /// <summary>Tells the lives of the enterprises that somebody has before their eyes, all of them for one life of the run, so that a click finds them told.</summary>
    public void Foresee(ImmutableArray<int> enterprises, int arm)
    {
        if (enterprises.IsEmpty || _ahead is { } known && known.Arm == arm && known.Enterprises.SequenceEqual(enterprises) || enterprises.All(each => _stories.ContainsKey((each, arm)))) return;
        var (ahead, begin) = (new Ahead(enterprises, arm), new TaskCompletionSource());
        ahead.Stories = Task.Run(async () =>
        {
            await begin.Task;
            return await Tell(ahead);
        });
        _ahead = ahead;
        begin.SetResult();
    }

    private async Task<IReadOnlyDictionary<int, FirmStory>> Tell(Ahead ahead)
    {
        try
        {
            return await Alone(async () =>
            {
                if (!ReferenceEquals(_ahead, ahead)) return new Dictionary<int, FirmStory>();          // they have turned the page meanwhile
                var told = await FirmExplainer.Explain(_first.Value, ahead.Enterprises, ahead.Arm);
                if (_stories.Count > MostStories) _stories.Clear();
                foreach (var (enterprise, story) in told) _stories.TryAdd((enterprise, ahead.Arm), new(() => Task.FromResult(story)));
                return told;
            });
        }
        catch (RunFolderException)
        {
            return new Dictionary<int, FirmStory>();        // whoever asks for one is told why
        }
    }

    /// <summary>The last filing of the run.</summary>
    public Task<WhyNot> WhyNot(Title title, int arm) => Once(_whyNot, (title, arm), MostStories, () => Alone(() => TitleExplainer.Explain(_first.Value, title, null, arm)));

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
