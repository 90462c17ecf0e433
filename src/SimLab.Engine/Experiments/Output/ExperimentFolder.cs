using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MiniExcelLibs;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Recording;
using SimLab.Engine.Storage;
using SimLab.Pages;

namespace SimLab.Engine.Experiments.Output;

/// <summary>
/// The folder of one experiment. While it runs, the folder holds experiment.json, which describes the experiment, and
/// the worlds simulated so far, from which the same experiment resumes. When done, it holds tables, workbook, page and,
/// written last, the manifest.
/// </summary>
public sealed class ExperimentFolder
{
    public const string Manifest = "manifest.json", Report = "report.html", Workbook = "study.xlsx", Started = "experiment.json",
        FindingsFile = "findings.json";

    private const int MostSheetRows = 1_000_000;

    private ExperimentFolder(string path, string address) => (Path, Address) = (path, address);

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Content address of the experiment.</summary>
    public string Address { get; }

    /// <summary>SHA-256 over model build, population and the resolved experiment, in hexadecimal.</summary>
    public static string AddressOf(Experiment experiment, string populationPrint) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"simlab experiment 1\n{ModelBuild.Hash}\n{populationPrint}\n{ExperimentText.Canonical(experiment)}")));

    /// <summary>Opens the folder of the experiment, or creates it.</summary>
    /// <exception cref="ExperimentException">The folder holds other files, or is not writable.</exception>
    public static ExperimentFolder Open(string path, Experiment experiment, string populationPrint)
    {
        var folder = new ExperimentFolder(System.IO.Path.GetFullPath(path), AddressOf(experiment, populationPrint));
        try
        {
            if (File.Exists(folder.Path)) throw new ExperimentException($"{path} is a file. Name a folder with --out.");
            if (Directory.Exists(folder.Path) && Directory.EnumerateFileSystemEntries(folder.Path).Any())
            {
                var started = folder.In(Started);
                if (!File.Exists(started)) throw new ExperimentException(
                    $"{path} exists already and holds something else. Name another folder with --out.");
                var found = AddressIn(started);
                if (found != folder.Address)
                    throw new ExperimentException(
                        $"{path} holds another experiment, or one of another build or population (address "
                        + $"{found[..Math.Min(16, found.Length)]}, this one has {folder.Address[..16]}). Name another folder with --out, "
                        + $"or remove that one.");
                return folder;
            }
            Directory.CreateDirectory(folder.Path);
            folder.Write(
                Started, $"{{\n  \"contentAddress\": \"{folder.Address}\",\n  \"experiment\": "
                + $"{ExperimentText.Canonical(experiment).TrimEnd()}\n}}\n");
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ExperimentException($"{path} cannot be written: {e.Message.TrimEnd('.')}. Name another folder with --out.", e);
        }
    }

    /// <summary>Opens the store of its worlds.</summary>
    public WorldStore Worlds() => WorldStore.Open(In(WorldStore.FileName));

    /// <summary>Writes the results.</summary>
    /// <exception cref="ExperimentException">
    /// Writing fails, or the folder holds another result of the same experiment.
    /// </exception>
    public async Task<ExperimentManifest> Complete(Experiment experiment, ExperimentFindings findings, WorldRunner worlds)
    {
        var hash = findings.Hash;
        if (File.Exists(In(Manifest)) && ExperimentManifest.FromJson(File.ReadAllText(In(Manifest))) is { } before
            && before.ResultHash != hash)
            throw new ExperimentException(
                $"{Path} holds another result ({before.ResultHash[..16]}) of the same experiment than came now ({hash[..16]}). Was a "
                + $"file in it edited? Remove the folder, or name another with --out.");
        try
        {
            AtomicFile.RemoveLeftovers(Path);
            File.Delete(In(Manifest));
            var manifest = new ExperimentManifest
            {
                Name = experiment.Name,
                Kind = experiment.Kind.Name,
                ContentAddress = Address,
                ResultHash = hash,
                ModelBuild = ModelBuild.Hash,
                Population = worlds.Frame.PopulationPrint,
                Enterprises = worlds.Frame.Enterprises,
                Seed = experiment.Seed,
                Worlds = worlds.Simulated + worlds.Found,
                Versions = Versions.Running(worlds.GrainCalls),
                Machine = Machine.Here,
                Experiment = System.Text.Json.Nodes.JsonNode.Parse(ExperimentText.Canonical(experiment))!,
            };
            var files = new SortedDictionary<string, FileRecord>(StringComparer.Ordinal);
            foreach (var table in findings.Tables)
            {
                await WriteParquet(table);
                Write($"{table.Name}.csv", Csv(table));
                foreach (var name in (string[])[$"{table.Name}.parquet", $"{table.Name}.csv"]) files[name] = Describe(
                    name, table.Rows.Count);
            }
            foreach (var file in findings.Files)
            {
                Write(file.Name, file.Text(Path));
                files[file.Name] = Describe(file.Name, null);
            }
            WriteWorkbook(findings);
            Write(Report, await ExperimentResultPage.Write(ExperimentReport.Of(experiment, findings, manifest)));
            Write(FindingsFile, FindingsText.Write(findings));
            foreach (var name in (string[])[Workbook, Report, FindingsFile]) files[name] = Describe(name, null);
            manifest = manifest with { Files = files };
            Write(Manifest, manifest.ToJson());
            return manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ExperimentException(
                $"{Path} cannot be written: {e.Message.TrimEnd('.')}. Its worlds are kept; make room and give the same command again.", e);
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private static string AddressIn(string started)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(started));
            return document.RootElement.GetProperty("contentAddress").GetString() ?? "none";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ExperimentException(
                $"{started} was edited, so nobody can tell what the folder holds. Name another folder with --out.", e);
        }
    }

    private static string Csv(FindingsTable table)
    {
        using var text = new StringWriter { NewLine = "\n" };
        table.WriteCsv(text);
        return text.ToString();
    }

    private void Write(string name, string text) => AtomicFile.WriteText(In(name), text, replace: true);

    private async Task WriteParquet(FindingsTable table)
    {
        using var atomic = new AtomicFile(In($"{table.Name}.parquet"));
        Engine.Recording.Column[] columns = [
            .. table.Columns.Select(Engine.Recording.Column (c) =>
            c.IsText ? new TextColumn(c.Name) : new Engine.Recording.Column<double>(c.Name))];
        await using (var file = await ParquetTable.Create(atomic.Unfinished, columns))
        {
            foreach (var row in table.Rows)
            {
                for (var i = 0; i < columns.Length; i++)
                    if (columns[i] is TextColumn text) text.Add((string)row[i]);
                    else ((Engine.Recording.Column<double>)columns[i]).Add((double)row[i]);
                await file.FlushIfFull();
            }
            await file.Complete();
        }
        atomic.Commit(replace: true);
    }

    // For planners: the page's tables, one sheet each, and the sentences on the first.
    private void WriteWorkbook(ExperimentFindings findings)
    {
        var sheets = new Dictionary<string,
            object>
        {
            ["summary"] = findings.Sentences.DefaultIfEmpty("")
            .Select(s => new Dictionary<string, object?> { ["What it says"] = s }).ToList()
        };
        foreach (var table in findings.Tables.Where(t => t.Shown))
            sheets[table.Name] = table.Rows.Take(MostSheetRows)
                .Select(row =>
                    table.Columns.Select((column, i) => (column.Name, row[i]))
                    .ToDictionary(c => c.Name, object? (c) =>
                    c.Item2 is double and not (> double.NegativeInfinity and < double.PositiveInfinity) ? null : c.Item2)).ToList();
        using var atomic = new AtomicFile(In(Workbook));
        MiniExcel.SaveAs(atomic.Unfinished, sheets);
        atomic.Commit(replace: true);
    }

    private FileRecord Describe(string name, int? rows)
    {
        using var stream = File.OpenRead(In(name));
        return new(stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)), rows);
    }
}
