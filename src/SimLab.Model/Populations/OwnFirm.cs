using System.Collections.Immutable;

namespace SimLab.Model.Populations;

/// <summary>
/// A firm supplied by the user, at the end of the recipe's month. Money in fen. Null values are drawn as for a
/// synthetic firm.
/// </summary>
public sealed record OwnFirm
{
    /// <summary>The user's id of the firm.</summary>
    public string Id { get; set; } = "";
    public Region Region { get; set; }
    public Industry Industry { get; set; }
    /// <summary>Number of firms it represents.</summary>
    public int Weight { get; set; } = 1;
    /// <summary>Month of foundation; null: the age is drawn.</summary>
    public Month? Founded { get; set; }

    /// <summary>Sales of the last closed year, fen.</summary>
    public long SalesLastYear { get; set; }
    /// <summary>Sales of the closed year before, fen.</summary>
    public long? SalesYearBefore { get; set; }
    /// <summary>Sales of the third closed year back, fen.</summary>
    public long? SalesThirdYear { get; set; }
    /// <summary>Staff, people.</summary>
    public int Staff { get; set; }

    /// <summary>Cash, fen.</summary>
    public long? Cash { get; set; }
    /// <summary>Fixed assets, fen.</summary>
    public long? FixedAssets { get; set; }
    /// <summary>Outstanding bank loan, fen.</summary>
    public long? Loan { get; set; }
    /// <summary>Yearly interest rate of the loan, share.</summary>
    public double? LoanRate { get; set; }
    /// <summary>Invoices to public bodies not yet due, fen.</summary>
    public long? ReceivablePublic { get; set; }
    /// <summary>Overdue invoices to public bodies, fen.</summary>
    public long? ArrearsPublic { get; set; }
    /// <summary>Tax losses carried forward, fen.</summary>
    public long? LossCarried { get; set; }
    /// <summary>Share of sales to public bodies, 0 to 1.</summary>
    public double? PublicSalesShare { get; set; }

    /// <summary>R&amp;D spending of the last closed year, fen.</summary>
    public long? RndLastYear { get; set; }
    /// <summary>R&amp;D spending of the closed year before, fen.</summary>
    public long? RndYearBefore { get; set; }
    /// <summary>R&amp;D spending of the third closed year back, fen.</summary>
    public long? RndThirdYear { get; set; }
    /// <summary>R&amp;D staff, people.</summary>
    public int? RndStaff { get; set; }
    /// <summary>Class I intellectual property rights (Ⅰ类), number.</summary>
    public int? Class1Ip { get; set; }
    /// <summary>Class II intellectual property rights (Ⅱ类), number.</summary>
    public int? Class2Ip { get; set; }
    /// <summary>Results put to use in the last closed year, number.</summary>
    public int? TransfersLastYear { get; set; }
    /// <summary>Results put to use in the closed year before, number.</summary>
    public int? TransfersYearBefore { get; set; }
    /// <summary>Share of revenue from the main business, 0 to 1.</summary>
    public double? MainBusinessShare { get; set; }
    /// <summary>Share of revenue from high-tech products and services, 0 to 1.</summary>
    public double? HighTechIncomeShare { get; set; }
    /// <summary>Years in the niche market.</summary>
    public double? NicheYears { get; set; }
    /// <summary>Digital level, 0 to 4.</summary>
    public double? DigitalLevel { get; set; }

    /// <summary>On the statistical roster of above-scale firms.</summary>
    public bool AboveScale { get; set; }
    /// <summary>Chain the firm sells along.</summary>
    public Chain Chain { get; set; }
    public bool LeadsChain { get; set; }
    public bool? StateOwned { get; set; }
    /// <summary>Works in a strategic emerging industry.</summary>
    public bool? StrategicField { get; set; }
    /// <summary>Main business in the catalogue of encouraged industries of the western region.</summary>
    public bool? WesternEncouraged { get; set; }
    public bool? QualityCertified { get; set; }
    public bool? OnCloud { get; set; }

    /// <summary>Last valid month by title, as the plan of a run keeps it; null: never held.</summary>
    public TitleMonths TitlesUntil { get; init; } = new();

    /// <summary>Last valid month of the title; null: never held.</summary>
    public Month? Until(Title title) => TitlesUntil.Months[(int)title];

    /// <summary>Sets the last valid month of a title.</summary>
    public void SetUntil(Title title, Month until) => TitlesUntil.Months[(int)title] = until;

    /// <summary>Whether the title is valid in the month.</summary>
    public bool Holds(Title title, Month month) => Until(title) >= month;
}

/// <summary>The firms supplied by the user, alone or beside the synthetic ones.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Alone">True: they replace the synthetic firms; false: they are added to them.</param>
/// <param name="Firms">In the order of the file.</param>
public sealed record OwnFirms(string File, string Hash, bool Alone, ImmutableArray<OwnFirm> Firms);
