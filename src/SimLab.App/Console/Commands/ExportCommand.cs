using System.CommandLine;
using SimLab.App.Export;
using SimLab.App.Export.Filming;
using SimLab.App.Export.Replaying;
using SimLab.App.Export.Stories;
using SimLab.App.Export.Tables;
using SimLab.App.Texts;
using SimLab.Engine;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Console.Commands;

/// <summary>The player's scenes, by their names on the command line.</summary>
internal enum FilmedScene { Map, Race, Flows, Credit, Cost }

internal enum FilmLanguage { Zh, En }

/// <summary>
/// `simlab export RUN`: writes a recording as a replay page, a report, a workbook, CSV files, or images of a scene.
/// </summary>
internal sealed class ExportCommand(Screen screen)
{
    private sealed record Order(
        string Run, string? Html, string? Story, string? Pdf, string? Xlsx, string? Csv, string? Png, string? Gif,
        FilmedScene? Scene, FilmLanguage? Language)
    {
        /// <summary>The output options, with their paths and file extensions; a null extension is a folder.</summary>
        public IEnumerable<(string Option, string? Path, string? Ending)> Wanted =>
            [("--html", Html, ".html"), ("--pdf", Pdf, ".pdf"), ("--xlsx", Xlsx, ".xlsx"), ("--csv", Csv, null),
                ("--png", Png, null), ("--gif", Gif, ".gif")];

        /// <summary>Whether the order needs images of a scene.</summary>
        public bool Filmed => Png is not null || Gif is not null;

        public Shot Shot => new($"{Scene ?? default}".ToLowerInvariant(), $"{Language ?? default}".ToLowerInvariant());
    }

    public static Command Create(Screen screen)
    {
        var run = RecordedRunArgument.Create();
        var html = new Option<string?>("--html")
        { HelpName = "FILE", Description = "One page that replays the run in any browser, with no server and no network." };
        var story = new Option<string?>("--story")
        { HelpName = "FILE", Description = "With --html: a story that the page tells, such as scenarios/stories/gansu-2023.yaml." };
        var pdf = new Option<string?>("--pdf")
        { HelpName = "FILE", Description = "The report with its charts, printed on A4. Needs Chromium." };
        var xlsx = new Option<string?>("--xlsx")
        { HelpName = "FILE", Description = "A workbook: targets, years, months, costs, assumptions, provenance." };
        var csv = new Option<string?>("--csv")
        { HelpName = "DIR", Description = "The sheets of the workbook as CSV files, in a folder that does not exist yet." };
        var png = new Option<string?>("--png")
        { HelpName = "DIR", Description = "A picture of a scene for each month, in a folder that does not exist yet. Needs Chromium." };
        var gif = new Option<string?>("--gif")
        { HelpName = "FILE", Description = "A scene month by month as one moving picture, for slides. Needs Chromium." };
        var scene = Options.OneOf<FilmedScene>("--scene", "With --png and --gif: which scene.");
        var language = Options.OneOf<FilmLanguage>("--language", "With --png and --gif: of the words in it.");
        var command = new Command(
            "export", "Export a recorded run: a page that replays it, a report, a workbook, CSV files, or pictures.")
            { run, html, story, pdf, xlsx, csv, png, gif, scene, language };
        command.SetAction((parsed, cancel) => new ExportCommand(screen).Do(new(
            parsed.GetRequiredValue(run), parsed.GetValue(html), parsed.GetValue(story), parsed.GetValue(pdf),
                parsed.GetValue(xlsx), parsed.GetValue(csv),
            parsed.GetValue(png), parsed.GetValue(gif), parsed.GetValue(scene), parsed.GetValue(language)), cancel));
        return command;
    }

    private async Task Do(Order order, CancellationToken cancel)
    {
        Check(order);
        var recording = await RecordedRunArgument.Open(order.Run);
        var story = order.Story is null ? null : StoryFile.Read(order.Story, recording);
        if (recording.Manifest.ModelBuild is var build && build != ModelBuild.Hash)
            screen.Report(
                $"{order.Run} was recorded by build {build[..16]} of the model, and this is build {ModelBuild.Hash[..16]}. The figures "
                + $"are the recording's; the export says so.");
        RecordedRunArgument.WriteUnknown(recording, screen);
        if (order.Html is not null || order.Filmed) await Pages(order, recording, story, cancel);
        if (order.Pdf is { } pdf) await WrittenFile.Write(pdf, file => PrintedReport.Write(recording, file, cancel));
        if (order.Xlsx is not null || order.Csv is not null) Sheets(order, new PlannerWorkbook(await ShownRun.Read(recording)));
        foreach (var (_, written, _) in order.Wanted.Where(wanted => wanted.Path is not null)) screen.Write($"Written: {written}");
    }

    private async Task Pages(Order order, RunReader recording, Story? story, CancellationToken cancel)
    {
        var page = PlayerPage.Write(
            await Replay.Read(recording, cancel), story is null ? null : await StoryPart.Of(story, recording, screen.Error, cancel));
        if (order.Html is { } html) WrittenFile.Write(html, file => File.WriteAllText(file, page));
        if (!order.Filmed) return;
        var reel = Directory.CreateTempSubdirectory("simlab-film-");
        try
        {
            var file = Path.Combine(reel.FullName, "page.html");
            await File.WriteAllTextAsync(file, page, cancel);
            if (order.Png is { } png) await WrittenFile.WriteFolder(png, folder => Film.Pictures(file, order.Shot, folder, cancel));
            if (order.Gif is { } gif) await WrittenFile.Write(gif, temporary => Film.Gif(file, order.Shot, temporary, cancel));
        }
        finally
        {
            reel.Delete(recursive: true);
        }
    }

    private static void Sheets(Order order, PlannerWorkbook workbook)
    {
        if (order.Xlsx is { } xlsx) workbook.WriteWorkbook(xlsx);
        if (order.Csv is { } csv) WrittenFile.WriteFolder(csv, workbook.WriteCsv);
    }

    private static void Check(Order order)
    {
        if (order.Wanted.All(wanted => wanted.Path is null)) throw new InputException(
            $"simlab export needs --html FILE, --pdf FILE, --xlsx FILE, --csv DIR, --png DIR or --gif FILE.");
        if (order is { Story: not null, Html: null }) throw new InputException($"--story goes into a page: add --html FILE.");
        if (order is { Filmed: false, Scene: not null } or { Filmed: false, Language: not null }) throw new InputException(
            $"--scene and --language are of pictures: add --png DIR or --gif FILE.");
        foreach (var (option, path, ending) in order.Wanted)
        {
            if (path is not null && ending is not null
                && !path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) throw new InputException(
                $"{option} is {NearestWord.Quoted(path)}. Name a file that ends in {ending}.");
            RequireFree(option, path);
        }
    }

    internal static void RequireFree(string option, string? path)
    {
        if (path is null) return;
        if (!Layers.IsPath(path)) throw new InputException($"{option} {NearestWord.Quoted(path)} is not a name of a file or folder.");
        if (File.Exists(path) || Directory.Exists(path)) throw new InputException(
            $"{option} {NearestWord.Quoted(path)} exists already. Name another, or remove this one first.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } parent && !Directory.Exists(parent)) throw new InputException(
            $"{option} {NearestWord.Quoted(path)}: there is no folder {parent}. Make it first.");
    }
}
