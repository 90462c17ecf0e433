using System.CommandLine;
using SimLab.App.Presenting;
using SimLab.App.Presenting.Replaying;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Commands;

/// <summary>`simlab export RUN`: a recording to take away, as a workbook, as CSV files, or as one page that replays it.</summary>
internal sealed class ExportCommand(Screen screen)
{
    public static Command Create(Screen screen)
    {
        var run = RecordedRunArgument.Create();
        var html = new Option<string?>("--html") { HelpName = "FILE", Description = "One page that replays the run in any browser, with no server and no network." };
        var xlsx = new Option<string?>("--xlsx") { HelpName = "FILE", Description = "A workbook: targets, years, months, costs, assumptions, provenance." };
        var csv = new Option<string?>("--csv") { HelpName = "DIR", Description = "The sheets of the workbook as CSV files, in a folder that does not exist yet." };
        var command = new Command("export", "Take a recorded run away: a page that replays it, a workbook, or CSV files.") { run, html, xlsx, csv };
        command.SetAction((parsed, _) => new ExportCommand(screen).Do(parsed.GetRequiredValue(run), parsed.GetValue(html), parsed.GetValue(xlsx), parsed.GetValue(csv)));
        return command;
    }

    private async Task Do(string path, string? html, string? xlsx, string? csv)
    {
        if ((html, xlsx, csv) is (null, null, null)) throw new InputException("simlab export needs --html FILE, --xlsx FILE or --csv DIR.");
        Require("--html", html, ".html");
        Require("--xlsx", xlsx, ".xlsx");
        RequireFree("--csv", csv);
        var recording = await RecordedRunArgument.Open(path);
        var run = await ShownRun.Read(recording);
        if (run.OtherBuild is { } build)
            await screen.Error.WriteLineAsync($"{path} was recorded by build {build[..16]} of the model, and this is build {ModelBuild.Hash[..16]}. The figures are the recording's; the export says so.");
        if (html is not null)
        {
            var page = PlayerPage.Write(await Replay.Read(recording));
            WrittenFile.Write(html, file => File.WriteAllText(file, page));
        }
        if (xlsx is not null) new PlannerWorkbook(run).WriteWorkbook(xlsx);
        if (csv is not null) WrittenFile.WriteFolder(csv, new PlannerWorkbook(run).WriteCsv);
        foreach (var written in new[] { html, xlsx, csv }.OfType<string>()) await screen.Output.WriteLineAsync($"Written: {written}");
    }

    private static void Require(string option, string? file, string ending)
    {
        if (file is null) return;
        if (!file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) throw new InputException($"{option} is {Words.Quoted(file)}. Name a file that ends in {ending}.");
        RequireFree(option, file);
    }

    internal static void RequireFree(string option, string? path)
    {
        if (path is null) return;
        if (!Layers.IsPath(path)) throw new InputException($"{option} {Words.Quoted(path)} is not a name of a file or folder.");
        if (File.Exists(path) || Directory.Exists(path)) throw new InputException($"{option} {Words.Quoted(path)} exists already. Name another, or remove this one first.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } parent && !Directory.Exists(parent)) throw new InputException($"{option} {Words.Quoted(path)}: there is no folder {parent}. Make it first.");
    }
}
