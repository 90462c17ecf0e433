using System.CommandLine;
using SimLab.App.Lab;
using SimLab.App.Lab.Scenarios;
using SimLab.App.Runs;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Console.Commands;

/// <summary>`simlab serve`: runs the web lab, by default for this machine only.</summary>
internal static class ServeCommand
{
    internal const string DefaultScenarios = "scenarios";

    private const string DefaultUrl = "http://127.0.0.1:5080", DefaultData = "runs/lab";

    public static Command Create(Screen screen)
    {
        var urls = new Option<string?>("--urls")
        {
            HelpName = "URLS",
            Description = $"Where to listen; several with a semicolon between them, port 0 for any free one. [default: {DefaultUrl}]",
        };
        var scenarios = new Option<string?>("--scenarios")
        { HelpName = "DIR", Description = $"The folder with the scenarios to start from. [default: {DefaultScenarios}]" };
        var data = new Option<string?>("--data")
        { HelpName = "DIR", Description = $"Where runs and the catalogue of runs are kept. [default: {DefaultData}]" };
        var cluster = ClusterAddress.Switch(
            "Full runs are simulated by the silos of the cluster whose PostgreSQL database this is, which also keeps the catalogue; "
            + "previews, experiments and branches stay in this process");
        var command = new Command(
            "serve", "Open the web lab: move levers in the browser and see the province answer.") { urls, scenarios, data, cluster };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var database = parsed.GetResult(cluster) is null ? null : ClusterAddress.Database(parsed.GetValue(cluster));
            if (database is not null) await database.RequireSetUp();
            var settings = new LabSettings(
                Addresses(parsed.GetValue(urls) ?? DefaultUrl),
                Folder("--scenarios", parsed.GetValue(scenarios) ?? DefaultScenarios, mustExist: true),
                Folder("--data", parsed.GetValue(data) ?? DefaultData, mustExist: false), database);
            await LabServer.Run(settings, screen, cancel);
            return ExitCode.Done;
        });
        return command;
    }

    internal static string[] Addresses(string urls)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var address in addresses)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                throw new InputException($"--urls is {NearestWord.Quoted(address)}. Write an address such as {DefaultUrl}.");
        }
        return addresses.Length > 0 ? addresses : [DefaultUrl];
    }

    internal static string Folder(string option, string path, bool mustExist)
    {
        if (!Layers.IsPath(path) || File.Exists(path)) throw new InputException($"{option} {NearestWord.Quoted(path)} is not a folder.");
        if (mustExist && !Directory.Exists(path))
            throw new InputException(
                $"{option}: there is no folder {NearestWord.Quoted(path)} here. Start simlab where the folder {DefaultScenarios} is, or "
                + $"give its place.");
        return Path.GetFullPath(path);
    }
}
