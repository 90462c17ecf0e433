using System.Globalization;
using SimLab.App.Commands;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Recording;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using SimLab.Model.Populations;
using Spectre.Console;

namespace SimLab.App;

/// <summary>Runs one experiment in its folder and shows what came of it.</summary>
internal sealed class StudyRunner(Screen screen)
{
    public async Task<int> Do(Experiment experiment, StudyOrder order, CancellationToken cancel)
    {
        var frame = Frame(experiment);
        var address = StudyFolder.AddressOf(experiment, frame.PopulationPrint);
        var path = order.Out ?? System.IO.Path.Combine("runs", $"{System.IO.Path.GetFileNameWithoutExtension(experiment.File)}-{address[..8]}");
        if (!Layers.IsPath(path)) throw new InputException($"--out {Words.Quoted(path)} is not a folder name.");
        var folder = StudyFolder.Open(path, experiment, frame.PopulationPrint);
        await using var worlds = new Worlds(frame, folder.Worlds(), stop => Composition.Executor(order.Executor, stop), order.Memory, new WorldLines(screen.Error), cancel);
        try
        {
            var findings = await new Laboratory(worlds, screen.Error.WriteLine).Run(experiment);
            var manifest = await folder.Complete(experiment, findings, worlds);
            if (order.Format == OutputFormat.Json) await screen.Output.WriteAsync(StudyDocument.Json(experiment, findings, manifest));
            else new StudyTables(screen.Tables).Write(experiment, findings, manifest, path);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            throw new StudyStoppedException($"Stopped. {Kept(worlds)} {path}; the same command goes on from there.");
        }
        catch (StudyStoppedException failed)
        {
            throw new StudyStoppedException($"{failed.Message} {Kept(worlds)} {path}; once the cause is gone, the same command goes on from there.", failed);
        }
    }

    // Whom the worlds are made of; of a reduced population it is said what it keeps.
    private WorldFrame Frame(Experiment experiment)
    {
        var file = PopulationFile.Read(experiment.Scenario.Population);
        var whole = file.Generate(experiment.Seed);
        if (experiment.Enterprises is not { } wanted) return new(experiment, file.Recipe, whole);
        var recipe = file.Recipe with { Reduced = wanted };
        var reduced = PopulationGenerator.Generate(recipe, experiment.Seed);
        screen.Error.WriteLine($"{reduced.Firms.Length} enterprises stand for the {whole.Firms.Length} of the whole population, with {string.Join(", ", PopulationTotals.Kept(whole, reduced))}.");
        return new(experiment, recipe, reduced);
    }

    private static string Kept(Worlds worlds) => string.Create(CultureInfo.InvariantCulture, $"{worlds.Kept} {(worlds.Kept == 1 ? "world is" : "worlds are")} kept in");

    /// <summary>A line now and then: worlds lived, and time to go.</summary>
    private sealed class WorldLines(TextWriter error) : IProgress<WorldsProgress>
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
        private TimeSpan _said = TimeSpan.Zero;

        public void Report(WorldsProgress value)
        {
            if (value.Elapsed - _said < Pause || value.Done >= value.InAll) return;
            _said = value.Elapsed;
            error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{value.Done:0} of {value.InAll} worlds: {Laboratory.Shown(value.Elapsed)} gone, about {Laboratory.Shown(value.Left)} to go."));
        }
    }
}

/// <summary>Findings as a person reads them on a terminal.</summary>
internal sealed class StudyTables(IAnsiConsole console)
{
    private const int MostRows = 60;

    public void Write(Experiment experiment, Findings findings, StudyManifest manifest, string path)
    {
        console.WriteLine();
        console.WriteLine(experiment.NameZh is { } zh ? $"{experiment.Name}  {zh}" : experiment.Name);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{experiment.Study.Kind}, {experiment.Scenario.Start} to {experiment.Last}, {manifest.Worlds} worlds, seed {experiment.Seed}, {manifest.Enterprises} enterprises"));
        console.WriteLine();
        Show(findings);
        console.WriteLine($"{path} · hash {manifest.ResultHash[..16]} · content address {manifest.ContentAddress[..16]}");
    }

    /// <summary>Findings that belong to no experiment.</summary>
    public void Write(string title, Findings findings)
    {
        console.WriteLine(title);
        console.WriteLine();
        Show(findings);
    }

    private void Show(Findings findings)
    {
        foreach (var sentence in findings.Sentences) console.Write(new Padder(new Text($"· {sentence}"), new Padding(0, 0, 0, 0)));
        foreach (var table in findings.Tables.Where(t => t is { Shown: true, Rows.Count: > 0 })) Show(table);
    }

    private void Show(SimLab.Engine.Experiments.Table table)
    {
        console.WriteLine();
        console.WriteLine(table.Title);
        var shown = new Spectre.Console.Table().Border(TableBorder.Rounded);
        var columns = TableText.Columns(table, details: false);
        foreach (var column in columns)
        {
            var heading = new Spectre.Console.TableColumn(new Text(column.Words));
            shown.AddColumn(column.IsText ? heading : heading.RightAligned().NoWrap());
        }
        for (var row = 0; row < Math.Min(MostRows, table.Rows.Count); row++)
            shown.AddRow(columns.Select(column => new Text(column.Cell(row))));
        console.Write(shown);
        if (table.Rows.Count > MostRows) console.WriteLine($"… and {table.Rows.Count - MostRows} more rows in {table.Name}.csv.");
    }
}
