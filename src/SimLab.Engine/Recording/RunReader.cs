using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parquet;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Recording;

/// <summary>Reads a recorded run. Opening it verifies that every file is present and unchanged.</summary>
public sealed class RunReader
{
    private Province? _province;

    private RunReader(string path, Manifest manifest)
    {
        Path = path;
        Manifest = manifest;
    }

    /// <summary>Path of the run folder.</summary>
    public string Path { get; }
    /// <summary>The verified manifest.</summary>
    public Manifest Manifest { get; }

    /// <summary>Opens a run folder and verifies its files.</summary>
    /// <exception cref="RunFolderException">The run folder is incomplete; the message names the file and the
    /// problem.</exception>
    public static async Task<RunReader> Open(string path)
    {
        if (!Directory.Exists(path))
            throw new RunFolderException(
                path,
                File.Exists(path) ? Sentence.Of($"is a file. Name the folder of a run.")
                    : $"there is no such folder. Name the folder of a run.");
        try
        {
            var manifest = ReadManifest(path);
            foreach (var name in RunFolder.Required.Union(manifest.Files.Keys)) await Check(path, name, manifest);
            return new(path, manifest);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException(path, $"the run cannot be read ({e.Message.TrimEnd('.')}).", e);
        }
    }

    /// <summary>The document that <c>--format json</c> printed.</summary>
    public string ReadTargets() => File.ReadAllText(In(RunFolder.Targets));

    /// <summary>A table, row group by row group: by batch, then month. Columns are read on request.</summary>
    /// <param name="table"><see cref="RunFolder.Series"/>, <see cref="RunFolder.Ledger"/> …</param>
    public IAsyncEnumerable<TablePart> Read(string table) => ReadTable(In(table));

    internal static async IAsyncEnumerable<TablePart> ReadTable(string file)
    {
        await using var reader = await ParquetReader.CreateAsync(file);
        for (var i = 0; i < reader.RowGroupCount; i++)
        {
            using var group = reader.OpenRowGroupReader(i);
            yield return new TablePart(reader.Schema, group);
        }
    }

    /// <summary>The plan from which the run can be replayed.</summary>
    /// <exception cref="RunFolderException">The manifest has no plan, or one of an incompatible build.</exception>
    internal RunPlan Plan => PlanOf(Manifest, Path);

    /// <summary>The province of the run. It is read without the measures, which another build may lack.</summary>
    /// <exception cref="RunFolderException">As for <see cref="Plan"/>.</exception>
    public Province Province => _province ??= OfPlan(Manifest, Path, RunPlan.ProvinceIn);

    /// <summary>Measures of the run that this build lacks, by id: what they cost is recorded, but they cannot be simulated.</summary>
    /// <exception cref="RunFolderException">As for <see cref="Plan"/>.</exception>
    public IReadOnlyList<MeasureId> UnknownMeasures => Manifest.Plan is null ? [] : OfPlan(
        Manifest, Path, plan => RunPlan.MeasuresIn(plan).Where(id => MeasureCatalog.Default.Find($"{id}") is null).ToList());

    /// <summary>The plan in a manifest, regardless of the other files in its folder.</summary>
    internal static RunPlan PlanIn(string manifest) =>
        PlanOf(ReadManifest(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(manifest))!), manifest);

    private static RunPlan PlanOf(Manifest manifest, string path) =>
        OfPlan(manifest, path, plan => RunPlan.FromJson(plan.ToJsonString(), MeasureCatalog.Default));

    private static T OfPlan<T>(Manifest manifest, string path, Func<JsonNode, T> read)
    {
        if (manifest.Plan is not { } plan)
            throw new RunFolderException(
                path, $"its manifest holds no plan to simulate the run from: an earlier SimLab recorded it. Run the scenario again.");
        try
        {
            return read(plan);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new RunFolderException(path,
                $"its plan is of another build of SimLab and cannot be read by this one ({e.Message.TrimEnd('.')}). Use the SimLab that "
                    + $"recorded it, or run the scenario again.", e);
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private static Manifest ReadManifest(string path)
    {
        var file = System.IO.Path.Combine(path, RunFolder.Manifest);
        if (!File.Exists(file)) throw new RunFolderException(
            path, $"has no {RunFolder.Manifest}, so it is not the folder of a finished run.");
        try
        {
            return Manifest.FromSealedJson(File.ReadAllText(file));
        }
        catch (JsonException e)
        {
            throw new RunFolderException(file, $"is not a manifest. Take it from a copy of the folder, or run the scenario again.", e);
        }
        catch (InvalidDataException e)
        {
            throw new RunFolderException(file, Sentence.Verbatim(e.Message), e);
        }
    }

    private static async Task Check(string path, string name, Manifest manifest)
    {
        var file = System.IO.Path.Combine(path, name);
        if (!manifest.Files.TryGetValue(name, out var written) || System.IO.Path.GetFileName(name) != name)
            throw new RunFolderException(
                System.IO.Path.Combine(path, RunFolder.Manifest),
                $"says nothing that can be checked about {NearestWord.Quoted(name)}. Use the SimLab that wrote it, or run the scenario "
                + $"again.");
        if (!File.Exists(file)) throw Broken("is missing");
        await using var stream = File.OpenRead(file);
        if (stream.Length < written.Bytes) throw Broken($"is cut short: {stream.Length:N0} bytes instead of {written.Bytes:N0}");
        if (stream.Length > written.Bytes) throw Broken($"has grown since the run: {stream.Length:N0} bytes instead of {written.Bytes:N0}");
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream)) != written.Sha256) throw Broken(
            "was changed after the run: its SHA-256 is not the manifest's");

        RunFolderException Broken(string what) => new(file, $"{what}. Take it from a copy of the folder, or run the scenario again.");
    }
}
