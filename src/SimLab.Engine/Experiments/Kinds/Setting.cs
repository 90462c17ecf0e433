using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>Context for reading a setting: the scenario the experiment starts from, and its outcomes.</summary>
internal sealed record SettingContext(Values Values, Problems Problems, Scenario Frame, ImmutableArray<ExperimentOutcome> Outcomes);

/// <summary>A key of experiment files of some kind: one declaration serves the reader and the schema.</summary>
public abstract record Setting(string Key, string Description)
{
    /// <summary>The value; null: a problem was noted.</summary>
    internal abstract object? Read(SettingContext at, Node node);

    internal abstract JsonObject Schema();

    private protected JsonObject Described(JsonObject schema)
    {
        schema.Insert(0, "description", Description);
        return schema;
    }
}

/// <summary>A whole number.</summary>
public sealed record WholeSetting(string Key, string Description, int Min, int Max, int Default)
    : Setting(Key, $"{Description} [default: {Default}]")
{
    internal override object? Read(SettingContext at, Node node) => at.Values.Whole(Key, node, Min, Max);

    internal override JsonObject Schema() => Described(new() { ["type"] = "integer", ["minimum"] = Min, ["maximum"] = Max });
}

/// <summary>Yes or no; the default is no.</summary>
public sealed record YesNoSetting(string Key, string Description) : Setting(Key, Description)
{
    internal override object? Read(SettingContext at, Node node) => at.Values.YesNo(Key, node);

    internal override JsonObject Schema() => Described(new() { ["type"] = "boolean" });
}

/// <summary>One of a few words; the default is the first.</summary>
public sealed record WordSetting(string Key, string Description, ImmutableArray<string> Words)
    : Setting(Key, $"{Description} [default: {Words[0]}]")
{
    internal override object? Read(SettingContext at, Node node)
    {
        if (node is TextNode text && Words.Contains(text.Value)) return text.Value;
        var found = node is TextNode word ? word.Value : "";
        at.Problems.Add(node.Position, $"{Key} is {Values.Found(node)}.{Scenarios.NearestWord.Instead(found, $"words", Words)}");
        return null;
    }

    internal override JsonObject Schema() =>
        Described(new() { ["enum"] = new JsonArray([.. Words.Select(word => JsonValue.Create(word))]) });
}

/// <summary>A list of one or several of a few words; the default is all.</summary>
public sealed record WordsSetting(string Key, string Description, ImmutableArray<string> Words)
    : Setting(Key, $"{Description} [default: all]")
{
    internal override object? Read(SettingContext at, Node node)
    {
        var one = new WordSetting(Key, Description, Words);
        Node[] items = node is ListNode list ? [.. list.Items] : [node];
        string?[] read = [.. items.Select(item => (string?)one.Read(at, item))];
        return read.Contains(null) || read.Length == 0 ? null : read.OfType<string>().Distinct().ToImmutableArray();
    }

    internal override JsonObject Schema()
    {
        JsonNode word() => new JsonObject { ["enum"] = new JsonArray([.. Words.Select(w => JsonValue.Create(w))]) };
        return Described(
            new() { ["anyOf"] = new JsonArray(word(), new JsonObject { ["type"] = "array", ["items"] = word(), ["minItems"] = 1 }) });
    }
}

/// <summary>Values of the settings in a file, with defaults for the rest.</summary>
public sealed class SettingValues(IReadOnlyDictionary<string, object> given)
{
    /// <summary>Defaults only.</summary>
    public static SettingValues None { get; } = new(new Dictionary<string, object>());

    /// <summary>The number.</summary>
    public int Of(WholeSetting setting) => given.TryGetValue(setting.Key, out var value) ? (int)value : setting.Default;

    /// <summary>The choice; false by default.</summary>
    public bool Of(YesNoSetting setting) => given.TryGetValue(setting.Key, out var value) && (bool)value;

    /// <summary>The word.</summary>
    public string Of(WordSetting setting) => given.TryGetValue(setting.Key, out var value) ? (string)value : setting.Words[0];

    /// <summary>The words.</summary>
    public ImmutableArray<string> Of(WordsSetting setting) =>
        given.TryGetValue(setting.Key, out var value) ? (ImmutableArray<string>)value : setting.Words;

    /// <summary>Empty by default.</summary>
    public ImmutableArray<Wish> Of(WishesSetting setting) =>
        given.TryGetValue(setting.Key, out var value) ? (ImmutableArray<Wish>)value : [];

    /// <summary>Empty by default.</summary>
    public ImmutableArray<Goal> Of(GoalsSetting setting) =>
        given.TryGetValue(setting.Key, out var value) ? (ImmutableArray<Goal>)value : [];
}
