using System.Collections.Immutable;
using System.Text.Json;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine;
using SimLab.Engine.Instant;

namespace SimLab.App.Lab.Plan;

/// <summary>
/// Differences between previews and full runs, measured on the what-ifs of the folder once per model build, and stored.
/// </summary>
/// <param name="Scenarios">Number of scenarios measured.</param>
/// <param name="Distances">By target and arm, of all scenarios.</param>
public sealed record Accuracy(int Scenarios, ImmutableArray<Distance> Distances)
{
    /// <summary>Nothing measured yet.</summary>
    public static Accuracy None { get; } = new(0, []);

    /// <summary>The largest deviation of a target, in its own unit.</summary>
    public Distance Farthest(string target) => Distances.Where(d => d.Id == target).MaxBy(d => Math.Abs(d.Off))!;

    internal static Accuracy? Read(LabSettings settings)
    {
        try
        {
            return File.Exists(FileOf(settings)) ? JsonSerializer.Deserialize<Accuracy>(File.ReadAllText(FileOf(settings))) : null;
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;                                   // measured again
        }
    }

    internal void Write(LabSettings settings)
    {
        Directory.CreateDirectory(settings.Data);
        File.WriteAllText(FileOf(settings), JsonSerializer.Serialize(this));
    }

    private static string FileOf(LabSettings settings) => Path.Combine(settings.Data, $"accuracy-{ModelBuild.Hash[..16]}.json");
}
