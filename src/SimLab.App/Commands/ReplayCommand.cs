using System.CommandLine;
using SimLab.App.Lab;

namespace SimLab.App.Commands;

/// <summary>`simlab replay RUN`: the web lab with that run on its Present page.</summary>
internal static class ReplayCommand
{
    // Any free port: a lab may be open already.
    private const string DefaultUrl = "http://127.0.0.1:0", DefaultData = "runs/replay";

    public static Command Create(Screen screen)
    {
        var run = RecordedRunArgument.Create();
        var urls = new Option<string?>("--urls") { HelpName = "URLS", Description = "Where to listen. [default: this machine, any free port]" };
        var scenarios = new Option<string?>("--scenarios") { HelpName = "DIR", Description = $"The folder with the scenarios of the lab; a replay needs none. [default: {ServeCommand.DefaultScenarios}]" };
        var data = new Option<string?>("--data") { HelpName = "DIR", Description = $"Where runs made meanwhile are kept. [default: {DefaultData}]" };
        var command = new Command("replay", "Show a recorded run to a room: play, scrub, compare and look into it in the browser.") { run, urls, scenarios, data };
        command.SetAction(async (parsed, cancel) =>
        {
            var recording = await RecordedRunArgument.Open(parsed.GetRequiredValue(run));     // what is wrong with it is told now
            var settings = new LabSettings(
                ServeCommand.Addresses(parsed.GetValue(urls) ?? DefaultUrl),
                ServeCommand.Folder("--scenarios", parsed.GetValue(scenarios) ?? ServeCommand.DefaultScenarios, mustExist: parsed.GetValue(scenarios) is not null),
                ServeCommand.Folder("--data", parsed.GetValue(data) ?? DefaultData, mustExist: false),
                Path.GetFullPath(recording.Path));
            await LabServer.Run(settings, screen, cancel);
            return ExitCode.Done;
        });
        return command;
    }
}
