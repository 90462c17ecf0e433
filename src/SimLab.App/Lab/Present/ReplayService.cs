using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.HttpResults;
using SimLab.App.Export.Replaying;
using SimLab.App.Export.Stories;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Jobs;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine;
using SimLab.Engine.Recording;

namespace SimLab.App.Lab.Present;

/// <summary>
/// The recordings shown to an audience, read once and stored packed; a page fetches the years it shows.
/// </summary>
internal sealed class ReplayService(LabCatalogue catalogue, RunQueue queue, BranchService branches, LabSettings settings)
{
    /// <summary>Id of the run given to `simlab replay`.</summary>
    public const string Given = "recording";

    private const string Root = "/replay", Json = "application/json";
    private const int MostReplays = 4;

    private readonly ConcurrentDictionary<string, Lazy<Task<Replay>>> _replays = new();

    /// <summary>The run's folder; null: no such run, or it is unfinished.</summary>
    public string? FolderOf(string id) =>
        id == Given ? settings.Recording : branches.FolderOf(id) is { } branch ? branch
        : catalogue.Find(id) is { State: RunState.Done } run ? queue.FolderOf(run) : null;

    public static void Map(WebApplication app)
    {
        var replay = app.MapGroup(Root).ExcludeFromDescription();
        foreach (var (part, program) in new[] { ("player", PlayerResource.Program), ("story", StoryPart.Program) })
        {
            replay.MapGet($"/{part}.js", () => TypedResults.Text(program, "text/javascript; charset=utf-8"));
            replay.MapGet($"/{part}.css", () => TypedResults.Text(PlayerResource.Read($"{part}.css"), "text/css; charset=utf-8"));
        }
        replay.MapGet("/{id}/story", (string id, LabSettings settings) =>
            id == Given && settings.Story is { } story ? TypedResults.Text(story, Json) : Results.NoContent());
        replay.MapGet("/{id}/head", (string id, ReplayService desk) =>
            desk.Answer(id, found => TypedResults.Text(found.Head.ToJsonString(), Json)));
        replay.MapGet("/{id}/places/{place}", (string id, string place, HttpResponse response, ReplayService desk) =>
            desk.Answer(id, found => Packed(found.View(place), response)));
        replay.MapGet("/{id}/places/{place}/{chunk:int}", (string id, string place, int chunk, HttpResponse response, ReplayService desk) =>
            desk.Answer(id, found => Packed(found.Chunk(place, chunk), response)));
    }

    private async Task<IResult> Answer(string id, Func<Replay, IResult> with)
    {
        if (FolderOf(id) is not { } folder) return Missing($"There is no finished run \"{id}\".");
        try
        {
            return with(await Open(id, folder));
        }
        catch (Exception failure) when (failure is RunFolderException or IOException)
        {
            return TypedResults.Problem(
                failure.Message, title: "The recording cannot be played", statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task<Replay> Open(string id, string folder)
    {
        if (_replays.Count >= MostReplays && !_replays.ContainsKey(id)) _replays.Clear();
        try
        {
            return await _replays.GetOrAdd(id, _ => new(() => Task.Run(async () => await Replay.Read(await RunReader.Open(folder))))).Value;
        }
        catch
        {
            _replays.TryRemove(id, out _);                  // the folder may be restored
            throw;
        }
    }

    private static IResult Packed(byte[]? packed, HttpResponse response)
    {
        if (packed is null) return Missing("The recording has no such place or year.");
        response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(packed, Json);
    }

    private static ProblemHttpResult Missing(string what) => TypedResults.Problem(what, statusCode: StatusCodes.Status404NotFound);
}
