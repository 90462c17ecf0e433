using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>An outcome to maximise or minimise.</summary>
/// <param name="Outcome">Position among the outcomes.</param>
public readonly record struct Goal(int Outcome, bool Most)
{
    /// <summary>The goal in words: "most high_tech_enterprises".</summary>
    public string InWords(Experiment experiment) => $"{(Most ? "most" : "least")} {experiment.Outcomes[Outcome].Name}";
}

/// <summary>Outcomes, each with its goal: <c>{ both: most, cost: least }</c>.</summary>
public sealed record GoalsSetting(string Key, string Description) : Setting(Key, Description)
{
    private static readonly ImmutableArray<string> Directions = ["most", "least"];

    internal override object? Read(SettingContext at, Node node)
    {
        var goals = ImmutableArray.CreateBuilder<Goal>();
        foreach (var (name, given) in at.Values.Map(Key, node).Entries)
        {
            var outcome = OutcomeNames.Find(at, Key, name);
            if (new WordSetting($"{Key}.{name.Value}", "", Directions).Read(at, given) is string direction && outcome is { } position)
                goals.Add(new(position, direction == Directions[0]));
        }
        return goals.ToImmutable();
    }

    internal override JsonObject Schema() => Described(new()
    {
        ["type"] = "object",
        ["additionalProperties"] = new JsonObject { ["enum"] = new JsonArray([.. Directions.Select(word => JsonValue.Create(word))]) },
    });
}
