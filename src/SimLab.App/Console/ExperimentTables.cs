using System.Collections.Immutable;
using SimLab.App.Texts;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Experiments.Models;
using SimLab.Engine.Experiments.Output;
using SimLab.Model;
using Spectre.Console;

namespace SimLab.App.Console;

/// <summary>Prints findings for a terminal.</summary>
internal sealed class ExperimentTables(IAnsiConsole console)
{
    private const int MostRows = 60, MostColumns = 7;

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

    /// <summary>Prints what differs between two runs.</summary>
    public void Write(Sentence title, RunsMoved moved)
    {
        console.Say(title);
        console.WriteLine();
        Show(moved.Sentences.Select(ConsoleTexts.Say));
        if (moved.Table.Rows.Count > 0) Show(moved.Table);
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

    private void Show(IEnumerable<string> sentences)
    {
        var lines = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 1, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        foreach (var sentence in sentences) lines.AddRow(new Text("·"), new Text(sentence));
        console.Write(lines);
    }

    private void Show(ExperimentFindings findings)
    {
        Show(findings.Sentences);
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
        if (others.Length > MostColumns) others = Beside(others, rows);
        var letters = Letters(others.Skip(1).Where(column => column.IsText), table.Rows.Count);
        foreach (var (name, letter) in letters) console.Say($"{letter}: {Term.Name(name, null)}");
        foreach (var column in others)
            shown.AddColumn(
                column.IsText ? Texts(column) : new Spectre.Console.TableColumn(new Text(Broken(column.Words)))
                .RightAligned().NoWrap());
        foreach (var row in rows) shown.AddRow(
            others.Select(column => new Text(letters.GetValueOrDefault(column.Cell(row), Spaced(column, row)))));
        console.Write(shown);
        if (table.Rows.Count > MostRows) console.Say($"… and {table.Rows.Count - MostRows} more rows in {table.Name}.csv.");

        // A column of letters keeps its width, whatever the others need.
        Spectre.Console.TableColumn Texts(DisplayedColumn column)
        {
            var lettered = letters.Count > 0 && rows.All(row => letters.ContainsKey(column.Cell(row)) || column.Cell(row).Length == 0);
            return new(new Text(Broken(column.Words))) { NoWrap = lettered };
        }
    }

    // Of a table too wide for a screen, states once what all rows have in common, and once for each first cell what all its rows
    // have, and leaves it out below.
    private DisplayedColumn[] Beside(DisplayedColumn[] columns, int[] rows)
    {
        var everywhere = columns.Skip(1).Where(column => Same(column, rows)).ToList();
        foreach (var column in everywhere) console.Say($"{Term.Name(column.Words, null)}: {Term.Name(column.Cell(rows[0]), null)}");
        var groups = rows.GroupBy(columns[0].Cell).ToList();
        var common = groups.Count == rows.Length ? []
            : columns.Skip(1).Except(everywhere).Where(column => groups.All(group => Same(column, group))).ToList();
        if (common.Count > 0)
            foreach (var group in groups)
                console.Say($"{Term.Name(group.Key, null)}: {common.Select(column => Named(column, group.First()))}");
        return [.. columns.Except(everywhere).Except(common)];

        static bool Same(DisplayedColumn column, IEnumerable<int> rows) => rows.Select(column.Cell).Distinct().Count() == 1;

        static Sentence Named(DisplayedColumn column, int row) => $"{Term.Name(column.Words, null)} {Term.Name(column.Cell(row), null)}";
    }

    // Replaces long repeated names by letters.
    private static OrderedDictionary<string, string> Letters(IEnumerable<DisplayedColumn> columns, int rows)
    {
        const int shortName = 3, longName = 16, most = 26;
        var names = columns.SelectMany(column => Enumerable.Range(0, rows).Select(column.Cell)).Distinct()
            .Where(name => name.Length > shortName)
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
        if (ConsoleTexts.InChinese && !heading.Contains(' ', StringComparison.Ordinal)) return Chunked(heading, widest / 2);
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

    // Chinese has no blanks to break at: lines of about the same length.
    private static string Chunked(string heading, int most)
    {
        var lines = (heading.Length + most - 1) / most;
        return lines < 2 ? heading
            : string.Join('\n', heading.Chunk((heading.Length + lines - 1) / lines).Select(chars => new string(chars)));
    }
}
