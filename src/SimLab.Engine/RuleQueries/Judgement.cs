using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>The rule version an answer is based on, and whether its document covers the month.</summary>
public readonly record struct Citation(RuleVersion Version, Month Month)
{
    /// <summary>How the version is extended to the month; null: the document covers it.</summary>
    public Sentence? Stretch => Version.Covers(Month) ? null
        : Month < Version.From ? Sentence.Of($"read back before {Version.From}")
        : $"read as extended beyond {Version.Until}";
}

/// <summary>
/// A ruling of the law. Without a value it could not be judged, and <see cref="Needs"/> lists the keys of the missing
/// facts.
/// </summary>
public abstract record Ruling
{
    /// <summary>The rule versions applied.</summary>
    public ImmutableArray<Citation> Law { get; init; } = [];
    /// <summary>Keys of the missing facts.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>A remark on the value.</summary>
    public Sentence? Note { get; init; }
}

/// <summary>Size class of the firm; null: facts are missing.</summary>
public sealed record SizeRuling(SizeClass? Size) : Ruling;

/// <summary>Enterprise income tax of the year, fen, and its regime.</summary>
public sealed record IncomeTaxRuling(long? TaxFen, IncomeTaxRegime? Regime) : Ruling;

/// <summary>R&amp;D super-deduction of the year, fen.</summary>
/// <param name="ExtraFen">Deduction beyond the cost itself.</param>
/// <param name="TaxSavedFen">Tax without the deduction minus tax with it.</param>
public sealed record SuperDeductionRuling(long? ExtraFen, long? TaxSavedFen) : Ruling;

/// <summary>VAT of one quarter (1–4); sales in fen.</summary>
public readonly record struct VatQuarter(int Quarter, long SalesFen, VatResult Result);

/// <summary>VAT of the year, fen.</summary>
public sealed record VatRuling(long? TaxFen, bool? Exempt) : Ruling
{
    /// <summary>By quarter.</summary>
    public ImmutableArray<VatQuarter> Quarters { get; init; } = [];

    /// <summary>Rate of a general taxpayer, per cent.</summary>
    public int? RatePercent { get; init; }

    /// <summary>Whether sales of the year exceed the limit of small-scale taxpayers.</summary>
    public bool? MustRegister { get; init; }

    /// <summary>Input credit carried forward, fen.</summary>
    public long CreditFen { get; init; }
}

/// <summary>Surcharges on VAT of the year, fen.</summary>
/// <param name="Spared">Share that the six taxes and two fees are reduced by; null: facts are missing.</param>
public sealed record SurchargeRuling(long? Fen, SurchargeResult Parts, double? Spared) : Ruling;

/// <summary>A condition or a scored item of a title. A null value or outcome: facts are missing.</summary>
public sealed record ConditionLine(
    Condition Id, bool IsItem, double? Value, double? Threshold, bool? Pass, Points Points, double MostPoints)
{
    /// <summary>0: must hold. Within a group above 0, one branch with all its conditions met is enough.</summary>
    public int Group { get; init; }
    /// <summary>Number of the branch within the group, from 1.</summary>
    public int Branch { get; init; }
    /// <summary>Keys of the missing facts.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];
}

/// <summary>Whether the firm qualifies for a title; null: facts are missing.</summary>
/// <param name="Score">Points; null where the law scores nothing; a range while facts are missing.</param>
public sealed record TitleRuling(Title Title, bool? Qualified, Points? Score) : Ruling
{
    /// <summary>Conditions and scored items, in the order of the rulebook.</summary>
    public ImmutableArray<ConditionLine> Conditions { get; init; } = [];
}

/// <summary>Whether the firm is above scale (规上); null: facts are missing.</summary>
/// <param name="ThresholdFen">Sales threshold; null: the roster does not cover the industry, or it is unknown.</param>
public sealed record AboveScaleRuling(bool? Above, long? ThresholdFen) : Ruling;

/// <summary>Evaluated prices of a bid, fen. One price if the deduction is known or fixed by law.</summary>
public sealed record ProcurementRuling(long? EvaluatedFen, long? LeastFen, long? MostFen, DeductionRange Deduction) : Ruling;

/// <summary>Interest on a late payment, fen; null: facts are missing.</summary>
/// <param name="DeadlineDays">Days after delivery; null: the law sets none.</param>
public sealed record PaymentRuling(long? InterestFen, int? DeadlineDays) : Ruling;

/// <summary>The rulings on one firm in one year, by national law and that of a province.</summary>
public sealed record Judgement(FirmYear Facts, LawDate Date, Province Province)
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

    /// <summary>Keys of honours and sanctions not in the facts; the firm is assumed to have none.</summary>
    public required ImmutableArray<string> TakenAsNone { get; init; }
}
