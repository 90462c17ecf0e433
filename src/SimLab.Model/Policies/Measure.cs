namespace SimLab.Model.Policies;

/// <summary>Where a measure stands in its document: number, heading, the sentences it takes its numbers from, lead department.</summary>
public sealed record Clause(int Number, string Heading, string Text, string Lead);

/// <summary>
/// One policy measure: a record whose properties are its levers, with one <c>Apply</c> per kind of form it changes
/// (<see cref="IActsOn{TForm}"/>). A new measure is one new file: the catalog finds it.
/// A measure with every lever at zero must change nothing, bit for bit.
/// </summary>
public abstract record Measure
{
    public abstract Clause Clause { get; }

    /// <summary>First month in force; null: from the beginning of the run.</summary>
    public Month? From { get; init; }

    /// <summary>Last month in force; null: to the end of the run.</summary>
    public Month? Until { get; init; }

    /// <summary>As good as no cap: more than the province's whole budget.</summary>
    public const long NoCap = 1_000_000_000_000;

    [Lever("yuan a year", 0, NoCap, "most that may be paid to firms under the measure in a calendar year; in order of month and enterprise number")]
    public long BudgetPerYear { get; init; } = NoCap;

    public bool InForce(Month month) => (From is not { } from || month >= from) && (Until is not { } until || month <= until);

    /// <summary>The name a scenario file uses.</summary>
    public string Name => GetType().Name;
}

/// <summary>A number with its unit, allowed range and source; base of what a user can turn.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class NumberAttribute(string unit, double min, double max, string source) : Attribute
{
    public string Unit { get; } = unit;
    public double Min { get; } = min;
    public double Max { get; } = max;
    public string Source { get; } = source;
}

/// <summary>A lever of a measure. The property's initial value is what the document says.</summary>
public sealed class LeverAttribute(string unit, double min, double max, string source) : NumberAttribute(unit, min, max, source);

/// <summary>How far a behavioural number can be trusted.</summary>
public enum Confidence
{
    /// <summary>Taken from a published estimate or total that was read.</summary>
    Published,
    /// <summary>Arithmetic on published numbers.</summary>
    Derived,
    /// <summary>Fitted so that the model meets published totals.</summary>
    Fitted,
    /// <summary>Our assumption, open to challenge.</summary>
    Assumed,
}

/// <summary>A behavioural number: an assumption about how firms, banks and offices act, not policy.</summary>
public sealed class AssumptionAttribute(string unit, double min, double max, string source, Confidence confidence)
    : NumberAttribute(unit, min, max, source)
{
    public Confidence Confidence { get; } = confidence;
}
