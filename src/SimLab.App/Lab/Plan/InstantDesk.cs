using System.Collections.Concurrent;
using System.Collections.Immutable;
using SimLab.Engine.Instant;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Plan;

/// <summary>The warm small populations of the lab, one for each population file and seed; they are grown when first asked for.</summary>
internal sealed class InstantDesk(LabScenarios scenarios, LabSettings settings) : IAsyncDisposable
{
    private const int MostPopulations = 4;

    private readonly ConcurrentDictionary<(string Population, ulong Seed), Lazy<InstantLab>> _labs = new();

    /// <summary>The answer; it is made on another thread, so that pages go on being drawn.</summary>
    public Task<InstantAnswer> Answer(Scenario scenario, CancellationToken cancel = default) =>
        Task.Run(() => LabOf(scenario).Answer(scenario, cancel), cancel);

    /// <summary>Answers are now held to the full run; what is on a screen can be had better.</summary>
    public event Action? Held;

    /// <summary>Whether answers for the scenario are, or will be, held to the full run.</summary>
    public bool CanHold(Scenario scenario) =>
        scenarios.Start.Scenario is { } written && (written.Population, written.Seed, written.Start) == (scenario.Population, scenario.Seed, scenario.Start) && scenario.Months >= LabOf(written).Size.Months;

    /// <summary>Makes the first answer, then lives the notice with all firms once to hold answers to it.</summary>
    public async Task WarmUp(CancellationToken cancel)
    {
        var written = scenarios.Start.Scenario!;
        await Answer(written, cancel);
        // One core stays free for those who move levers meanwhile.
        await Task.Run(() => LabOf(written).Hold(written, Math.Max(1, Environment.ProcessorCount - 1), cancel), cancel);
        Held?.Invoke();
        Accuracy = Accuracy.Read(settings) ?? await Measure(LabOf(written), cancel);
        Held?.Invoke();
    }

    /// <summary>How far previews lie from full runs; nothing until it has been measured.</summary>
    public Accuracy Accuracy { get; private set; } = Accuracy.None;

    private async Task<Accuracy> Measure(InstantLab lab, CancellationToken cancel)
    {
        var distances = ImmutableArray.CreateBuilder<Distance>();
        var others = scenarios.Presets.Where(p => p.File.Contains('/', StringComparison.Ordinal)).Select(p => p.Scenario).OfType<Scenario>().Where(CanHold).ToList();
        foreach (var other in others) distances.AddRange(await Task.Run(() => lab.Measure(other, Math.Max(1, Environment.ProcessorCount - 1), cancel), cancel));
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
        return _labs.GetOrAdd((scenario.Population, scenario.Seed), _ => new(() => new(scenarios.PopulationOf(scenario).Recipe, scenario.Seed, new()))).Value;
    }
}

/// <summary>Warms the lab up while the first visitor is still reading.</summary>
internal sealed class WarmUp(InstantDesk desk) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await desk.WarmUp(stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
}
