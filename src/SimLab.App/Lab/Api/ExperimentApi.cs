using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Experiments;
using SimLab.App.Lab.Jobs;
using SimLab.App.Texts;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Output;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Api;

/// <summary>
/// The experiments part of API version 1: the functions of the Experiments page, for programs. Experiments go in as the
/// YAML of experiment files.
/// </summary>
internal static class ExperimentApi
{
    private const string Root = LabApi.Root + "/studies";

    /// <summary>A preset experiment; a problem explains why it is unreadable.</summary>
    public sealed record ExampleRow(string File, string? Name, string? NameZh, string? Kind, string? Problem);

    /// <summary>The estimated size of an experiment, and its duration in seconds: upper bounds.</summary>
    public sealed record ForecastRow(
        string Arms, int Replicates, string Worlds, int Enterprises, string Start, string Last, double Seconds);

    /// <summary>An experiment with its state and progress.</summary>
    public sealed record ExperimentRow(
        string Id, string Name, string? NameZh, string Kind, string State, int WorldsDone, int Worlds, double? SecondsLeft,
            DateTimeOffset Created, DateTimeOffset? Ended, string ContentAddress,
        string ModelBuild, string? Hash, string? Problem)
    {
        public static ExperimentRow Of(RunEntry experiment) => new(
            experiment.Id, experiment.Name, experiment.NameZh, experiment.Kind, experiment.State.ToString().ToLowerInvariant(),
                experiment.MonthsDone, experiment.Months, experiment.SecondsLeft, experiment.Created, experiment.Ended, experiment.Address,
            experiment.Build, experiment.Hash, experiment.Problem);
    }

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/studies/examples", Examples).WithSummary("The experiment files to start from.");
        api.MapGet("/studies/examples/{file}", Example).WithSummary("An experiment file, as YAML.");
        api.MapGet("/studies/mixes/{file}", Mix)
            .WithSummary("A mix of the Plan page that an experiment works on, as the YAML of a scenario file.");
        api.MapPost("/studies/forecast", Forecast).Accepts<string>(LabApi.Yaml)
            .WithSummary("How many worlds an experiment would simulate and how long that would take, at most.");
        api.MapPost("/studies", Start).Accepts<string>(LabApi.Yaml)
            .WithSummary("Starts an experiment; a result that is there already is answered at once.");
        api.MapGet("/studies", (LabCatalogue runs) => runs.LatestExperiments(100).Select(ExperimentRow.Of))
            .WithSummary("The newest hundred experiments.");
        api.MapGet("/studies/{id}", Find).WithSummary("Where an experiment stands.");
        api.MapGet("/studies/{id}/events", Follow)
            .WithSummary("Server-sent events: the experiment as its worlds are simulated, until it is over.");
        api.MapDelete("/studies/{id}", Cancel)
            .WithSummary("Cancels an experiment that is not over; the worlds it has simulated are kept for when it is started again.");
        api.MapGet("/studies/{id}/findings", What).WithSummary("Sentences and tables of a finished experiment.");
        api.MapGet("/studies/{id}/files/{name}", Download)
            .WithSummary(
            "A file of the experiment's folder: any table as .csv or .parquet, worlds.parquet, study.xlsx, report.html, findings.json, "
            + "manifest.json.");
    }

    private static IEnumerable<ExampleRow> Examples(LabExperiments experiments) =>
        experiments.Presets.Select(preset =>
            new ExampleRow(preset.File, preset.Experiment?.Name, preset.Experiment?.NameZh, preset.Experiment?.Kind.Name, preset.Problem));

    private static Results<ContentHttpResult, ProblemHttpResult> Example(string file, LabExperiments experiments) =>
        experiments.Presets.FirstOrDefault(preset => preset.File == file) is { } found
        ? TypedResults.Content(found.Yaml, LabApi.Yaml)
        : TypedResults.Problem(
            $"There is no experiment file "
            + $"{NearestWord.Quoted(file)}.{NearestWord.Instead(file, $"files", [.. experiments.Presets.Select(preset => preset.File)])}",
            statusCode: StatusCodes.Status404NotFound);

    private static Results<PhysicalFileHttpResult, ProblemHttpResult> Mix(string file, SavedMixes mixes) => mixes.FileOf(file) is { } kept
        ? TypedResults.PhysicalFile(kept, LabApi.Yaml, file)
        : TypedResults.Problem(
            $"The lab keeps no mix {NearestWord.Quoted(file)}. "
            + "A mix is kept when an experiment with it is started from the Plan page.",
            statusCode: StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<ForecastRow>,
        ProblemHttpResult>> Forecast(HttpRequest request, LabExperiments experiments, CancellationToken cancel)
    {
        try
        {
            var coming = await experiments.Foresee(experiments.ReadText(await LabApi.Body(request, cancel)), cancel);
            return TypedResults.Ok(new ForecastRow(
                coming.Arms.ToString(CultureInfo.InvariantCulture), coming.Replicates,
                    coming.Worlds.ToString(CultureInfo.InvariantCulture), coming.Enterprises, $"{coming.Start}", $"{coming.Last}",
                Math.Ceiling(coming.Time.TotalSeconds)));
        }
        catch (Exception mistake) when (mistake is ScenarioException or BadHttpRequestException)
        {
            return Wrong(mistake.Message);
        }
    }

    private static async Task<Results<Accepted<ExperimentRow>, Ok<ExperimentRow>,
        ProblemHttpResult>> Start(HttpRequest request, RunQueue queue, CancellationToken cancel)
    {
        try
        {
            var experiment = queue.StartExperiment(await LabApi.Body(request, cancel), Visitor.Of(request.HttpContext));
            return experiment.IsOver ? TypedResults.Ok(ExperimentRow.Of(experiment))
                : TypedResults.Accepted($"{Root}/{experiment.Id}", ExperimentRow.Of(experiment));
        }
        catch (Exception mistake) when (mistake is ScenarioException or ExperimentException or BadHttpRequestException)
        {
            return Wrong(mistake.Message);
        }
        catch (TooManyRunsException many)
        {
            return TypedResults.Problem(many.Message, statusCode: StatusCodes.Status429TooManyRequests);
        }
    }

    private static Results<Ok<ExperimentRow>, ProblemHttpResult> Find(string id, LabCatalogue runs) =>
        Of(id, runs) is { } experiment ? TypedResults.Ok(ExperimentRow.Of(experiment)) : Missing(id);

    private static Results<ServerSentEventsResult<ExperimentRow>,
        ProblemHttpResult> Follow(string id, LabCatalogue runs, RunQueue queue, CancellationToken cancel) =>
        Of(id, runs) is null ? Missing(id)
            : TypedResults.ServerSentEvents(LabApi.Steps(id, ExperimentRow.Of, runs, queue, cancel), "study");

    private static Results<Ok<ExperimentRow>, ProblemHttpResult> Cancel(string id, LabCatalogue runs, RunQueue queue)
    {
        if (Of(id, runs) is null) return Missing(id);
        queue.Cancel(id);
        return TypedResults.Ok(ExperimentRow.Of(runs.Find(id)!));
    }

    private static Results<PhysicalFileHttpResult,
        ProblemHttpResult> What(string id, LabCatalogue runs, LabExperiments experiments) =>
        Download(id, ExperimentFolder.FindingsFile, runs, experiments);

    private static Results<PhysicalFileHttpResult,
        ProblemHttpResult> Download(string id, string name, LabCatalogue runs, LabExperiments experiments)
    {
        if (Of(id, runs) is not { } experiment) return Missing(id);
        if (experiment.State != RunState.Done)
            return TypedResults.Problem(
                $"The experiment is {experiment.State.ToString().ToLowerInvariant()}, so it has no "
                + $"results{(experiment.IsOver ? "" : " yet")}.", statusCode: StatusCodes.Status409Conflict);
        try
        {
            string[] files = [.. experiments.Result(experiment).Manifest.Files.Keys, ExperimentFolder.Manifest];
            if (!files.Contains(name))
                return TypedResults.Problem(
                    $"This experiment's folder has no file {NearestWord.Quoted(name)}. It has: {string.Join(", ", files)}.",
                    statusCode: StatusCodes.Status404NotFound);
            return TypedResults.PhysicalFile(Path.Combine(experiments.FolderOf(experiment), name), TypeOf(name), name);
        }
        catch (ExperimentException gone)
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

    private static RunEntry? Of(string id, LabCatalogue runs) => runs.Find(id) is { IsExperiment: true } experiment ? experiment : null;

    private static ProblemHttpResult Wrong(string message) =>
        TypedResults.Problem(message, title: "The experiment cannot be read", statusCode: StatusCodes.Status400BadRequest);

    private static ProblemHttpResult Missing(string id) =>
        TypedResults.Problem($"There is no experiment {NearestWord.Quoted(id)}.", statusCode: StatusCodes.Status404NotFound);
}
