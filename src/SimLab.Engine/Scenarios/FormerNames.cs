using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SimLab.Engine.Scenarios;

/// <summary>
/// Renamed keys. Every YAML tree is translated here once, when read: a former key becomes the current one and is noted,
/// so that readers need only current names. A renamed key is one line in a table.
/// </summary>
internal static class FormerNames
{
    private const string Behaviour = "behaviour";

    /// <summary>Sections of a scenario, a calibration or a set of parameters; current name by former name.</summary>
    public static readonly FrozenDictionary<string, string> Sections = new Dictionary<string, string>
    {
        ["habits"] = Behaviour,
    }.ToFrozenDictionary();

    /// <summary>Numbers under behaviour; current name by former name.</summary>
    public static readonly FrozenDictionary<string, string> Numbers = new Dictionary<string, string>
    {
        ["botherOfRenewing"] = "costOfRenewing",
        ["botherSpread"] = "applicationCostSpread",
        ["firstClaimHassle"] = "firstClaimCost",
        ["claimHassle"] = "claimCost",
        ["hassleSpread"] = "claimCostSpread",
        ["nerveAfterRefusal"] = "propensityAfterRefusal",
        ["nerveOfFirstTimer"] = "propensityOfFirstTimer",
    }.ToFrozenDictionary();

    /// <summary>Current name of a section or its number: behaviour.claimCost for habits.claimHassle.</summary>
    public static string Today(string name)
    {
        var parts = name.Split('.', 2);
        var section = Sections.GetValueOrDefault(parts[0], parts[0]);
        if (parts.Length == 1) return section;
        return $"{section}.{(section == Behaviour ? Number(parts[1]) : parts[1])}";
    }

    /// <summary>The file with current keys; notes each former one with its line.</summary>
    public static MapNode Renamed(MapNode file, Problems problems)
    {
        var named = Renamed(file, Today, problems);
        return named with
        {
            Entries = [
            .. named.Entries.Select(entry => KeyValuePair.Create(entry.Key, Section(entry.Key.Value, entry.Value, problems)))]
        };
    }

    private static string Number(string name) => Numbers.GetValueOrDefault(name, name);

    // Experiments name a number with its section, calibrations (under parameters) without.
    private static Node Section(string key, Node node, Problems problems) => (key, node) switch
    {
        (Behaviour or "parameters", MapNode numbers) => Renamed(numbers, Number, problems),
        ("factors", MapNode factors) => Renamed(factors, Today, problems),
        _ => node,
    };

    private static MapNode Renamed(MapNode map, Func<string, string> today, Problems problems)
    {
        if (map.Entries.All(entry => today(entry.Key.Value) == entry.Key.Value)) return map;
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<TextNode, Node>>();
        foreach (var (key, value) in map.Entries)
        {
            var name = today(key.Value);
            if (name != key.Value) problems.Note(key.Position, key.Value, name);
            if (entries.FirstOrDefault(entry => entry.Key.Value == name).Key is { } first)
                problems.Add(key.Position,
                    $"{NearestWord.Quoted(key.Value)} is the same as {Written(map, first)} in line {first.Position.Line}; both are now "
                        + $"called {NearestWord.Quoted(name)}. Keep one.");
            else
                entries.Add(new(key with { Value = name }, value));
        }
        return map with { Entries = entries.ToImmutable() };
    }

    private static string Written(MapNode map, TextNode renamed) =>
        NearestWord.Quoted(map.Entries.First(entry => entry.Key.Position == renamed.Position).Key.Value);
}
