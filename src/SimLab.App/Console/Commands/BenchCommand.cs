using System.Collections.Immutable;
using System.CommandLine;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Engine.Instant;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Console.Commands;

/// <summary>`simlab bench [SCENARIO]`: measures the overhead of grains over the plain loop.</summary>
internal static class BenchCommand
{
    public static Command Create(Screen screen)
    {
        var scenario = new Argument<string>("SCENARIO")
        {
            Description = "Gives the firms and the measures.",
            DefaultValueFactory = _ => "scenarios/gansu-2023.yaml",
        };
        var instant = new Option<bool>("--instant")
        { Description = "Measure the instant mode of the web lab instead: how fast it answers, and how far off it is." };
        var command = new Command(
            "bench", "Measure grains beside the bare loop with 1, 8, 64 and 256 worlds; takes some minutes.") { scenario, instant };
        command.SetAction(async (parsed, cancel) =>
        {
            var read = ScenarioArgument.Read(parsed.GetRequiredValue(scenario), screen);
            if (parsed.GetValue(instant)) await InstantBench.Run(
                read, WhatIfs(parsed.GetRequiredValue(scenario), screen), screen.Write, cancel);
            else await Bench.Run(RunPlan.Of(read, PopulationSource.Of(read).Recipe), screen.Write, cancel);
        });
        return command;
    }

    // The scenarios in the folder what-if beside the scenario.
    private static ImmutableArray<Scenario> WhatIfs(string scenario, Screen screen) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(scenario))!, "what-if") is var folder && Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
                .Select(file => ScenarioArgument.Read(file, screen))]
            : [];
}
