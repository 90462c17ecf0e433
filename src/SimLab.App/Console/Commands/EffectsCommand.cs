using System.CommandLine;
using SimLab.App.Texts;
using SimLab.Engine.Effects;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Console.Commands;

/// <summary>
/// `simlab effects [SCENARIO]`: the effect of each measure alone, at other doses, in pairs and combined, as a page.
/// </summary>
internal sealed class EffectsCommand(Screen screen)
{
    private const string DefaultPage = "src/docs/measures.md", DefaultMemory = "1GB";
    private const int DefaultReplicates = 8, LeastReplicates = 4;

    public static Command Create(Screen screen)
    {
        var scenario = new Argument<string>("SCENARIO")
        {
            Description = "Gives the firms, the months, the targets, and when measures begin.",
            DefaultValueFactory = _ => "scenarios/gansu-2023.yaml",
        };
        var replicates = Options.Replicates(
            $"How often luck is drawn for each measure alone; doses have half as many draws, pairs a quarter. [default: "
                + $"{DefaultReplicates}]", LeastReplicates);
        var page = new Option<string?>("--out")
        { HelpName = "FILE", Description = $"The page; an old one is replaced. [default: {DefaultPage}]" };
        var command = new Command(
            "effects", "Run each measure alone, at other doses and in pairs, and write the page on what they do; takes some minutes.")
        {
            scenario, replicates, Options.Worlds(replicates), page,
        };
        command.SetAction((parsed, cancel) => new EffectsCommand(screen).Do(
            parsed.GetRequiredValue(scenario), parsed.GetValue(replicates) ?? DefaultReplicates,
                parsed.GetValue(page) ?? DefaultPage, cancel));
        return command;
    }

    private async Task<int> Do(string file, int replicates, string page, CancellationToken cancel)
    {
        var scenario = ScenarioArgument.Read(file, screen);
        Writable.Require("--out", page);
        if (scenario.Measures.IsEmpty) throw new InputException($"{file} has no measures, so nothing says when they begin.");
        var from = scenario.Measures.Min(m => m.From ?? scenario.Start);
        var population = PopulationSource.Of(scenario);
        var experiment = await MeasureEffects.Run(
            new(scenario, population.Recipe, population.Generate(scenario.Seed), MeasureCatalog.Default, from, replicates,
                MemorySize.Read(DefaultMemory)!.Value),
            new Lines(screen), cancel);
        await File.WriteAllTextAsync(page, new EffectsPage(experiment).Write(), cancel);
        await screen.Output.WriteLineAsync(page);
        return ExitCode.Done;
    }
}
