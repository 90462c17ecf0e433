using System.CommandLine;
using SimLab.App.Export.Stories;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Console.Commands;

/// <summary>
/// `simlab schema`: prints the JSON Schema with which editors check a scenario, an experiment or a story.
/// </summary>
internal static class SchemaCommand
{
    public static Command Create(Screen screen)
    {
        var experiment = new Option<bool>("--experiment") { Description = "That of an experiment file instead." };
        var story = new Option<bool>("--story") { Description = "That of a story file instead." };
        var command = new Command("schema", "Print the JSON Schema of a scenario file, for editors.") { experiment, story };
        command.SetAction(parsed => screen.Output.Write(
            parsed.GetValue(story) ? StorySchema.Json() : parsed.GetValue(experiment)
                ? ExperimentSchema.Json(MeasureCatalog.Default) : ScenarioSchema.Json(MeasureCatalog.Default)));
        return command;
    }
}
