using System.Text.Json.Serialization;
using SimLab.Model.Forms;

namespace SimLab.Model.Policies;

/// <summary>
/// A measure's place in its document: number, heading, the sentences its numbers come from, lead department.
/// </summary>
public sealed record Clause(PolicyDocument Document, int Number, string Heading, string Text, string Lead)
{
    /// <summary>Identity of the measure that implements the clause.</summary>
    public MeasureId Id => new(Document.Id, Number);

    /// <summary>Whose money the document means.</summary>
    public Payer FinancedBy { get; init; } = Payer.Transfer;

    /// <summary>What of the clause the measure leaves out; empty: not known.</summary>
    public string NotModelled { get; init; } = "";

    /// <summary>The same in Chinese.</summary>
    public string NotModelledZh { get; init; } = "";
}

/// <summary>
/// One policy measure: a record whose properties are its levers, with one <c>Apply</c> per kind of form it changes
/// (<see cref="IActsOn{TForm}"/>). A new measure is one new file: the catalog finds it.
/// A measure with every lever at zero must change nothing, bit for bit.
/// </summary>
public abstract record Measure
{
    /// <summary>The clause of the document that the measure implements; no other measure implements it.</summary>
    public abstract Clause Clause { get; }

    /// <summary>First month in force; null: from the beginning of the run.</summary>
    public Month? From { get; init; }

    /// <summary>Last month in force; null: to the end of the run.</summary>
    public Month? Until { get; init; }

    /// <summary>Effectively no cap, yuan a year: more than the province's whole budget.</summary>
    public const long NoCap = 1_000_000_000_000;

    /// <summary>Cap on payments to firms under the measure in a calendar year, yuan.</summary>
    [Lever("yuan a year", 0, NoCap,
        "most that may be paid to firms under the measure in a calendar year; in order of month and enterprise number",
        NameZh = "每年预算上限", UnitZh = "元/年", SourceZh = "一个日历年度内该措施最多可支付给企业的金额；按月份和企业编号先后支付")]
    public long BudgetPerYear { get; init; } = NoCap;

    /// <summary>Who pays; null: as the document means it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Payer? FinancedBy { get; init; }

    /// <summary>Who pays for the measure.</summary>
    [JsonIgnore]
    public Payer PaidBy => FinancedBy ?? Clause.FinancedBy;

    /// <summary>Whether the measure is in force in the month.</summary>
    public bool InForce(Month month) => (From is not { } from || month >= from) && (Until is not { } until || month <= until);

    /// <summary>Name of the measure in a scenario file.</summary>
    public string Name => GetType().Name;

    /// <summary>Whether it is the same measure, with whatever levers.</summary>
    public bool IsSameAs(Measure other) => GetType() == other.GetType();
}
