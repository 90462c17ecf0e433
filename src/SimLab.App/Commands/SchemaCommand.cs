using System.CommandLine;
using SimLab.Engine.Experiments;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Commands;

/// <summary>`simlab schema`: the JSON Schema that editors use while a scenario or an experiment is written.</summary>
internal static class SchemaCommand
{
    public static Command Create(Screen screen)
    {
        var experiment = new Option<bool>("--experiment") { Description = "That of an experiment file instead." };
        var command = new Command("schema", "Print the JSON Schema of a scenario file, for editors.") { experiment };
        command.SetAction(parsed => screen.Output.Write(
            parsed.GetValue(experiment) ? ExperimentSchema.Json(MeasureCatalog.Default) : ScenarioSchema.Json(MeasureCatalog.Default)));
        return command;
    }
}
