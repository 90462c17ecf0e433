using System.Collections.Immutable;

namespace SimLab.Model.Populations;

/// <summary>A firm that a user brings, at the end of the month of the recipe. Money in fen. What is null is drawn as for any such firm.</summary>
public sealed record OwnFirm
{
    public string Id { get; set; } = "";
    public Region Region { get; set; }
    public Industry Industry { get; set; }
    public int Weight { get; set; } = 1;
    public Month? Founded { get; set; }

    public long SalesLastYear { get; set; }
    public long? SalesYearBefore { get; set; }
    public long? SalesThirdYear { get; set; }
    public int Staff { get; set; }

    public long? Cash { get; set; }
    public long? FixedAssets { get; set; }
    public long? Loan { get; set; }
    public double? LoanRate { get; set; }
    public long? ReceivablePublic { get; set; }
    public long? ArrearsPublic { get; set; }
    public long? LossCarried { get; set; }
    public double? PublicSalesShare { get; set; }

    public long? RndLastYear { get; set; }
    public long? RndYearBefore { get; set; }
    public long? RndThirdYear { get; set; }
    public int? RndStaff { get; set; }
    public int? Class1Ip { get; set; }
    public int? Class2Ip { get; set; }
    public int? TransfersLastYear { get; set; }
    public int? TransfersYearBefore { get; set; }
    public double? MainBusinessShare { get; set; }
    public double? HighTechIncomeShare { get; set; }
    public double? NicheYears { get; set; }
    public double? DigitalLevel { get; set; }

    public bool AboveScale { get; set; }
    public Chain Chain { get; set; }
    public bool LeadsChain { get; set; }
    public bool? StateOwned { get; set; }
    public bool? StrategicField { get; set; }
    public bool? WesternEncouraged { get; set; }
    public bool? QualityCertified { get; set; }
    public bool? OnCloud { get; set; }

    /// <summary>Last valid months of titles; null: never held.</summary>
    public Month? HighTechUntil { get; set; }
    public Month? TechSmeUntil { get; set; }
    public Month? InnovativeUntil { get; set; }
    public Month? SpecialisedUntil { get; set; }
    public Month? LittleGiantUntil { get; set; }

    public Month? Until(Title title) => title switch
    {
        Title.HighTech => HighTechUntil,
        Title.TechSme => TechSmeUntil,
        Title.Innovative => InnovativeUntil,
        Title.Specialised => SpecialisedUntil,
        _ => LittleGiantUntil,
    };

    public bool Holds(Title title, Month month) => Until(title) >= month;
}

/// <summary>The firms a user brings, and whether they stand alone or beside the synthetic ones.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Alone">They replace the synthetic firms; otherwise they come on top of them.</param>
/// <param name="Firms">In the order of the file.</param>
public sealed record OwnFirms(string File, string Hash, bool Alone, ImmutableArray<OwnFirm> Firms);
