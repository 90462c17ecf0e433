using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.HttpResults;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Jobs;
using SimLab.App.Lab.Plan;
using SimLab.App.Lab.Scenarios;
using SimLab.App.Texts;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Api;

/// <summary>
/// HTTP API, version 1: the functions of the Plan page, for programs; <see cref="ExperimentApi"/> has the experiments.
/// Scenarios go in as the YAML of scenario files, under a content type that a page of another site cannot send.
/// src/docs/api.md documents it with curl.
/// </summary>
internal static class LabApi
{
    public const string Root = "/api/v1", Description = Root + "/openapi.json";

    internal const string Yaml = "application/yaml";
    private const long LargestScenario = 1 << 20;

    /// <summary>A preset scenario; a problem explains why it is unreadable.</summary>
    public sealed record PresetRow(string File, string? Name, string? NameZh, string? ContentAddress, string? Problem);

    /// <summary>A measure of the catalogue with its levers.</summary>
    public sealed record MeasureRow(string Name, string Id, int Clause, string Heading, string Lead, LeverRow[] Levers);

    /// <summary>A lever with its range, its value as written, and its source.</summary>
    public sealed record LeverRow(string Name, string Unit, double Min, double Max, object AsWritten, string Source, string? Grade);

    /// <summary>A full run with its state and progress.</summary>
    public sealed record RunRow(
        string Id, string Name, string? NameZh, string State, int MonthsDone, int Months, DateTimeOffset Created,
            DateTimeOffset? Ended, string ContentAddress,
        string ModelBuild, string? Hash, string? Problem)
    {
        public static RunRow Of(RunEntry run) => new(
            run.Id, run.Name, run.NameZh, run.State.ToString().ToLowerInvariant(), run.MonthsDone, run.Months, run.Created,
                run.Ended, run.Address, run.Build, run.Hash, run.Problem);
    }

    public static void Map(WebApplication app)
    {
        var api = app.MapGroup(Root).DisableAntiforgery();
        app.MapOpenApi(Root + "/{documentName}.json");

        api.MapGet("/scenarios", Presets).WithSummary("The scenario files to start from.");
        api.MapGet("/measures", Measures).WithSummary("Every measure with its levers: unit, range, value as written, source.");
        api.MapPost("/preview", Preview).Accepts<string>(Yaml).WithSummary("An instant answer from the small population.");
        api.MapPost("/runs", Start).Accepts<string>(Yaml)
            .WithSummary("Starts a full run; a result that is there already is answered at once.");
        api.MapGet("/runs", (LabCatalogue runs) => runs.Latest(100).Select(RunRow.Of)).WithSummary("The newest hundred runs.");
        api.MapGet("/runs/{id}", Find).WithSummary("Where a run stands.");
        api.MapGet("/runs/{id}/events", Follow).WithSummary("Server-sent events: the run after each month, until it is over.");
        api.MapDelete("/runs/{id}", Cancel).WithSummary("Cancels a run that is not over.");
        api.MapGet("/runs/{id}/view", View).WithSummary("Targets, fans and public cost of a finished run.");
        api.MapGet("/runs/{id}/files/{name}", Download)
            .WithSummary(
            "A file of the run folder: targets.json, manifest.json, report.html, series.parquet, ledger.parquet, enterprises.parquet, "
            + "events.parquet, incidence.parquet.");
        ExperimentApi.Map(api);
    }

    private static IEnumerable<PresetRow> Presets(LabScenarios scenarios) => scenarios.Presets.Select(preset => new PresetRow(
        preset.File, preset.Scenario?.Name, preset.Scenario?.NameZh, preset.Scenario is { } s ? scenarios.AddressOf(s) : null,
            preset.Problem));

    private static IEnumerable<MeasureRow> Measures() => MeasureCatalog.Default.Measures.Select(m => new MeasureRow(
        m.Name, $"{m.Id}", m.Clause.Number, m.Clause.Heading, m.Clause.Lead,
        [.. m.Levers.Select(l => new LeverRow(
            l.Name, l.Unit, l.Min, l.Max, l.Default, l.Source, GradeTexts.Find(m.Name, l)?.Grade.ToString()))]));

    private static async Task<Results<ContentHttpResult,
        ProblemHttpResult>> Preview(HttpRequest request, LabScenarios scenarios, PreviewService desk, CancellationToken cancel)
    {
        try
        {
            var answer = await desk.Answer(scenarios.ReadText(await Body(request, cancel)), cancel);
            return TypedResults.Content(answer.View.ToJson(), "application/json");
        }
        catch (Exception mistake) when (mistake is ScenarioException or BadHttpRequestException)
        {
            return Wrong(mistake.Message);
        }
    }

    private static async Task<Results<Accepted<RunRow>, Ok<RunRow>,
        ProblemHttpResult>> Start(HttpRequest request, RunQueue queue, CancellationToken cancel)
    {
        try
        {
            var run = queue.Start(await Body(request, cancel), Visitor.Of(request.HttpContext));
            return run.IsOver ? TypedResults.Ok(RunRow.Of(run)) : TypedResults.Accepted($"{Root}/runs/{run.Id}", RunRow.Of(run));
        }
        catch (Exception mistake) when (mistake is ScenarioException or BadHttpRequestException)
        {
            return Wrong(mistake.Message);
        }
        catch (TooManyRunsException many)
        {
            return TypedResults.Problem(many.Message, statusCode: StatusCodes.Status429TooManyRequests);
        }
    }

    private static Results<Ok<RunRow>, ProblemHttpResult> Find(string id, LabCatalogue runs) =>
        runs.Find(id) is { IsExperiment: false } run ? TypedResults.Ok(RunRow.Of(run)) : Missing(id);

    private static Results<ServerSentEventsResult<RunRow>,
        ProblemHttpResult> Follow(string id, LabCatalogue runs, RunQueue queue, CancellationToken cancel) =>
        runs.Find(id) is not { IsExperiment: false } ? Missing(id)
            : TypedResults.ServerSentEvents(Steps(id, RunRow.Of, runs, queue, cancel), "run");

    /// <summary>The state of a run or experiment, now and after each step, until it ends.</summary>
    internal static async IAsyncEnumerable<T> Steps<T>(
        string id, Func<RunEntry, T> row, LabCatalogue runs, RunQueue queue, [EnumeratorCancellation] CancellationToken cancel)
    {
        var steps = Channel.CreateUnbounded<RunEntry>();
        void Heard(RunEntry run)
        {
            if (run.Id == id) steps.Writer.TryWrite(run);
        }
        queue.Changed += Heard;
        try
        {
            var run = runs.Find(id)!;                      // read after subscribing, so that no step is missed
            yield return row(run);
            while (!run.IsOver) yield return row(run = await steps.Reader.ReadAsync(cancel));
        }
        finally
        {
            queue.Changed -= Heard;
        }
    }

    private static Results<Ok<RunRow>, ProblemHttpResult> Cancel(string id, LabCatalogue runs, RunQueue queue)
    {
        if (runs.Find(id) is not { IsExperiment: false }) return Missing(id);
        queue.Cancel(id);
        return TypedResults.Ok(RunRow.Of(runs.Find(id)!));
    }

    private static Results<ContentHttpResult, ProblemHttpResult> View(string id, LabCatalogue runs) =>
        runs.Result(id) is { } done ? TypedResults.Content(done.View.ToJson(), "application/json") : Unfinished(id, runs);

    private static Results<PhysicalFileHttpResult, ProblemHttpResult> Download(string id, string name, LabCatalogue runs, RunQueue queue)
    {
        if (runs.Find(id) is not { State: RunState.Done, IsExperiment: false } run) return Unfinished(id, runs);
        if (!RunFolder.Contents.Append(RunFolder.Manifest).Contains(name))
            return TypedResults.Problem(
                $"A run folder has no file \"{name}\". It has: {string.Join(", ", RunFolder.Contents)}, {RunFolder.Manifest}.",
                statusCode: StatusCodes.Status404NotFound);
        var type = Path.GetExtension(name)
            switch
        { ".json" => "application/json", ".html" => "text/html; charset=utf-8", _ => "application/vnd.apache.parquet" };
        return TypedResults.PhysicalFile(Path.Combine(queue.FolderOf(run), name), type, name);
    }

    /// <exception cref="BadHttpRequestException">The content is not YAML, or is too large.</exception>
    internal static async Task<string> Body(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentType?.StartsWith(Yaml, StringComparison.OrdinalIgnoreCase) != true)
            throw new BadHttpRequestException($"Send the scenario as YAML, with the header Content-Type: {Yaml}.");
        if (request.ContentLength > LargestScenario) throw new BadHttpRequestException(
            "The scenario is larger than 1 MB. A scenario is a page of text.");
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync(cancel);
    }

    private static ProblemHttpResult Wrong(string message) =>
        TypedResults.Problem(message, title: "The scenario cannot be read", statusCode: StatusCodes.Status400BadRequest);

    private static ProblemHttpResult Missing(string id) =>
        TypedResults.Problem($"There is no run {NearestWord.Quoted(id)}.", statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult Unfinished(string id, LabCatalogue runs) => runs.Find(id) is { IsExperiment: false } run
        ? TypedResults.Problem(
            $"The run is {run.State.ToString().ToLowerInvariant()}, so it has no results{(run.IsOver ? "" : " yet")}.",
            statusCode: StatusCodes.Status409Conflict)
        : Missing(id);
}
