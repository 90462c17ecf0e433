using System.CommandLine;
using SimLab.App.Export.Stories;
using SimLab.App.Lab;
using SimLab.App.Lab.Scenarios;

namespace SimLab.App.Console.Commands;

/// <summary>`simlab replay RUN`: opens the web lab with that run on its Present page.</summary>
internal static class ReplayCommand
{
    // Any free port: another lab may be open.
    private const string DefaultUrl = "http://127.0.0.1:0", DefaultData = "runs/replay";

    public static Command Create(Screen screen)
    {
        var run = RecordedRunArgument.Create();
        var urls = new Option<string?>("--urls")
        { HelpName = "URLS", Description = "Where to listen. [default: this machine, any free port]" };
        var scenarios = new Option<string?>("--scenarios")
        {
            HelpName = "DIR",
            Description = $"The folder with the scenarios of the lab; a replay needs none. [default: {ServeCommand.DefaultScenarios}]"
        };
        var data = new Option<string?>("--data")
        { HelpName = "DIR", Description = $"Where runs made meanwhile are kept. [default: {DefaultData}]" };
        var story = new Option<string?>("--story")
        {
            HelpName = "FILE",
            Description = "A story to tell with it, such as scenarios/stories/gansu-2023.yaml; notes and next step in a second window."
        };
        var command = new Command(
            "replay", "Show a recorded run to a room: play, scrub, compare and look into it in the browser.")
            { run, story, urls, scenarios, data };
        command.SetAction(async (parsed, cancel) =>
        {
            var recording = await RecordedRunArgument.Open(parsed.GetRequiredValue(run));     // reports its errors now
            RecordedRunArgument.WriteUnknown(recording, screen);
            var told = parsed.GetValue(story) is { } file
                ? await StoryPart.Of(StoryFile.Read(file, recording), recording, screen.Error, cancel) : null;
            var settings = new LabSettings(
                ServeCommand.Addresses(parsed.GetValue(urls) ?? DefaultUrl),
                ServeCommand.Folder(
                    "--scenarios", parsed.GetValue(scenarios) ?? ServeCommand.DefaultScenarios,
                    mustExist: parsed.GetValue(scenarios) is not null),
                ServeCommand.Folder("--data", parsed.GetValue(data) ?? DefaultData, mustExist: false),
                Recording: Path.GetFullPath(recording.Path), Story: told?.Data.ToJsonString());
            await LabServer.Run(settings, screen, cancel);
            return ExitCode.Done;
        });
        return command;
    }
}
