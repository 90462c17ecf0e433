using System.Collections.Immutable;
using System.Globalization;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>A change to one measure of a scenario during the run, from a month on.</summary>
public sealed record Change(Month From, MeasureId Measure)
{
    /// <summary>The measure that begins here; null: it already exists.</summary>
    public Measure? Begins { get; init; }

    /// <summary>Whether the measure ends here.</summary>
    public bool Ends { get; init; }

    /// <summary>Changed levers of an existing measure; the others stay as they are.</summary>
    public ImmutableArray<ChangedLever> Levers { get; init; } = [];

    internal static ImmutableArray<Phase> Phases(ImmutableArray<Measure> measures, ImmutableArray<Change> changes)
    {
        var phases = ImmutableArray.CreateBuilder<Phase>();
        foreach (var month in changes.GroupBy(change => change.From).OrderBy(month => month.Key))
        {
            measures = month.Aggregate(measures, (now, change) => change.In(now));
            phases.Add(new(month.Key, measures));
        }
        return phases.DrainToImmutable();
    }

    /// <summary>The smallest ordered set of changes that yields these phases of the measures.</summary>
    internal static ImmutableArray<Change> Of(ImmutableArray<Measure> measures, ImmutableArray<Phase> phases)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        foreach (var (from, now) in phases)
        {
            foreach (var measure in now)
            {
                if (measures.FirstOrDefault(measure.IsSameAs) is not { } before) changes.Add(
                    new(from, measure.Clause.Id) { Begins = measure });
                else if (Between(before, measure) is { IsEmpty: false } levers)
                    changes.Add(new(from, measure.Clause.Id) { Levers = levers });
            }
            changes.AddRange(
                measures.Where(m => !now.Any(m.IsSameAs)).Select(gone => new Change(from, gone.Clause.Id) { Ends = true }));
            measures = now;
        }
        return changes.DrainToImmutable();
    }

    private static ImmutableArray<ChangedLever> Between(Measure before, Measure after) =>
    [
        .. from parameter in Parameter.Of(after)
           where !parameter.In(after).Equals(parameter.In(before))
           select new ChangedLever(parameter.Name, Convert.ToDouble(parameter.In(after), CultureInfo.InvariantCulture)),
    ];

    // In order of document and clause.
    private ImmutableArray<Measure> In(ImmutableArray<Measure> now)
    {
        if (Begins is { } begun) return [
            .. now.Where(m => m.Clause.Id != Measure).Append(begun).OrderBy(m => m.Clause.Id)];
        if (Ends) return now.RemoveAll(m => m.Clause.Id == Measure);
        return [.. now.Select(m => m.Clause.Id == Measure ? Turned(m) : m)];
    }

    // Its dates stay: a measure with changed levers is not new, and awareness of it has already spread.
    private Measure Turned(Measure measure)
    {
        var copy = measure with { };
        foreach (var lever in Levers)
        {
            var parameter = Parameter.Of(copy).First(d => d.Name == lever.Lever);
            parameter.Set(
                copy, parameter.Type == typeof(bool) ? lever.Value != 0
                : Convert.ChangeType(lever.Value, parameter.Type, CultureInfo.InvariantCulture));
        }
        return copy;
    }
}

/// <summary>A lever and its new value; yes is 1 and no is 0.</summary>
public readonly record struct ChangedLever(string Lever, double Value);

/// <summary>The measures in force from a month on, in order of document and clause.</summary>
public sealed record Phase(Month From, ImmutableArray<Measure> Measures);

/// <summary>The point at which a scenario diverges from its parent.</summary>
/// <param name="Of">Content address of the parent's result.</param>
/// <param name="At">The first month that differs.</param>
public sealed record BranchPoint(string Of, Month At);
