using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>The version of a rule that an answer rests on, and whether its document covers the month asked for.</summary>
public readonly record struct Citation(RuleVersion Version, Month Month)
{
    /// <summary>"" or how the version is stretched to the month.</summary>
    public string Stretch => Version.Covers(Month) ? ""
        : Month < Version.From ? $"read back before {Version.From}"
        : $"read as extended beyond {Version.Until}";
}

/// <summary>
/// An answer of the law. Without a value it cannot be judged, and <see cref="Needs"/> are the keys of the facts that are missing.
/// </summary>
public abstract record Ruling
{
    public ImmutableArray<Citation> Law { get; init; } = [];
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>What a reader should know beside the value; "" if nothing.</summary>
    public string Note { get; init; } = "";
}

public sealed record SizeRuling(SizeClass? Size) : Ruling;

public sealed record IncomeTaxRuling(long? TaxFen, IncomeTaxRegime? Regime) : Ruling;

/// <param name="ExtraFen">Deducted beyond the cost itself.</param>
/// <param name="TaxSavedFen">Tax without the deduction less tax with it.</param>
public sealed record SuperDeductionRuling(long? ExtraFen, long? TaxSavedFen) : Ruling;

public readonly record struct VatQuarter(int Quarter, long SalesFen, VatResult Result);

public sealed record VatRuling(long? TaxFen, bool? Exempt) : Ruling
{
    public ImmutableArray<VatQuarter> Quarters { get; init; } = [];

    /// <summary>Of a general taxpayer, per cent.</summary>
    public int? RatePercent { get; init; }

    /// <summary>Sales of the year are above the limit of small-scale taxpayers.</summary>
    public bool? MustRegister { get; init; }

    /// <summary>Input credit carried on, fen.</summary>
    public long CreditFen { get; init; }
}

public sealed record SurchargeRuling(long? Fen, SurchargeResult Parts, bool? Halved) : Ruling;

/// <summary>A condition or a scored item of a title. A null value or outcome: facts are missing.</summary>
public sealed record ConditionLine(Condition Id, bool IsItem, double? Value, double? Threshold, bool? Pass, Points Points, double MostPoints)
{
    /// <summary>0: must hold. Within a group above 0, all conditions of any one branch are enough.</summary>
    public int Group { get; init; }
    public int Branch { get; init; }
    public ImmutableArray<string> Needs { get; init; } = [];
}

/// <param name="Score">Null where the law scores nothing; a range while facts are missing.</param>
public sealed record TitleRuling(Title Title, bool? Qualified, Points? Score) : Ruling
{
    public ImmutableArray<ConditionLine> Conditions { get; init; } = [];
}

/// <param name="ThresholdFen">Null: the roster does not cover the industry, or cannot be told.</param>
public sealed record AboveScaleRuling(bool? Above, long? ThresholdFen) : Ruling;

/// <summary>Prices a bid may be compared at. One price if the tender's deduction is known or the law leaves no choice.</summary>
public sealed record ProcurementRuling(long? EvaluatedFen, long? LeastFen, long? MostFen, DeductionRange Deduction) : Ruling;

/// <param name="DeadlineDays">Days after delivery; null: the law names none.</param>
public sealed record PaymentRuling(long? InterestFen, int? DeadlineDays) : Ruling;

/// <summary>What the law says of one firm in one year.</summary>
public sealed record Judgement(FirmYear Facts, LawDate Date)
{
    public required SizeRuling Size { get; init; }
    public required VatRuling Vat { get; init; }
    public required IncomeTaxRuling IncomeTax { get; init; }
    public required SuperDeductionRuling SuperDeduction { get; init; }
    public required SurchargeRuling Surcharges { get; init; }
    public required ImmutableArray<TitleRuling> Titles { get; init; }
    public required AboveScaleRuling AboveScale { get; init; }

    /// <summary>Null: not asked.</summary>
    public ProcurementRuling? Procurement { get; init; }

    /// <summary>Null: not asked.</summary>
    public PaymentRuling? Payment { get; init; }

    /// <summary>Honours and stains the facts do not mention; the firm is taken to have none.</summary>
    public required ImmutableArray<string> TakenAsNone { get; init; }
}
