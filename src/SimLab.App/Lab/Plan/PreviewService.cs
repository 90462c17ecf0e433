using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine.Instant;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Plan;

/// <summary>
/// The lab's small populations, one per population file and seed, generated on first use. Answers are instant, and
/// corrected by full runs simulated in the background: one per set of assumptions that users ask about.
/// </summary>
internal sealed class PreviewService(LabScenarios scenarios, LabSettings settings) : IAsyncDisposable
{
    private const int MostPopulations = 4, MostWishes = 4;

    // Keeps one core free for users who move levers meanwhile.
    private static readonly int Threads = Math.Max(1, Environment.ProcessorCount - 1);

    private readonly ConcurrentDictionary<(string Population, ulong Seed), Lazy<InstantLab>> _labs = new();

    // If users keep moving an assumption, only the latest positions count.
    private readonly Channel<Scenario> _wishes = Channel.CreateBounded<Scenario>(
        new BoundedChannelOptions(MostWishes) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>The answer, computed on another thread so that pages stay responsive.</summary>
    public Task<InstantAnswer> Answer(Scenario scenario, CancellationToken cancel = default) => Task.Run(
        async () =>
        {
            var answer = await LabOf(scenario).Answer(scenario, cancel);
            if (!answer.IsHeld && CanHold(scenario)) _wishes.Writer.TryWrite(scenario);
            return answer;
        }, cancel);

    /// <summary>
    /// Raised when answers are now corrected by a full run, so that a displayed answer can be refreshed.
    /// </summary>
    public event Action? Held;

    /// <summary>Whether a full run corrects, or will correct, answers for the scenario.</summary>
    public bool CanHold(Scenario scenario) =>
        scenarios.Start.Scenario is { } written && written.Start == scenario.Start && scenario.Months >= LabOf(scenario).Size.Months;

    /// <summary>
    /// Simulates the notice with all firms to correct answers, measures once the differences between answers and full
    /// runs, and then simulates requested scenarios.
    /// </summary>
    public async Task WarmUp(CancellationToken cancel)
    {
        var written = scenarios.Start.Scenario!;
        await Answer(written, cancel);
        await Hold(written, cancel);
        Accuracy = Accuracy.Read(settings) ?? await Measure(cancel);
        Held?.Invoke();
        await foreach (var wish in _wishes.Reader.ReadAllAsync(cancel)) await Hold(wish, cancel);
    }

    /// <summary>Differences between previews and full runs; empty until measured.</summary>
    public Accuracy Accuracy { get; private set; } = Accuracy.None;

    private async Task Hold(Scenario like, CancellationToken cancel)
    {
        await Task.Run(() => LabOf(like).Hold(scenarios.Start.Scenario!, like, Threads, cancel), cancel);
        Held?.Invoke();
    }

    private async Task<Accuracy> Measure(CancellationToken cancel)
    {
        var distances = ImmutableArray.CreateBuilder<Distance>();
        var others = scenarios.Presets.Where(p => p.File.Contains('/', StringComparison.Ordinal)).Select(p => p.Scenario)
            .OfType<Scenario>().Where(CanHold).ToList();
        foreach (var other in others)
        {
            while (_wishes.Reader.TryRead(out var wish)) await Hold(wish, cancel);         // users wait for these
            await Hold(other, cancel);
            distances.AddRange(await Task.Run(() => LabOf(other).Measure(other, Threads, cancel), cancel));
        }
        var measured = new Accuracy(others.Count, distances.DrainToImmutable());
        if (others.Count > 0) measured.Write(settings);
        return measured;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lab in _labs.Values.Where(lab => lab.IsValueCreated)) await lab.Value.DisposeAsync();
    }

    private InstantLab LabOf(Scenario scenario)
    {
        if (_labs.Count >= MostPopulations && !_labs.ContainsKey((scenario.Population, scenario.Seed))) _labs.Clear();
        return _labs.GetOrAdd((scenario.Population, scenario.Seed), _ =>
            new(() => new(scenarios.PopulationOf(scenario).Recipe, scenario.Seed, new()))).Value;
    }
}

/// <summary>Warms up the lab while the first visitor is still reading.</summary>
internal sealed class WarmUp(PreviewService desk) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await desk.WarmUp(stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
}
