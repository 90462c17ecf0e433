using System.CommandLine;
using SimLab.App.Texts;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.App.Console.Commands;

/// <summary>
/// `simlab panel RUN`: rebuilds the firm panel of a replicate and months that were not recorded, by replaying the
/// manifest.
/// </summary>
internal sealed class PanelCommand(Screen screen)
{
    public static Command Create(Screen screen)
    {
        var run = RecordedRunArgument.Create();
        var replicate = Options.Whole("--replicate", "Which draw of luck. [default: 0]", 0, ScenarioReader.MostReplicates - 1);
        var months = new Option<string?>("--months")
        {
            HelpName = "MONTHS",
            Description = "One or several: 2023-06,2023-12 or 2023-01..2023-06. [default: year ends, and the last month]"
        };
        var folder = new Option<string?>("--out")
        { HelpName = "DIR", Description = "A folder that does not exist yet. [default: RUN-panel-REPLICATE]" };
        var command = new Command(
            "panel", "Make firm-by-firm tables that a recording left out, of any replicate and month, from its manifest.")
            { run, replicate, months, folder };
        command.SetAction((parsed, cancel) =>
            new PanelCommand(screen)
            .Do(parsed.GetRequiredValue(run), parsed.GetValue(replicate) ?? 0, parsed.GetValue(months), parsed.GetValue(folder), cancel));
        return command;
    }

    private async Task Do(string path, int replicate, string? months, string? asked, CancellationToken cancel)
    {
        var run = await RecordedRunArgument.Open(path);
        var start = Month.Parse(run.Manifest.Start);
        var wanted = Months(months, start, start + (run.Manifest.Months - 1));
        var folder = asked ?? $"{Path.TrimEndingDirectorySeparator(path)}-panel-{replicate}";
        ExportCommand.RequireFree("--out", folder);
        var panel = await PanelFolder.Write(run, replicate, wanted, folder, cancel);
        screen.Write(
            $"{folder}: {panel.Files[RunFolder.Enterprises].Rows:N0} firms and {panel.Files[RunFolder.Ledger].Rows:N0} changed forms of "
                + $"replicate {replicate} in {WordList.Listed(panel.Months)}. "
            + $"Simulated again, its worlds have the hashes of the manifest: "
                + $"{WordList.Listed(panel.Worlds.Select(world => Sentence.Of($"\"{world.Arm}\" {world.Hash[..16]}")))}.");
    }

    private static HashSet<Month> Months(string? asked, Month first, Month last)
    {
        if (asked is null) return [
            .. Enumerable.Range(0, last - first + 1).Select(i => first + i).Where(month => month.EndsYear || month == last)];
        var months = new HashSet<Month>();
        foreach (var part in asked.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split("..") is not ([_] or [_, _]) || !Month.TryParse(part.Split("..")[0], out var from)
                || !Month.TryParse(part.Split("..")[^1], out var until))
                throw new InputException(
                    $"--months has {NearestWord.Quoted(part)}. Write months as 2023-06, several with commas between them, or from one to "
                    + $"another as 2023-01..2023-06.");
            if (from < first || until > last || until < from)
                throw new InputException($"--months has {NearestWord.Quoted(part)}. The run goes from {first} to {last}.");
            for (var month = from; month <= until; month += 1) months.Add(month);
        }
        return months;
    }
}
