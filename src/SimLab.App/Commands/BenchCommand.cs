using System.CommandLine;
using SimLab.Engine.Execution;
using SimLab.Engine.Populations;

namespace SimLab.App.Commands;

/// <summary>`simlab bench [SCENARIO]`: what grains cost beside the bare loop.</summary>
internal static class BenchCommand
{
    public static Command Create(Screen screen)
    {
        var scenario = new Argument<string>("SCENARIO")
        {
            Description = "Gives the firms and the measures.",
            DefaultValueFactory = _ => "scenarios/gansu-2023.yaml",
        };
        var command = new Command("bench", "Measure grains beside the bare loop with 1, 8, 64 and 256 worlds; takes some minutes.") { scenario };
        command.SetAction(async (parsed, cancel) =>
        {
            var read = ScenarioArgument.Read(parsed.GetRequiredValue(scenario));
            await Bench.Run(RunPlan.Of(read, PopulationFile.Of(read).Recipe), screen.Output, cancel);
        });
        return command;
    }
}
