using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>A threshold on an outcome, compared with its mean over the replicates.</summary>
/// <param name="Outcome">Position among the outcomes.</param>
/// <param name="Threshold">In the outcome's unit.</param>
public readonly record struct Wish(int Outcome, bool AtLeast, double Threshold)
{
    /// <summary>Whether the mean meets it; null: no number.</summary>
    public bool? IsMet(double mean) => double.IsNaN(mean) ? null : new Requirement(Threshold, AtLeast).Meets(mean);

    /// <summary>Shortfall in thresholds; at or below 0: it is met. The unit makes yuan and firms summable.</summary>
    public double Excess(double mean) => (AtLeast ? Threshold - mean : mean - Threshold) / (Threshold == 0 ? 1 : Math.Abs(Threshold));

    /// <summary>"high_tech_enterprises at least 2,000 firms".</summary>
    public string InWords(Experiment experiment) =>
        $"{experiment.Outcomes[Outcome].Name} {(AtLeast ? "at least" : "at most")} "
            + $"{TableText.Said(Threshold, experiment.Outcomes[Outcome].Unit)}";

    /// <summary>The same as a limit.</summary>
    public StatedLimit Stated(Experiment experiment) => new(experiment.Outcomes[Outcome].Name, AtLeast ? Threshold : double.NaN,
        AtLeast ? double.NaN : Threshold, experiment.Outcomes[Outcome].Unit);

    /// <summary>The same in Chinese.</summary>
    public string InChinese(Experiment experiment) =>
        $"{OutcomeTexts.Chinese(experiment.Outcomes[Outcome])}{(AtLeast ? "不低于" : "不高于")}"
        + OutcomeTexts.Amount(Threshold, experiment.Outcomes[Outcome].Unit);
}

/// <summary>
/// Limits on outcomes: <c>{ high_tech_enterprises: {}, cost: { atMost: 3亿元 } }</c>; {} is the scenario's target.
/// </summary>
public sealed record WishesSetting(string Key, string Description) : Setting(Key, Description)
{
    private const string Least = "atLeast", Most = "atMost";

    internal override object? Read(SettingContext at, Node node)
    {
        var wishes = ImmutableArray.CreateBuilder<Wish>();
        foreach (var (name, given) in at.Values.Map(Key, node).Entries)
            if (OutcomeNames.Find(at, Key, name) is { } outcome && One(at, name, outcome, given) is { } wish) wishes.Add(wish);
        return wishes.ToImmutable();
    }

    private Wish? One(SettingContext at, TextNode name, int outcome, Node node)
    {
        if (node is TextNode { Value: "" } or MapNode { Entries.IsEmpty: true }) return Target(at, name, outcome);
        var map = at.Values.Map($"{Key}.{name.Value}", node);
        foreach (var (key, _) in map.Entries.Where(e => e.Key.Value is not (Least or Most)))
            at.Problems.Add(
                key.Position,
                $"there is no key {NearestWord.Quoted(key.Value)} here.{NearestWord.Instead(key.Value, $"keys", [Least, Most])}");
        if (map[Least] is not null && map[Most] is { } both)
            at.Problems.Add(
                both.Position, $"{name.Value} has both {Least} and {Most}. Name the outcome twice under outcomes if both are meant.");
        if ((map[Least] ?? map[Most]) is not { } number) return null;
        return at.Values.Number($"{Key}.{name.Value}", number, at.Outcomes[outcome].Unit) is { } threshold
            ? new(outcome, map[Least] is not null, threshold) : null;
    }

    private static Wish? Target(SettingContext at, TextNode name, int outcome)
    {
        if (at.Outcomes[outcome] is IndicatorAt read
            && at.Frame.Targets.FirstOrDefault(t =>
                t.Id == read.Id && t.By == read.At) is { Value: { } value, Comparison: not Comparison.Above } target)
            return new(outcome, true, target.Comparison == Comparison.About ? (1 - target.Tolerance) * value : value);
        at.Problems.Add(name.Position, $"\"{at.Frame.Said}\" has no target with a number for {name.Value} in its month. "
            + $"Write {{ atLeast: … }}, {{ atMost: … }}, or {{}} for the number the scenario has as its target.");
        return null;
    }

    internal override JsonObject Schema()
    {
        JsonNode number() => new JsonObject { ["type"] = new JsonArray("number", "string") };
        return Described(new()
        {
            ["type"] = "object",
            ["additionalProperties"] = new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject { [Least] = number(), [Most] = number() },
                        ["additionalProperties"] = false
                    },
                    new JsonObject { ["type"] = "null" }),
            },
        });
    }
}
