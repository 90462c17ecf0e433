using System.Collections.Immutable;
using System.Reflection;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>All outcomes, found by reflection.</summary>
public static class OutcomeCatalog
{
    /// <summary>Every outcome: those that targets may name, then those shown beside them.</summary>
    public static ImmutableArray<OutcomeDefinition> All { get; } = In(typeof(OutcomeCatalog).Assembly);

    /// <summary>Outcomes that targets may name.</summary>
    public static ImmutableArray<OutcomeDefinition> Targets { get; } = [.. All.Where(outcome => outcome.IsTarget)];

    /// <summary>Outcomes shown beside the targets.</summary>
    public static ImmutableArray<OutcomeDefinition> Context { get; } = [.. All.Where(outcome => !outcome.IsTarget)];

    /// <summary>Ids of the outcomes that targets may name.</summary>
    public static ImmutableArray<string> TargetIds { get; } = [.. Targets.Select(outcome => outcome.Id)];

    /// <summary>The outcomes of an assembly.</summary>
    public static ImmutableArray<OutcomeDefinition> In(Assembly assembly) =>
    [
        .. assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(OutcomeDefinition)) && !type.IsAbstract)
            .Select(type => (OutcomeDefinition)Activator.CreateInstance(type)!)
            .OrderByDescending(outcome => outcome.IsTarget).ThenBy(outcome => outcome.Place)
            .ThenBy(outcome => outcome.Id, StringComparer.Ordinal),
    ];

    /// <summary>The outcome of that id; null: none.</summary>
    public static OutcomeDefinition? Find(string id) => All.FirstOrDefault(outcome => outcome.Id == id);

    /// <summary>The outcome of that id; throws <see cref="InvalidOperationException"/> if unknown.</summary>
    public static OutcomeDefinition Of(string id) =>
        Find(id) ?? throw new InvalidOperationException($"Bug in SimLab: there is no outcome {id}.");
}
