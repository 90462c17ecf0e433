using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SimLab.App.Lab.Jobs;
using SimLab.App.Lab.Studies;
using SimLab.App.Lab.Viewing;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Recording;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Api;

/// <summary>The part of version 1 that is about studies: what the Study page does, for programs. Experiments go in as the YAML of experiment files.</summary>
internal static class StudyApi
{
    private const string Root = LabApi.Root + "/studies";

    public sealed record ExampleRow(string File, string? Name, string? NameZh, string? Kind, string? Problem);

    public sealed record ForecastRow(string Arms, int Replicates, string Worlds, int Enterprises, string Start, string Last, double Seconds);

    public sealed record StudyRow(
        string Id, string Name, string? NameZh, string Kind, string State, int WorldsDone, int Worlds, double? SecondsLeft, DateTimeOffset Created, DateTimeOffset? Ended, string ContentAddress,
        string ModelBuild, string? Hash, string? Problem)
    {
        public static StudyRow Of(RunEntry study) => new(
            study.Id, study.Name, study.NameZh, study.Kind, study.State.ToString().ToLowerInvariant(), study.MonthsDone, study.Months, study.SecondsLeft, study.Created, study.Ended, study.Address,
            study.Build, study.Hash, study.Problem);
    }

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/studies/examples", Examples).WithSummary("The experiment files to start from.");
        api.MapGet("/studies/examples/{file}", Example).WithSummary("An experiment file, as YAML.");
        api.MapGet("/studies/mixes/{file}", Mix).WithSummary("A mix of the Plan page that a study works on, as the YAML of a scenario file.");
        api.MapPost("/studies/forecast", Forecast).Accepts<string>(LabApi.Yaml).WithSummary("How many worlds a study would live and how long that would take, at most.");
        api.MapPost("/studies", Start).Accepts<string>(LabApi.Yaml).WithSummary("Starts a study; a result that is there already is answered at once.");
        api.MapGet("/studies", (RunCatalogue runs) => runs.LatestStudies(100).Select(StudyRow.Of)).WithSummary("The newest hundred studies.");
        api.MapGet("/studies/{id}", Find).WithSummary("Where a study stands.");
        api.MapGet("/studies/{id}/events", Follow).WithSummary("Server-sent events: the study as its worlds are lived, until it is over.");
        api.MapDelete("/studies/{id}", Cancel).WithSummary("Cancels a study that is not over; the worlds it has lived are kept for when it is started again.");
        api.MapGet("/studies/{id}/findings", What).WithSummary("Sentences and tables of a finished study.");
        api.MapGet("/studies/{id}/files/{name}", Download).WithSummary("A file of the study folder: any table as .csv or .parquet, worlds.parquet, study.xlsx, report.html, findings.json, manifest.json.");
    }

    private static IEnumerable<ExampleRow> Examples(LabStudies studies) =>
        studies.Presets.Select(preset => new ExampleRow(preset.File, preset.Experiment?.Name, preset.Experiment?.NameZh, preset.Experiment?.Study.Kind, preset.Problem));

    private static Results<ContentHttpResult, ProblemHttpResult> Example(string file, LabStudies studies) => studies.Presets.FirstOrDefault(preset => preset.File == file) is { } found
        ? TypedResults.Content(found.Yaml, LabApi.Yaml)
        : TypedResults.Problem($"There is no experiment file {Words.Quoted(file)}.{Words.Instead(file, "files", [.. studies.Presets.Select(preset => preset.File)])}", statusCode: StatusCodes.Status404NotFound);

    private static Results<PhysicalFileHttpResult, ProblemHttpResult> Mix(string file, StudiedMixes mixes) => mixes.FileOf(file) is { } kept
        ? TypedResults.PhysicalFile(kept, LabApi.Yaml, file)
        : TypedResults.Problem($"The lab keeps no mix {Words.Quoted(file)}. A mix is kept when it is studied from the Plan page.", statusCode: StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<ForecastRow>, ProblemHttpResult>> Forecast(HttpRequest request, LabStudies studies, CancellationToken cancel)
    {
        try
        {
            var coming = await studies.Foresee(studies.ReadText(await LabApi.Body(request, cancel)), cancel);
            return TypedResults.Ok(new ForecastRow(
                coming.Arms.ToString(CultureInfo.InvariantCulture), coming.Replicates, coming.Worlds.ToString(CultureInfo.InvariantCulture), coming.Enterprises, $"{coming.Start}", $"{coming.Last}",
                Math.Ceiling(coming.Time.TotalSeconds)));
        }
        catch (Exception mistake) when (mistake is ScenarioException or BadHttpRequestException)
        {
            return Wrong(mistake.Message);
        }
    }

    private static async Task<Results<Accepted<StudyRow>, Ok<StudyRow>, ProblemHttpResult>> Start(HttpRequest request, RunQueue queue, CancellationToken cancel)
    {
        try
        {
            var study = queue.StartStudy(await LabApi.Body(request, cancel), Visitor.Of(request.HttpContext));
            return study.IsOver ? TypedResults.Ok(StudyRow.Of(study)) : TypedResults.Accepted($"{Root}/{study.Id}", StudyRow.Of(study));
        }
        catch (Exception mistake) when (mistake is ScenarioException or StudyException or BadHttpRequestException)
        {
            return Wrong(mistake.Message);
        }
        catch (TooManyRunsException many)
        {
            return TypedResults.Problem(many.Message, statusCode: StatusCodes.Status429TooManyRequests);
        }
    }

    private static Results<Ok<StudyRow>, ProblemHttpResult> Find(string id, RunCatalogue runs) => Of(id, runs) is { } study ? TypedResults.Ok(StudyRow.Of(study)) : Missing(id);

    private static Results<ServerSentEventsResult<StudyRow>, ProblemHttpResult> Follow(string id, RunCatalogue runs, RunQueue queue, CancellationToken cancel) =>
        Of(id, runs) is null ? Missing(id) : TypedResults.ServerSentEvents(LabApi.Steps(id, StudyRow.Of, runs, queue, cancel), "study");

    private static Results<Ok<StudyRow>, ProblemHttpResult> Cancel(string id, RunCatalogue runs, RunQueue queue)
    {
        if (Of(id, runs) is null) return Missing(id);
        queue.Cancel(id);
        return TypedResults.Ok(StudyRow.Of(runs.Find(id)!));
    }

    private static Results<PhysicalFileHttpResult, ProblemHttpResult> What(string id, RunCatalogue runs, LabStudies studies) => Download(id, StudyFolder.FindingsFile, runs, studies);

    private static Results<PhysicalFileHttpResult, ProblemHttpResult> Download(string id, string name, RunCatalogue runs, LabStudies studies)
    {
        if (Of(id, runs) is not { } study) return Missing(id);
        if (study.State != RunState.Done)
            return TypedResults.Problem($"The study is {study.State.ToString().ToLowerInvariant()}, so it has no results{(study.IsOver ? "" : " yet")}.", statusCode: StatusCodes.Status409Conflict);
        try
        {
            string[] files = [.. studies.Result(study).Manifest.Files.Keys, StudyFolder.Manifest];
            if (!files.Contains(name))
                return TypedResults.Problem($"This study folder has no file {Words.Quoted(name)}. It has: {string.Join(", ", files)}.", statusCode: StatusCodes.Status404NotFound);
            return TypedResults.PhysicalFile(Path.Combine(studies.FolderOf(study), name), TypeOf(name), name);
        }
        catch (StudyException gone)
        {
            return TypedResults.Problem(gone.Message, statusCode: StatusCodes.Status410Gone);
        }
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".json" => "application/json",
        ".html" => "text/html; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        ".yaml" => LabApi.Yaml,
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/vnd.apache.parquet",
    };

    private static RunEntry? Of(string id, RunCatalogue runs) => runs.Find(id) is { IsStudy: true } study ? study : null;

    private static ProblemHttpResult Wrong(string message) => TypedResults.Problem(message, title: "The experiment cannot be read", statusCode: StatusCodes.Status400BadRequest);

    private static ProblemHttpResult Missing(string id) => TypedResults.Problem($"There is no study {Words.Quoted(id)}.", statusCode: StatusCodes.Status404NotFound);
}
