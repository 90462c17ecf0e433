using System.Collections.Immutable;
using System.Reflection;

namespace SimLab.Model.Rulebook;

/// <summary>Everything that national law leaves to the provinces, found by reflection.</summary>
public static class LocalRules
{
    /// <summary>All rules, in order of their keys.</summary>
    public static ImmutableArray<LocalRule> All { get; } =
    [
        .. typeof(LocalRules).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .SelectMany(field => field.FieldType == typeof(LocalRule) ? [(LocalRule)field.GetValue(null)!]
                : field.FieldType == typeof(ImmutableArray<LocalRule>) ? (ImmutableArray<LocalRule>)field.GetValue(null)! : [])
            .OrderBy(rule => rule.Key, StringComparer.Ordinal),
    ];

    /// <summary>The rule with that key.</summary>
    public static LocalRule Of(string key) => All.First(rule => rule.Key == key);
}
