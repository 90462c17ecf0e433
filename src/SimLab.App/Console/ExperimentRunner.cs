using System.Collections.Immutable;
using SimLab.App.Runs;
using SimLab.App.Texts;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Experiments.Output;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;
using Spectre.Console;

namespace SimLab.App.Console;

/// <summary>Runs one experiment in its folder and prints its findings.</summary>
internal sealed class ExperimentRunner(Screen screen)
{
    public async Task<int> Do(Experiment experiment, ExperimentRequest order, CancellationToken cancel)
    {
        var frame = Frame(experiment);
        var address = ExperimentFolder.AddressOf(experiment, frame.PopulationPrint);
        var path = order.Out
            ?? System.IO.Path.Combine("runs", $"{System.IO.Path.GetFileNameWithoutExtension(experiment.File)}-{address[..8]}");
        if (!Layers.IsPath(path)) throw new InputException($"--out {NearestWord.Quoted(path)} is not a folder name.");
        var folder = ExperimentFolder.Open(path, experiment, frame.PopulationPrint);
        await using var worlds = new WorldRunner(frame, folder.Worlds(), stop =>
            ExecutorFactory.Executor(order.Executor, stop), order.Memory, new WorldLines(screen), cancel);
        try
        {
            var findings = await new Laboratory(worlds, screen.Report).Run(experiment);
            var manifest = await folder.Complete(experiment, findings, worlds);
            if (order.Format == OutputFormat.Json) await screen.Output.WriteAsync(ExperimentDocument.Json(experiment, findings, manifest));
            else new ExperimentTables(screen.Tables).Write(experiment, findings, manifest, path);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            throw new ExperimentStoppedException($"Stopped. {Stored(worlds)} {path}; the same command goes on from there.");
        }
        catch (ExperimentStoppedException failed)
        {
            throw new ExperimentStoppedException(
                $"{failed.Sentence} {Stored(worlds)} {path}; once the cause is gone, the same command goes on from there.", failed);
        }
    }

    // The population of the worlds; for a reduced one, prints what it preserves.
    private WorldFrame Frame(Experiment experiment)
    {
        var file = PopulationSource.Read(experiment.Scenario.Population);
        var whole = file.Generate(experiment.Seed);
        if (experiment.Enterprises is not { } wanted) return experiment.Frame(file.Recipe, whole);
        var recipe = file.Recipe with { Reduced = wanted };
        var reduced = PopulationGenerator.Generate(recipe, experiment.Seed);
        screen.Report(
            $"{reduced.Firms.Length} enterprises stand for the {whole.Firms.Length} of the whole population, with "
            + $"{WordList.Listed(PopulationTotals.Kept(whole, reduced))}.");
        return experiment.Frame(recipe, reduced);
    }

    private static Sentence Stored(WorldRunner worlds) =>
        worlds.Kept == 1 ? Sentence.Of($"1 world is kept in") : $"{worlds.Kept} worlds are kept in";

    /// <summary>Prints a line now and then: worlds simulated, and time remaining.</summary>
    private sealed class WorldLines(Screen screen) : IProgress<WorldsProgress>
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
        private TimeSpan _said = TimeSpan.Zero;

        public void Report(WorldsProgress value)
        {
            if (value.Elapsed - _said < Pause || value.Done >= value.InAll) return;
            _said = value.Elapsed;
            screen.Report(
                $"{value.Done:0} of {value.InAll} worlds: {Laboratory.Shown(value.Elapsed)} elapsed, about "
                + $"{Laboratory.Shown(value.Left)} remaining.");
        }
    }
}
