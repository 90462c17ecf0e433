using System.Collections.Immutable;
using System.Reflection;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>A measure that can stand in a scenario.</summary>
public sealed record CataloguedMeasure(Type Type, ImmutableArray<Parameter> Levers)
{
    public string Name => Type.Name;

    public Clause Clause => AsWritten().Clause;

    /// <summary>The measure with every lever as its document says, in force all the time.</summary>
    public Measure AsWritten() => (Measure)Activator.CreateInstance(Type)!;

    public Parameter? Lever(string name) => Levers.FirstOrDefault(l => l.Name == name);
}

/// <summary>Every measure there is, by clause and then by name. A new measure is a new public record; nothing else is touched.</summary>
public sealed class MeasureCatalog
{
    /// <summary>The measures of SimLab.Model.</summary>
    public static MeasureCatalog Default { get; } = new();

    public ImmutableArray<CataloguedMeasure> Measures { get; }

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
            throw new InvalidOperationException($"Bug in SimLab: two measures are named {twins.Key}: {string.Join(", ", twins.Select(m => m.Type.FullName))}.");
    }

    public CataloguedMeasure? Find(string name) => Measures.FirstOrDefault(m => m.Name == name);

    private static CataloguedMeasure Catalogued(Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
            throw new InvalidOperationException($"Bug in SimLab: the measure {type.Name} cannot be made without arguments. Give its levers initial values.");
        return new(type, Parameter.Of(Activator.CreateInstance(type)!));
    }
}
