using System.CommandLine;
using SimLab.App.Runs;
using SimLab.App.Texts;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Console.Commands;

/// <summary>`simlab compare`, and one command for each other kind of experiment file.</summary>
internal static class ExperimentCommands
{
    private const string Examples = "scenarios/experiments";

    public static Command Compare(Screen screen)
    {
        var files = new Argument<string[]>("SCENARIO")
        {
            Arity = ArgumentArity.OneOrMore,
            Description =
                "Scenario files; the first is what the others are compared with. One alone is compared with its baseline. Or one "
                + "experiment file of kind compare.",
        };
        var replicates = Options.Replicates(
            "How often luck is drawn; every draw is simulated in each scenario. [default: as in the first]", 2);
        var seed = Options.Seed("--seed", "Same seed, same result. [default: as in the first]");
        var order = new ExperimentOptions();
        var command = new Command(
            "compare", "Run scenarios with the same luck: paired differences with intervals, probabilities, cost per unit.")
            { files, replicates, Options.Worlds(replicates), seed };
        order.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var named = parsed.GetRequiredValue(files);
            var isFile = named.Length == 1 && ExperimentFile.IsOne(named[0]);
            if (isFile && (parsed.GetValue(replicates) is not null || parsed.GetValue(seed) is not null))
                throw new InputException(
                    $"--replicates and --seed go with scenario files. An experiment file has replicates and seed of its own.");
            var experiment = isFile
                ? Read(named[0], "compare", screen)
                : ExperimentFile.Comparing(
                    [.. named.Select(path => ScenarioArgument.Read(path, screen))], parsed.GetValue(replicates), parsed.GetValue(seed));
            return new ExperimentRunner(screen).Do(experiment, order.Of(parsed), cancel);
        });
        return command;
    }

    /// <param name="screen">Receives the output.</param>
    /// <param name="kind">Kind of the experiment file; also the name of the command.</param>
    /// <param name="example">An existing file of that kind to start from.</param>
    /// <param name="description">Help text.</param>
    public static Command Create(Screen screen, string kind, string example, string description)
    {
        var file = new Argument<string>("EXPERIMENT") { Description = $"An experiment file of kind {kind}, such as {Examples}/{example}." };
        var order = new ExperimentOptions();
        var command = new Command(kind, description) { file };
        order.AddTo(command);
        command.SetAction((parsed, cancel) =>
            new ExperimentRunner(screen).Do(Read(parsed.GetRequiredValue(file), kind, screen), order.Of(parsed), cancel));
        return command;
    }

    private static Experiment Read(string file, string kind, Screen screen)
    {
        var experiment = ExperimentFile.Read(file, MeasureCatalog.Default);
        screen.WriteFormerNames(experiment.FormerNames);
        return experiment.Kind.Name == kind ? experiment
            : throw new InputException(
                $"{file} is an experiment of kind {experiment.Kind.Name}. Give it to simlab {experiment.Kind.Name}.");
    }
}

/// <summary>The options that all experiments share.</summary>
internal sealed class ExperimentOptions
{
    public const string DefaultMemory = "1GB";

    private readonly Option<string?> _folder = new("--out")
    {
        HelpName = "DIR",
        Description =
            "Folder of the experiment. If it holds worlds of the same experiment, it goes on from there. [default: runs/NAME-ADDRESS]",
    };

    private readonly Option<long?> _memory = Options.Memory(
        "--memory", $"Memory for worlds under way; what does not fit is run in turns, with the same result. [default: {DefaultMemory}]");
    private readonly Option<ExecutorKind?> _executor = Options.OneOf<ExecutorKind>(
        "--executor", "Orleans grains, or the bare loop; the result is the same.");
    private readonly Option<OutputFormat?> _format = Options.OneOf<OutputFormat>(
        "--format", "Tables to read, or one JSON document for programs.");

    public void AddTo(Command command)
    {
        command.Options.Add(_folder);
        command.Options.Add(_memory);
        command.Options.Add(_executor);
        command.Options.Add(_format);
    }

    public ExperimentRequest Of(ParseResult parsed) => new(
        parsed.GetValue(_folder), parsed.GetValue(_memory) ?? MemorySize.Read(DefaultMemory)!.Value,
            parsed.GetValue(_executor) ?? default, parsed.GetValue(_format) ?? default);
}
