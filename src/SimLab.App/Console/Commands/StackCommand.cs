using System.CommandLine;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Stacking;
using SimLab.Engine.Storage;

namespace SimLab.App.Console.Commands;

/// <summary>
/// `simlab stack SCENARIO SCENARIO…`: merges scenarios into one file; reports contradictions, and never resolves them
/// by order.
/// </summary>
internal static class StackCommand
{
    public static Command Create(Screen screen)
    {
        var files = new Argument<string[]>("SCENARIO")
        {
            Arity = ArgumentArity.OneOrMore,
            Description =
            "Two or more scenario files, such as scenarios/what-if/higher-rewards.yaml scenarios/what-if/tight-budgets.yaml."
        };
        var takes = new Option<string[]>("--take")
        {
            HelpName = "NAME=FILE",
            Description = "Where the scenarios contradict each other in NAME, the word of FILE counts. May be given several times.",
        };
        var to = new Option<string?>("--out")
        { HelpName = "FILE", Description = "The scenario file to write; it must not exist yet. [default: shown on the screen]" };
        var command = new Command(
            "stack", "Put scenarios together into one file that says where each number comes from.") { files, takes, to };
        command.SetAction(async (parsed, _) =>
        {
            var paths = parsed.GetRequiredValue(files);
            if (paths.Length < 2) throw new InputException($"simlab stack needs two scenario files or more.");
            var target = parsed.GetValue(to);
            if (target is not null && !Layers.IsPath(target)) throw new InputException(
                $"--out {NearestWord.Quoted(target)} is not a file name.");
            if (target is not null && (File.Exists(target) || Directory.Exists(target))) throw new InputException(
                $"--out {NearestWord.Quoted(target)} exists already. Name a file that does not.");
            foreach (var path in paths) ScenarioArgument.Read(path, screen);
            StackedScenario[] taken = [.. (parsed.GetValue(takes) ?? []).Select(take => Take(take, paths, screen))];
            if (taken.GroupBy(take => take.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
                throw new InputException($"--take names {twice.Key} more than once. Say once whose word counts.");
            var stack = Stack.Of([.. paths.Select(Path.GetFullPath)], taken, MeasureCatalog.Default);
            var text = stack.Write(
                Path.GetFullPath(target ?? "stack.yaml"), unit => ConsoleTexts.Say(ParameterTexts.Unit(unit)));
            if (target is null) await screen.Output.WriteAsync(text);
            else await Keep(target, text, screen);
            return ExitCode.Done;
        });
        return command;
    }

    private static StackedScenario Take(string text, string[] paths, Screen screen)
    {
        if (text.Split('=', 2) is not [var name, var file] || name.Length == 0 || file.Length == 0)
            throw new InputException(
                $"--take is {NearestWord.Quoted(text)}. Write NAME=FILE, such as --take "
                + $"CultivateSpecialisedSmes.provincialReward={paths[0]}.");
        var today = FormerNames.Today(name);
        if (today != name) screen.WriteFormerNames([new($"--take {text}", 0, name, today)]);
        // As typed, or by its name alone if that is unambiguous.
        string[] meant = [.. paths.Where(p => p == file || Path.GetFullPath(p) == Path.GetFullPath(file)).DefaultIfEmpty("")];
        if (meant is [""]) meant = [.. paths.Where(p => Path.GetFileName(p) == file)];
        return meant.Length == 1 ? new(today, Path.GetFullPath(meant[0]))
            : throw new InputException($"--take {text} names no one of the scenarios. They are: {paths}.");
    }

    private static async Task Keep(string file, string text, Screen screen)
    {
        try
        {
            AtomicFile.WriteText(file, text, replace: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file} cannot be written: {e.Message.TrimEnd('.')}. Name another with --out.");
        }
        screen.Report($"{file} is written. Run it with: simlab run {file}");
    }
}
