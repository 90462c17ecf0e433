using SimLab.Model.Forms;

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
