using System.IO.Compression;
using System.Text.Json;
using ParquetSharp;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Experiments.Output;
using Xunit;

namespace SimLab.Tests.Experiments;

/// <summary>What an experiment leaves on the disk, read by others than us.</summary>
[Slow]
public sealed class ExperimentFolderTests : IDisposable
{
    private static readonly Experiment Study = SmallExperiment.Of(new Sweep("grid", 1, 2), SmallExperiment.Readiness)
        with
    { Name = "readiness, \"quoted\"" };

    private readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    private async Task<(ExperimentFindings Findings, ExperimentManifest Manifest, long Simulated)> Done(Experiment experiment)
    {
        var frame = SmallExperiment.Frame(experiment);
        var folder = ExperimentFolder.Open(_place.In("study"), experiment, frame.PopulationPrint);
        await using var worlds = SmallExperiment.Worlds(experiment, folder.Worlds());
        var findings = await new Laboratory(worlds).Run(experiment);
        return (findings, await folder.Complete(experiment, findings, worlds), worlds.Simulated);
    }

    [Fact]
    public async Task Arrow_reads_the_parquet_files_and_finds_what_the_csv_files_say()
    {
        var (findings, _, _) = await Done(Study);
        foreach (var table in findings.Tables)
        {
            using var parquet = new ParquetFileReader(_place.In($"study/{table.Name}.parquet"));
            using var group = parquet.RowGroup(0);
            var rows = (int)parquet.FileMetaData.NumRows;
            var csv = File.ReadAllLines(_place.In($"study/{table.Name}.csv"));
            Assert.Equal((rows, rows), (table.Rows.Count, csv.Length - 1));
            Assert.Equal(
                csv[0], string.Join(
                ',', Enumerable.Range(0, parquet.FileMetaData.NumColumns).Select(i => parquet.FileMetaData.Schema.Column(i).Name)));
            for (var column = 0; column < table.Columns.Length; column++)
            {
                using var reader = group.Column(column);
                string[] read = table.Columns[column].IsText
                    ? reader.LogicalReader<string>().ReadAll(rows)
                    : [.. reader.LogicalReader<double>().ReadAll(rows)
                        .Select(v => double.IsNaN(v) ? "" : v.ToString("R", System.Globalization.CultureInfo.InvariantCulture))];
                Assert.Equal(csv.Skip(1).Select(line => line.Split(',')[column]), read);
            }
        }
    }

    [Fact]
    public async Task The_workbook_has_a_sheet_for_each_table_people_read()
    {
        await Done(Study);
        using var zip = ZipFile.OpenRead(_place.In("study/study.xlsx"));
        using var workbook = new StreamReader(zip.GetEntry("xl/workbook.xml")!.Open());
        var text = await workbook.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("name=\"summary\"", text, StringComparison.Ordinal);
        Assert.Contains("name=\"points\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_it_in_sentences_pictures_and_tables_and_needs_no_network()
    {
        await Done(Study);
        var page = File.ReadAllText(_place.In("study/report.html"));
        Assert.Contains("readiness, &quot;quoted&quot;", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("jobs lies between", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_again_in_its_folder_it_lives_nothing_and_gives_the_same_hash()
    {
        var (_, first, lived) = await Done(Study);
        var (_, second, again) = await Done(Study);
        Assert.Equal((4, 0), (lived, again));
        Assert.Equal((first.ResultHash, first.ContentAddress), (second.ResultHash, second.ContentAddress));
        Assert.Equal(first.Files["points.parquet"].Sha256, second.Files["points.parquet"].Sha256);
        using var manifest = JsonDocument.Parse(File.ReadAllText(_place.In("study/manifest.json")));
        Assert.Equal("Sweep", manifest.RootElement.GetProperty("kind").GetString(), ignoreCase: true);
        Assert.Equal(7UL, manifest.RootElement.GetProperty("seed").GetUInt64());
    }

    [Fact]
    public async Task Another_experiment_or_something_else_in_the_folder_is_refused()
    {
        await Done(Study);
        var refusal = Assert.Throws<ExperimentException>(() =>
            ExperimentFolder.Open(_place.In("study"), Study with { Seed = 8 }, SmallExperiment.Frame(Study).PopulationPrint));
        Assert.Contains("holds another experiment", refusal.Message, StringComparison.Ordinal);
        Directory.CreateDirectory(_place.In("pictures"));
        _place.Write("pictures/cat.txt", "cat");
        Assert.Contains(
            "holds something else",
            Assert.Throws<ExperimentException>(() => ExperimentFolder.Open(_place.In("pictures"), Study, "")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_differs_from_the_one_in_the_folder_is_not_written_over_it()
    {
        await Done(Study);
        var file = _place.In("study/manifest.json");
        var (_, manifest, _) = await Done(Study);
        File.WriteAllText(file, File.ReadAllText(file).Replace(manifest.ResultHash, new string('0', 64), StringComparison.Ordinal));
        var failure = await Assert.ThrowsAsync<ExperimentException>(() => Done(Study));
        Assert.Contains("holds another result", failure.Message, StringComparison.Ordinal);
    }
}
