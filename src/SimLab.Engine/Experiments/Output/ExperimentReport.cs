using SimLab.Engine.Experiments.Kinds;
using SimLab.Pages;

namespace SimLab.Engine.Experiments.Output;

/// <summary>Contents of an experiment's page.</summary>
internal static class ExperimentReport
{
    private const int MostRows = 300;

    public static ExperimentInput Of(Experiment experiment, ExperimentFindings findings, ExperimentManifest manifest) => new(
        experiment.Name, experiment.NameZh,
        [
            .. new[] { experiment.NoteZh, experiment.Note }.OfType<string>(),
            $"{experiment.Kind.Name}, {experiment.Scenario.Start} – {experiment.Last}, {manifest.Worlds} worlds, seed {experiment.Seed}, "
                + $"{manifest.Enterprises} enterprises",
        ],
        manifest.ContentAddress, manifest.ResultHash, findings.Sentences, findings.Pictures,
            [.. findings.Tables.Where(table => table.Shown).Select(Shown)]);

    private static TitledTable Shown(FindingsTable table)
    {
        var columns = TableText.Columns(table, details: true);
        var rows = Enumerable.Range(0, Math.Min(MostRows, table.Rows.Count));
        var left = table.Rows.Count - MostRows;
        return new(table.Title,
            new([.. columns.Select(column => new PageColumn(column.Words, !column.IsText))],
                [.. rows.Select(row => columns.Select(column => new PageCell(column.Cell(row))).ToArray())]),
            left > 0 ? $"{left} more rows are in {table.Name}.csv and {table.Name}.parquet." : null);
    }
}
