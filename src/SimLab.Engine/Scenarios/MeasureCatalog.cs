using System.Collections.Immutable;
using System.Reflection;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>A measure that a scenario may use.</summary>
public sealed record CataloguedMeasure(Type Type, ImmutableArray<Parameter> Levers)
{
    /// <summary>Name of the measure, the name of its record.</summary>
    public string Name => Type.Name;

    /// <summary>Clause of the policy document.</summary>
    public Clause Clause => AsWritten().Clause;

    /// <summary>The measure with every lever at its documented value, in force all the time.</summary>
    public Measure AsWritten() => (Measure)Activator.CreateInstance(Type)!;

    /// <summary>The lever with this name; null: there is none.</summary>
    public Parameter? Lever(string name) => Levers.FirstOrDefault(l => l.Name == name);
}

/// <summary>All measures, by clause, then name. A new measure needs only a new public record.</summary>
public sealed class MeasureCatalog
{
    /// <summary>The measures of SimLab.Model.</summary>
    public static MeasureCatalog Default { get; } = new();

    /// <summary>By clause, then name.</summary>
    public ImmutableArray<CataloguedMeasure> Measures { get; }

    /// <summary>
    /// The measures of SimLab.Model and of the extra assemblies; throws <see cref="InvalidOperationException"/> if two
    /// share a name.
    /// </summary>
    public MeasureCatalog(params IEnumerable<Assembly> extra)
    {
        Measures =
        [
            .. extra.Prepend(typeof(Measure).Assembly).Distinct()
                .SelectMany(assembly => assembly.GetExportedTypes())
                .Where(type => type.IsSubclassOf(typeof(Measure)) && !type.IsAbstract && !type.IsNested)
                .Select(Catalogued)
                .OrderBy(m => m.Clause.Number).ThenBy(m => m.Name, StringComparer.Ordinal),
        ];
        if (Measures.GroupBy(m => m.Name).FirstOrDefault(g => g.Count() > 1) is { } twins)
            throw new InvalidOperationException(
                $"Bug in SimLab: two measures are named {twins.Key}: {string.Join(", ", twins.Select(m => m.Type.FullName))}.");
    }

    /// <summary>The measure with this name; null: there is none.</summary>
    public CataloguedMeasure? Find(string name) => Measures.FirstOrDefault(m => m.Name == name);

    private static CataloguedMeasure Catalogued(Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
            throw new InvalidOperationException(
                $"Bug in SimLab: the measure {type.Name} cannot be made without arguments. Give its levers initial values.");
        return new(type, Parameter.Of(Activator.CreateInstance(type)!));
    }
}
