using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SimLab.App.Runs;
using SimLab.App.Texts;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Models;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.App.Console.Commands;

/// <summary>
/// `simlab models FIRST SECOND`: which numbers differ between two builds, or two sets of parameters, on the same
/// scenario with common random numbers. Produces a run folder for each and compares them replicate by replicate.
/// </summary>
internal sealed class ModelsCommand(Screen screen, Func<string[], TextWriter, TextWriter, CancellationToken, Task<int>> simlab)
{
    private const string Build = "simlab.dll";

    private sealed record Order(
        string First, string Second, string? Scenario, int? Replicates, int? Months, string? Out, OutputFormat Format);

    /// <param name="screen">Receives the output.</param>
    /// <param name="simlab">The whole command line: arguments, output, error.</param>
    public static Command Create(Screen screen, Func<string[], TextWriter, TextWriter, CancellationToken, Task<int>> simlab)
    {
        var first = new Argument<string>("FIRST")
        {
            Description = "The folder of a run; or a build of SimLab (simlab.dll, an executable, or the folder it is in); or a YAML "
            + "file with behaviour, macro or measures."
        };
        var second = new Argument<string>("SECOND") { Description = "Of the same sort, to be compared with the first." };
        var scenario = new Option<string?>("--scenario")
        { HelpName = "FILE", Description = "The scenario that both builds run, or that both sets of parameters are laid over." };
        var replicates = Options.Replicates("How often luck is drawn for each. [default: as in the scenario]", 2);
        var months = Options.Whole("--months", "Months to run. [default: as in the scenario]", 1, ScenarioReader.MostMonths);
        var folder = new Option<string?>("--out")
        {
            HelpName = "DIR",
            Description =
            "Folder for both runs and moved.csv; it must not exist yet. [default: runs/models-SCENARIO; none for two run folders]"
        };
        var format = Options.OneOf<OutputFormat>("--format", "Tables to read, or one JSON document for programs.");
        var command = new Command(
            "models", "Run two builds or two sets of parameters on the same scenario, and show what moved.")
            { first, second, scenario, replicates, Options.Worlds(replicates), months, folder, format };
        command.SetAction((parsed, cancel) => new ModelsCommand(screen, simlab).Do(new(
            parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetValue(scenario), parsed.GetValue(replicates),
                parsed.GetValue(months),
            parsed.GetValue(folder), parsed.GetValue(format) ?? default), cancel));
        return command;
    }

    private async Task<int> Do(Order order, CancellationToken cancel)
    {
        var (first, second) = (Sort.Of(order.First), Sort.Of(order.Second));
        if (first.Kind != second.Kind) throw new InputException(
            $"{order.First} is {first.Words} and {order.Second} is {second.Words}. Give two of the same sort.");
        if (first.Kind == SortKind.Run) return await Compare(order, (order.First, order.First), (order.Second, order.Second));
        if (order.Scenario is not { } file) throw new InputException(
            $"Two of {first.Words} need a scenario. Name it with --scenario, such as --scenario scenarios/gansu-2023.yaml.");
        ScenarioArgument.Read(file, screen);
        var folder = Path.GetFullPath(
            OutputFolder.Choose(order.Out ?? Path.Combine("runs", $"models-{Path.GetFileNameWithoutExtension(file)}"), "", ""));
        // Read both before running either.
        ParameterLayer[] layers = first.Kind == SortKind.Layer
            ? [.. new[] { first, second }
                .Select(layer =>
                ParameterLayer.Over(Path.GetFullPath(layer.Path), Path.GetFullPath(file), folder, MeasureCatalog.Default))] : [];
        foreach (var layer in layers) screen.WriteFormerNames(layer.FormerNames);
        Directory.CreateDirectory(folder);
        foreach (var (sort, name) in ((Sort, string)[])[(first, "first"), (second, "second")])
        {
            screen.Report(name == "first" ? Sentence.Of($"first: {sort.Path}") : $"second: {sort.Path}");
            var run = Path.Combine(folder, name);
            if (sort.Kind == SortKind.Build) await RunBuild(sort.Path, file, run, order, cancel);
            else
            {
                await File.WriteAllTextAsync(run + ".yaml", layers[name == "first" ? 0 : 1].Scenario, cancel);
                var exit = await simlab(["run", run + ".yaml", .. Shared(run, order)], TextWriter.Null, screen.Error, cancel);
                if (exit is not (ExitCode.Done or ExitCode.TargetMissed)) return exit;
            }
        }
        return await Compare(order, (Path.Combine(folder, "first"), order.First), (Path.Combine(folder, "second"), order.Second), folder);
    }

    private async Task<int> Compare(Order order, (string Path, string Name) first, (string Path, string Name) second, string? folder = null)
    {
        var moved = await RunsCompared.Of(first, second);
        if (folder is null && order.Out is { } asked) Directory.CreateDirectory(
            folder = Path.GetFullPath(OutputFolder.Choose(asked, "", "")));
        if (folder is not null)
        {
            await using var csv = new StreamWriter(Path.Combine(folder, "moved.csv")) { NewLine = "\n" };
            moved.Table.WriteCsv(csv);
        }
        if (order.Format == OutputFormat.Json) await screen.Output.WriteAsync(ExperimentDocument.Json(moved));
        else new ExperimentTables(screen.Tables).Write($"{order.Second} against {order.First}", moved);
        return ExitCode.Done;
    }

    private static string[] Shared(string run, Order order)
    {
        string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
        // Uses the former name: earlier builds know no other, and this one still reads it.
        return ["--out", run, "--format", "json",
            .. order.Replicates is { } replicates ? ["--worlds", Text(replicates)] : (string[])[],
            .. order.Months is { } months ? ["--months", Text(months)] : (string[])[]];
    }

    private static async Task RunBuild(string build, string scenario, string run, Order order, CancellationToken cancel)
    {
        var start = build.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? new ProcessStartInfo("dotnet") { ArgumentList = { build } } : new ProcessStartInfo(build);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var word in (string[])["run", scenario, .. Shared(run, order)]) start.ArgumentList.Add(word);
        using var process = Started(start, build);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            await process.WaitForExitAsync(cancel);
            await output;
            if (process.ExitCode is not (ExitCode.Done or ExitCode.TargetMissed))
                throw new ExperimentStoppedException(
                    $"{build} ended with {process.ExitCode}: {string.Join(' ', (await error).Trim().Split('\n').TakeLast(3)).Trim()}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Started(ProcessStartInfo start, string build)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InputException(
                $"{build} cannot be started: {e.Message.TrimEnd('.')}. Name simlab.dll, an executable, or the folder one is in.");
        }
    }

    private enum SortKind { Run, Build, Layer }

    /// <summary>An argument of the command: a run folder, a build or a set of parameters.</summary>
    private sealed record Sort(SortKind Kind, string Path)
    {
        public Sentence Words => Kind switch
        {
            SortKind.Run => Sentence.Of($"the folder of a run"),
            SortKind.Build => $"a build of SimLab",
            _ => $"a set of parameters",
        };

        public static Sort Of(string path)
        {
            if (!Layers.IsPath(path)) throw new InputException($"{Engine.Scenarios.NearestWord.Quoted(path)} is not a file name.");
            string In(string name) => System.IO.Path.Combine(path, name);
            if (Directory.Exists(path)) return File.Exists(In(Build)) ? new(SortKind.Build, In(Build)) : new(SortKind.Run, path);
            if (!File.Exists(path)) throw new InputException($"There is no file or folder {Engine.Scenarios.NearestWord.Quoted(path)}.");
            return System.IO.Path.GetExtension(path)
                .ToLowerInvariant() is ".yaml" or ".yml" ? new(SortKind.Layer, path) : new(SortKind.Build, path);
        }
    }
}
