using System.CommandLine;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Commands;

/// <summary>`simlab schema`: the JSON Schema that editors use while a scenario is written.</summary>
internal static class SchemaCommand
{
    public static Command Create(Screen screen)
    {
        var command = new Command("schema", "Print the JSON Schema of a scenario file, for editors.");
        command.SetAction(_ => screen.Output.Write(ScenarioSchema.Json(MeasureCatalog.Default)));
        return command;
    }
}
