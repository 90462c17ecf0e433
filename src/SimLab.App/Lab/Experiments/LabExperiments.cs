using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Experiments.Output;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;

namespace SimLab.App.Lab.Experiments;

/// <summary>An experiment file of the folder experiments.</summary>
/// <param name="File">File name.</param>
/// <param name="Yaml">Text of the file.</param>
/// <param name="Experiment">Null: unreadable.</param>
/// <param name="Problem">Errors of the file, for the user.</param>
internal sealed record ExperimentPreset(string File, string Yaml, Experiment? Experiment, string? Problem);

/// <summary>The estimated size and duration of an experiment.</summary>
/// <param name="Arms">Upper bound.</param>
/// <param name="Worlds">Upper bound.</param>
/// <param name="Time">Upper bound, at the speed of a short pilot on the cores for experiments; months that arms share
/// are simulated once.</param>
internal sealed record ExperimentEstimate(
    BigInteger Arms, int Replicates, BigInteger Worlds, int Enterprises, Month Start, Month Last, TimeSpan Time);

/// <summary>The result of a finished experiment, read from its folder.</summary>
internal sealed record ExperimentResult(ExperimentFindings Findings, ExperimentManifest Manifest);

/// <summary>Experiments of the lab: presets, estimates, simulation in the experiment's folder, and results.</summary>
internal sealed class LabExperiments(LabScenarios scenarios, SavedMixes mixes, LabSettings settings) : IDisposable
{
    /// <summary>Folder of experiment files within the folder of scenarios.</summary>
    public const string Folder = "experiments";

    // The default of the experiment commands.
    private const long Memory = 1L << 30;

    private const int MostFirms = 4;

    private readonly ConcurrentDictionary<(string Population, ulong Seed, int? Enterprises),
        Lazy<(PopulationRecipe Recipe, Population Firms)>> _firms = new();
    private readonly ConcurrentDictionary<(string Population, ulong Seed, int? Enterprises), double> _speeds = new();
    private readonly SemaphoreSlim _pilot = new(1);
    private readonly Lazy<ImmutableArray<ExperimentPreset>> _presets = new(() => ReadPresets(scenarios));

    // Keeps one core free for users who move levers meanwhile.
    private static int Threads => Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>The experiment files of the folder experiments.</summary>
    public ImmutableArray<ExperimentPreset> Presets => _presets.Value;

    /// <summary>Path of an experiment's folder.</summary>
    public string FolderOf(RunEntry experiment) => Path.Combine(settings.Data, Folder, experiment.Address[..16]);

    /// <summary>
    /// Reads an experiment from a user, as if it were a file of the folder experiments; it may name a mix that the lab
    /// stores.
    /// </summary>
    /// <exception cref="ScenarioException">The message is for the user.</exception>
    public Experiment ReadText(string yaml) =>
        ExperimentFile.ReadText(yaml, scenarios.Folder, Path.Combine(Folder, "my-experiment.yaml"), MeasureCatalog.Default, mixes.PlaceOf);

    /// <summary>
    /// The experiment's scenario as a draft of the Plan page; null: neither a preset nor a mix of the lab.
    /// </summary>
    public PlanDraft? MixOf(Experiment experiment) =>
        scenarios.Presets.FirstOrDefault(preset => preset.Scenario?.File == experiment.Scenario.File) is { } preset
        ? PlanDraft.Of(preset) : mixes.FindReadable($"../{Path.GetFileName(experiment.Scenario.File)}");

    /// <summary>Content address of the experiment's result in this build.</summary>
    public string AddressOf(Experiment experiment) => ExperimentFolder.AddressOf(experiment, FrameOf(experiment).PopulationPrint);

    /// <summary>Upper bound of the number of worlds.</summary>
    /// <exception cref="ExperimentException">More worlds than can be simulated.</exception>
    public static int WorldsOf(Experiment experiment)
    {
        var worlds = Most(experiment);
        if (worlds <= Laboratory.MostWorlds) return (int)worlds;
        throw new ExperimentException(
            $"This experiment asks for {worlds:N0} worlds; at most {Laboratory.MostWorlds:N0} are simulated. Take fewer factors, steps, "
                + $"points or replicates.");
    }

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task<ExperimentEstimate> Foresee(Experiment experiment, CancellationToken cancel = default) => Task.Run(async () =>
    {
        var frame = FrameOf(experiment);
        var worlds = Most(experiment);
        var speed = await Speed(experiment, frame, cancel);
        var seconds = Math.Min((double)worlds * MonthsOfAWorld(experiment) / speed, TimeSpan.MaxValue.TotalSeconds / 2);
        return new ExperimentEstimate(
            experiment.Kind.Arms(experiment), experiment.Replicates, worlds, frame.Enterprises, frame.Start, frame.Last,
            TimeSpan.FromSeconds(seconds));
    }, cancel);

    /// <summary>Simulates the missing worlds, and writes the findings.</summary>
    /// <returns>Hash of the result.</returns>
    public async Task<string> Run(RunEntry entry, IProgress<WorldsProgress> progress, CancellationToken cancel)
    {
        var experiment = ReadText(entry.Yaml);
        var frame = FrameOf(experiment);
        var folder = ExperimentFolder.Open(FolderOf(entry), experiment, frame.PopulationPrint);
        await using var worlds = new WorldRunner(frame, folder.Worlds(), Executor, Memory, progress, cancel);
        var findings = await new Laboratory(worlds).Run(experiment);
        return (await folder.Complete(experiment, findings, worlds)).ResultHash;
    }

    /// <exception cref="ExperimentException">The folder is missing or corrupt.</exception>
    public ExperimentResult Result(RunEntry experiment)
    {
        var folder = FolderOf(experiment);
        try
        {
            return new(
                FindingsText.Read(File.ReadAllText(Path.Combine(folder, ExperimentFolder.FindingsFile))),
                ExperimentManifest.FromJson(File.ReadAllText(Path.Combine(folder, ExperimentFolder.Manifest))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ExperimentException(
                $"The folder of this experiment cannot be read: {e.Message.TrimEnd('.')}. Start the experiment again.", e);
        }
    }

    public void Dispose() => _pilot.Dispose();

    private static BigInteger Most(Experiment experiment)
    {
        var arms = experiment.Kind.Arms(experiment);
        return BigInteger.Max(arms * experiment.Replicates, experiment.Until?.Worlds ?? 0);
    }

    // Coalitions of measures share the months before the first measure, which are simulated once.
    private static int MonthsOfAWorld(Experiment experiment) => experiment.Kind is Engine.Experiments.Kinds.Attribution
        ? Math.Max(1, experiment.Last - experiment.Scenario.Measures.Min(measure => measure.From ?? experiment.Scenario.Start) + 1)
            : experiment.Months;

    private WorldFrame FrameOf(Experiment experiment)
    {
        var (recipe, firms) = FirmsOf(experiment).Value;
        return experiment.Frame(recipe, firms);
    }

    private static (string, ulong, int?) KeyOf(Experiment experiment) =>
        (experiment.Scenario.Population, experiment.Seed, experiment.Enterprises);

    private Lazy<(PopulationRecipe, Population)> FirmsOf(Experiment experiment)
    {
        var key = KeyOf(experiment);
        if (_firms.Count >= MostFirms && !_firms.ContainsKey(key)) _firms.Clear();
        return _firms.GetOrAdd(key, _ => new(() =>
        {
            var file = scenarios.PopulationOf(experiment.Scenario);
            if (experiment.Enterprises is not { } wanted) return (file.Recipe, file.Generate(experiment.Seed));
            var recipe = file.Recipe with { Reduced = wanted };
            return (recipe, PopulationGenerator.Generate(recipe, experiment.Seed));
        }));
    }

    // World-months per second, measured once per population by a pilot of a few months.
    private async Task<double> Speed(Experiment experiment, WorldFrame frame, CancellationToken cancel)
    {
        await _pilot.WaitAsync(cancel);
        try
        {
            if (_speeds.TryGetValue(KeyOf(experiment), out var known)) return known;
            const double many = 1e6;
            await using var worlds = new WorldRunner(frame, WorldStore.InMemory(), Executor, Memory, cancel: cancel);
            var time = await worlds.TimeFor(many, Experiment.Arm(experiment.Scenario, "pilot"));
            return _speeds[KeyOf(experiment)] = many / time.TotalSeconds;
        }
        finally
        {
            _pilot.Release();
        }
    }

    private static Task<IExecutor> Executor(CancellationToken cancel) => Task.FromResult<IExecutor>(new LoopExecutor(Threads));

    private static ImmutableArray<ExperimentPreset> ReadPresets(LabScenarios scenarios)
    {
        var folder = Path.Combine(scenarios.Folder, Folder);
        if (!Directory.Exists(folder)) return [];
        return [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(Read)];

        ExperimentPreset Read(string path)
        {
            var (name, text) = (Path.GetFileName(path), "");
            try
            {
                text = File.ReadAllText(path);
                return new(name, text,
                    ExperimentFile.ReadText(text, scenarios.Folder, Path.Combine(Folder, name), MeasureCatalog.Default), null);
            }
            catch (Exception mistake) when (mistake is ScenarioException or IOException)
            {
                return new(name, text, null, mistake.Message);
            }
        }
    }
}
