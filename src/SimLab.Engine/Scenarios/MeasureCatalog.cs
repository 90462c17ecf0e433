using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using SimLab.Model.Forms;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>A measure that a scenario may use.</summary>
public sealed record CataloguedMeasure(Type Type, ImmutableArray<Parameter> Levers)
{
    /// <summary>Name of the measure, the name of its record.</summary>
    public string Name => Type.Name;

    /// <summary>Clause of the policy document.</summary>
    public Clause Clause => AsWritten().Clause;

    /// <summary>Identity of the measure: its document and clause.</summary>
    public MeasureId Id => Clause.Id;

    /// <summary>
    /// The forms it acts on, as declared; a claimed one acts only for firms that know of the measure and apply.
    /// </summary>
    public IEnumerable<(Type Form, bool Claimed)> Forms =>
        from face in Type.GetInterfaces()
        where face.IsGenericType
        let kind = face.GetGenericTypeDefinition()
        where kind == typeof(IActsOn<>) || kind == typeof(IClaimedOn<>)
        group kind by face.GetGenericArguments()[0] into form
        select (form.Key, form.Contains(typeof(IClaimedOn<>)));

    /// <summary>The forms in words: "Tender, InvestmentPlan (claimed)".</summary>
    public string FormsInWords => string.Join(", ", Forms.Select(form => form.Claimed ? $"{form.Form.Name} (claimed)" : form.Form.Name));

    /// <summary>The levers that the measure itself declares; the cap on its budget, which all have, is not among them.</summary>
    public IEnumerable<Parameter> OwnLevers => Levers.Where(lever => lever.Property.DeclaringType == Type);

    /// <summary>The measure with every lever at its documented value, in force all the time.</summary>
    public Measure AsWritten() => (Measure)Activator.CreateInstance(Type)!;

    /// <summary>The lever with this name; null: there is none.</summary>
    public Parameter? Lever(string name) => Levers.FirstOrDefault(l => l.Name == name);
}

/// <summary>
/// All measures, by document, then clause. A new measure needs only a new public record with a clause of its own.
/// </summary>
public sealed class MeasureCatalog
{
    private readonly FrozenSet<Type> _types;

    /// <summary>The measures of SimLab.Model.</summary>
    public static MeasureCatalog Default { get; } = new();

    /// <summary>By document, then clause: in the order of <see cref="Index"/>.</summary>
    public ImmutableArray<CataloguedMeasure> Measures { get; }

    /// <summary>
    /// The measures of SimLab.Model and of the extra assemblies; throws <see cref="InvalidOperationException"/> if two
    /// share a name or a clause, if one has no clause, or if there are more than a run can tell apart.
    /// </summary>
    public MeasureCatalog(params IEnumerable<Assembly> extra) : this(extra.Prepend(typeof(Measure).Assembly).Distinct()
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => type.IsSubclassOf(typeof(Measure)) && !type.IsAbstract && !type.IsNested))
    {
    }

    internal MeasureCatalog(IEnumerable<Type> types)
    {
        ImmutableArray<CataloguedMeasure> measures = [.. types.Select(Catalogued)];
        _types = measures.Select(m => m.Type).ToFrozenSet();
        Index = new(measures.Select(m => m.AsWritten()));
        Measures = [.. measures.OrderBy(m => Index.Of(m.Id))];
        if (Measures.GroupBy(m => m.Id).FirstOrDefault(g => g.Count() > 1) is { } sharing)
            throw new InvalidOperationException(
                $"Bug in SimLab: {string.Join(" and ", sharing.Select(m => m.Type.FullName))} are both clause {sharing.Key}. "
                + "Give each measure a clause of its own.");
        if (Documents.GroupBy(document => document.Id).FirstOrDefault(g => g.Count() > 1) is { } two)
            throw new InvalidOperationException(
                $"Bug in SimLab: two documents have the id {two.Key}: {string.Join(" and ", two.Select(document => document.TitleEn))}.");
        if (Documents.GroupBy(document => new MeasureId(document.Id, 1).FirmEffect).FirstOrDefault(g => g.Count() > 1) is { } alike)
            throw new InvalidOperationException(
                $"Bug in SimLab: the ids {string.Join(" and ", alike.Select(document => document.Id))} give the same random draws. "
                + "Rename one of the documents.");
        if (Measures.GroupBy(m => m.Name).FirstOrDefault(g => g.Count() > 1) is { } twins)
            throw new InvalidOperationException(
                $"Bug in SimLab: two measures are named {twins.Key}: {string.Join(", ", twins.Select(m => m.Type.FullName))}.");
    }

    /// <summary>The measures by number.</summary>
    public MeasureIndex Index { get; }

    /// <summary>The documents of the measures, by id.</summary>
    public IEnumerable<PolicyDocument> Documents =>
        Measures.Select(m => m.Clause.Document).Distinct().OrderBy(document => document.Id, StringComparer.Ordinal);

    /// <summary>The measures of a document, by clause.</summary>
    public IEnumerable<CataloguedMeasure> Of(PolicyDocument document) => Measures.Where(m => m.Clause.Document == document);

    /// <summary>The measure with this name; null: there is none.</summary>
    public CataloguedMeasure? Find(string name) => Measures.FirstOrDefault(m => m.Name == name);

    /// <summary>Whether the type is one of the measures.</summary>
    public bool Has(Type measure) => _types.Contains(measure);

    private static CataloguedMeasure Catalogued(Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
            throw new InvalidOperationException(
                $"Bug in SimLab: the measure {type.Name} cannot be made without arguments. Give its levers initial values.");
        var measure = (Measure)Activator.CreateInstance(type)!;
        if (measure.Clause is not { Number: >= 1, Heading.Length: > 0 } clause || !PolicyDocument.IsId(clause.Document.Id))
            throw new InvalidOperationException(
                $"Bug in SimLab: the measure {type.FullName} has no clause of a document. Its Clause needs a number from 1 on, a heading, "
                + "and a document whose id is of small letters, digits and hyphens.");
        return new(type, Parameter.Of(measure));
    }
}
