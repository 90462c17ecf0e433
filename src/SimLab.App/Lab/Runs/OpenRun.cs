using System.Collections.Concurrent;
using System.Collections.Immutable;
using SimLab.Engine;
using SimLab.Engine.Explaining;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.App.Lab.Runs;

/// <summary>A run folder opened for inspection. Tables are read on first request, and cached.</summary>
public sealed class OpenRun
{
    private const int MostSeries = 24, MostStories = 200;

    private readonly RunReader _reader;
    private readonly ConcurrentDictionary<Indicator, Lazy<Task<PlaceSeries>>> _series = new();
    private readonly ConcurrentDictionary<(Month, string), Lazy<Task<ImmutableArray<FirmRow>>>> _firms = new();
    private readonly ConcurrentDictionary<(int, int), Lazy<Task<FirmStory>>> _stories = new();
    private readonly ConcurrentDictionary<(Title, int), Lazy<Task<WhyNot>>> _whyNot = new();
    private readonly SemaphoreSlim _replaying;
    private readonly Lazy<ReplayedRun> _first;                // the first replicate, with its firms once they are generated
    private Ahead? _ahead;

    private OpenRun(RunReader reader, SemaphoreSlim replaying) =>
        (_reader, _replaying, _first) = (reader, replaying, new(() => new(reader, 0)));

    /// <summary>Histories replayed ahead of any request.</summary>
    private sealed record Ahead(ImmutableArray<int> Enterprises, int Arm)
    {
        public Task<IReadOnlyDictionary<int, FirmStory>> Stories { get; set; } = null!;
    }

    /// <param name="folder">The run folder.</param>
    /// <param name="replaying">Serialises the replays of replicates.</param>
    public static async Task<OpenRun> At(string folder, SemaphoreSlim replaying) => new(await RunReader.Open(folder), replaying);

    /// <summary>The run's manifest.</summary>
    public Manifest Manifest => _reader.Manifest;

    /// <summary>The province of the run.</summary>
    public Province Province => _reader.Province;

    /// <summary>First simulated month.</summary>
    public Month Start => Month.Parse(Manifest.Start);

    /// <summary>Last simulated month.</summary>
    public Month Last => Start + (Manifest.Months - 1);

    /// <summary>Index of the policy arm.</summary>
    public int Policy => Manifest.Arms.Count - 1;

    /// <summary>Index of the baseline arm; null: the policy was run alone.</summary>
    public int? Baseline => Manifest.Arms.Count > 1 ? 0 : null;

    /// <summary>Months with a recorded firm panel.</summary>
    public IEnumerable<Month> FirmMonths =>
        Enumerable.Range(0, Manifest.Months).Select(i => Start + i).Where(month => month.EndsYear || month == Last);

    /// <summary>The indicator by arm, month, place and industry.</summary>
    public Task<PlaceSeries> Series(Indicator indicator) =>
        Once(_series, indicator, MostSeries, () => PlaceSeries.Read(_reader, indicator));

    /// <summary>The firms in business at the end of the month, in the first replicate.</summary>
    public Task<ImmutableArray<FirmRow>> Firms(Month month, int arm) =>
        Once(_firms, (month, Manifest.Arms[arm].Name), 8, () => FirmRow.Read(_reader, month, Manifest.Arms[arm].Name));

    /// <summary>The history of an enterprise in the first replicate of the arm; replays the run.</summary>
    public async Task<FirmStory> Story(int enterprise, int arm)
    {
        if (_ahead is { } ahead && ahead.Arm == arm && ahead.Enterprises.Contains(enterprise) && (await ahead.Stories)
            .TryGetValue(enterprise, out var told)) return told;
        return await Once(_stories, (enterprise, arm), MostStories, () =>
            Alone(() => FirmExplainer.Explain(_first.Value, enterprise, arm)));
    }

    /// <summary>
    /// Replays the histories of all displayed enterprises in one pass, so that they are ready on a click.
    /// </summary>
    public void Foresee(ImmutableArray<int> enterprises, int arm)
    {
        if (enterprises.IsEmpty || _ahead is { } known && known.Arm == arm && known.Enterprises.SequenceEqual(enterprises)
            || enterprises.All(each => _stories.ContainsKey((each, arm)))) return;
        var (ahead, begin) = (new Ahead(enterprises, arm), new TaskCompletionSource());
        ahead.Stories = Task.Run(async () =>
        {
            await begin.Task;
            return await Replay(ahead);
        });
        _ahead = ahead;
        begin.SetResult();
    }

    private async Task<IReadOnlyDictionary<int, FirmStory>> Replay(Ahead ahead)
    {
        try
        {
            return await Alone(async () =>
            {
                // the user has moved to another page meanwhile
                if (!ReferenceEquals(_ahead, ahead)) return new Dictionary<int, FirmStory>();
                var told = await FirmExplainer.Explain(_first.Value, ahead.Enterprises, ahead.Arm);
                if (_stories.Count > MostStories) _stories.Clear();
                foreach (var (enterprise, story) in told) _stories.TryAdd((enterprise, ahead.Arm), new(() => Task.FromResult(story)));
                return told;
            });
        }
        catch (RunFolderException)
        {
            return new Dictionary<int, FirmStory>();        // a request for one reports the reason
        }
    }

    /// <summary>The conditions that stop firms from the title, at the last filing of the run.</summary>
    public Task<WhyNot> WhyNot(Title title, int arm) =>
        Once(_whyNot, (title, arm), MostStories, () => Alone(() => TitleExplainer.Explain(_first.Value, title, null, arm)));

    private async Task<T> Alone<T>(Func<Task<T>> live)
    {
        await _replaying.WaitAsync();
        try
        {
            return await live();
        }
        finally
        {
            _replaying.Release();
        }
    }

    private static async Task<T> Once<TKey,
        T>(ConcurrentDictionary<TKey, Lazy<Task<T>>> kept, TKey key, int most, Func<Task<T>> make) where TKey : notnull
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
