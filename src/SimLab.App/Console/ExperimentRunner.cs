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

/// <summary>Prints findings for a terminal.</summary>
internal sealed class ExperimentTables(IAnsiConsole console)
{
    private const int MostRows = 60;

    public void Write(Experiment experiment, ExperimentFindings findings, ExperimentManifest manifest, string path)
    {
        console.WriteLine();
        console.WriteLine(
            experiment.NameZh is not { } zh ? experiment.Name : ConsoleTexts.InChinese ? zh : $"{experiment.Name}  {zh}");
        var kind = new Term(Term.Kind.Experiment, experiment.Kind.Name);
        console.Say(
            $"{kind}, {experiment.Scenario.Start} to {experiment.Last}, {manifest.Worlds} worlds, seed "
            + $"{experiment.Seed}, {manifest.Enterprises} enterprises");
        console.WriteLine();
        Show(ConsoleTexts.InChinese ? InChinese(experiment, findings) : findings);
        console.Say($"{Term.Name(path, null)} · hash {manifest.ResultHash[..16]} · content address {manifest.ContentAddress[..16]}");
    }

    /// <summary>Prints findings that belong to no experiment.</summary>
    public void Write(string title, ExperimentFindings findings)
    {
        console.WriteLine(title);
        console.WriteLine();
        Show(findings);
    }

    // With the sentences of the lab, and the Chinese names of scenarios.
    private static ExperimentFindings InChinese(Experiment experiment, ExperimentFindings findings)
    {
        var named = ExperimentNames.WithScenarios(findings, experiment.Scenarios.Append(experiment.Scenario)
            .Where(scenario => scenario.NameZh is not null).DistinctBy(scenario => scenario.Name)
            .ToDictionary(scenario => scenario.Name, scenario => scenario.NameZh!));
        return named with { Sentences = ExperimentSentences.Of(ConsoleTexts.Viewer, named) };
    }

    private static ImmutableArray<DisplayedColumn> Columns(FindingsTable table) => ConsoleTexts.InChinese
        ? [.. ExperimentColumn.Of(ConsoleTexts.Viewer, table).Select(column =>
            new DisplayedColumn(column.Words, column.IsText, row => column.Cell(table.Rows[row])))]
        : TableText.Columns(table, details: false);

    private void Show(ExperimentFindings findings)
    {
        foreach (var sentence in findings.Sentences) console.Write(new Padder(new Text($"· {sentence}"), new Padding(0, 0, 0, 0)));
        foreach (var table in findings.Tables.Where(t => t is { Shown: true, Rows.Count: > 0 })) Show(table);
    }

    private void Show(FindingsTable table)
    {
        console.WriteLine();
        console.WriteLine(ExperimentNames.Title(ConsoleTexts.Viewer, table));
        var columns = Columns(table);
        var rows = Enumerable.Range(0, Math.Min(MostRows, table.Rows.Count)).ToArray();
        // States values common to all rows once, so that the table fits into a hundred columns.
        var common = columns.Where(column =>
            column.IsText && table.Rows.Count > 1 && Enumerable.Range(1, table.Rows.Count - 1)
            .All(row => column.Cell(row) == column.Cell(0))).ToArray();
        foreach (var column in common) console.Say($"{Term.Name(column.Words, null)}: {Term.Name(column.Cell(0), null)}");
        var shown = new Spectre.Console.Table().Border(TableBorder.Rounded);
        var others = columns.Except(common).ToArray();
        var letters = Letters(others.Skip(1).Where(column => column.IsText), table.Rows.Count);
        foreach (var (name, letter) in letters) console.Say($"{letter}: {Term.Name(name, null)}");
        foreach (var column in others)
            shown.AddColumn(
                column.IsText ? new(new Text(column.Words)) : new Spectre.Console.TableColumn(new Text(Broken(column.Words)))
                .RightAligned().NoWrap());
        foreach (var row in rows) shown.AddRow(
            others.Select(column => new Text(letters.GetValueOrDefault(column.Cell(row), Spaced(column, row)))));
        console.Write(shown);
        if (table.Rows.Count > MostRows) console.Say($"… and {table.Rows.Count - MostRows} more rows in {table.Name}.csv.");
    }

    // Replaces long repeated names by letters.
    private static OrderedDictionary<string, string> Letters(IEnumerable<DisplayedColumn> columns, int rows)
    {
        const int longName = 16, most = 26;
        var names = columns.SelectMany(column => Enumerable.Range(0, rows).Select(column.Cell)).Distinct()
            .Order(StringComparer.Ordinal).ToArray();
        if (names.Length > most || names.Length * 2 > rows || !names.Any(name => name.Length > longName)) return [];
        return new(names.Select((name, i) => KeyValuePair.Create(name, ((char)('A' + i)).ToString())));
    }

    // A name may break between words, not within one.
    private static string Spaced(DisplayedColumn column, int row) => column.IsText && !ConsoleTexts.InChinese
        ? column.Cell(row).Replace('_', ' ') : column.Cell(row);

    // Keeps a numeric column narrower than its heading.
    private static string Broken(string heading)
    {
        const int widest = 10;
        var (lines, line) = (new List<string>(), "");
        foreach (var word in heading.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > widest)
            {
                lines.Add(line);
                line = word;
            }
            else line = line.Length == 0 ? word : $"{line} {word}";
        }
        return string.Join('\n', [.. lines, line]);
    }
}
