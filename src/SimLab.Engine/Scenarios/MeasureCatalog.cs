using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using SimLab.Model.Forms;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>A measure that a scenario may use.</summary>
public sealed record CataloguedMeasure(Type Type, ImmutableArray<Parameter> Levers)
{
    /// <summary>Name of the measure, the name of its record.</summary>
    public string Name => Type.Name;

    /// <summary>
    /// Its name in a scenario file; where another document has a measure of that name, its id.
    /// </summary>
    public required string Key { get; init; }

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
    /// share a clause, or a name within a document, if one has no clause, or if there are more than a run can tell apart.
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
        var twins = measures.GroupBy(m => m.Name).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        Measures = [.. measures.OrderBy(m => Index.Of(m.Id)).Select(m => twins.Contains(m.Name) ? m with { Key = $"{m.Id}" } : m)];
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
        if (Measures.GroupBy(m => (m.Id.Document, m.Name)).FirstOrDefault(g => g.Count() > 1) is { } alikeNamed)
            throw new InvalidOperationException(
                $"Bug in SimLab: two measures of {alikeNamed.Key.Document} are named {alikeNamed.Key.Name}: "
                + $"{string.Join(", ", alikeNamed.Select(m => m.Type.FullName))}.");
    }

    /// <summary>The measures by number.</summary>
    public MeasureIndex Index { get; }

    /// <summary>The documents of the measures, by id.</summary>
    public IEnumerable<PolicyDocument> Documents =>
        Measures.Select(m => m.Clause.Document).Distinct().OrderBy(document => document.Id, StringComparer.Ordinal);

    /// <summary>The measures of a document, by clause.</summary>
    public IEnumerable<CataloguedMeasure> Of(PolicyDocument document) => Measures.Where(m => m.Clause.Document == document);

    /// <summary>
    /// The measure so written, by name or as gansu-2023/09 or gansu-2023/cultivate-specialised-smes; null: there is none
    /// or, of a name alone, there are several. <see cref="WhyNot"/> says which.
    /// </summary>
    public CataloguedMeasure? Find(string written) => Named(written) is [var one] ? one : null;

    /// <summary>Why <see cref="Find"/> finds no measure so written, and what to write.</summary>
    /// <param name="written">As the user wrote it.</param>
    /// <param name="besides">Other words allowed in its place.</param>
    internal Sentence WhyNot(string written, params IEnumerable<string> besides) => Named(written) is { Length: > 1 } several
        ? Sentence.Of(
            $"several documents have a measure {NearestWord.Quoted(written)}. Write {WordList.Either(several.Select(m => $"{m.Id}"))}.")
        : $"there is no measure {NearestWord.Quoted(written)}."
            + $"{NearestWord.Instead(written, $"measures", [.. Measures.Select(m => m.Key), .. besides])}";

    /// <summary>A measure as a scenario file writes it.</summary>
    internal string KeyOf(MeasureId id) => Measures.FirstOrDefault(m => m.Id == id)?.Key ?? $"{id}";

    /// <summary>Whether the type is one of the measures.</summary>
    public bool Has(Type measure) => _types.Contains(measure);

    private CataloguedMeasure[] Named(string written) => [.. Measures.Where(m => MeasureKeys.Names(written, m.Id, m.Name))];

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
        return new(type, Parameter.Of(measure)) { Key = measure.Name };
    }
}
