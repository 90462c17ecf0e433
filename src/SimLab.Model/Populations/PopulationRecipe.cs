namespace SimLab.Model.Populations;

/// <summary>
/// What is known, or assumed, about the firms of a province at month zero. A property here is a key of the recipe file:
/// adding a figure is adding a property. Published totals and shape assumptions stand side by side, each with source and tag.
/// </summary>
public sealed record PopulationRecipe
{
    public required string Name { get; init; }

    /// <summary>Month zero: balances are of its end; the first simulated month is the next.</summary>
    public required Month At { get; init; }

    /// <summary>About so many enterprises stand for the whole province (<see cref="StratifiedAggregation"/>); null: all there are. Not in the file: asked for by a study.</summary>
    public int? Reduced { get; init; }

    /// <summary>Every ordinary firm stands for itself; otherwise agents stand for many. Not in the file: asked for with a run.</summary>
    public bool FullScale { get; init; }

    /// <summary>Firms a user brings; null: none.</summary>
    public OwnFirms? Own { get; init; }

    public required FirmCounts Firms { get; init; }
    public required TitleCounts Titles { get; init; }
    public required LoanTotals Loans { get; init; }
    public required SizeShape Sizes { get; init; }
    public required GrowthHistory History { get; init; }
    public required InnovationShape Innovation { get; init; }
    public required BalanceShape Balance { get; init; }
    public required SupplyShape Supply { get; init; }
    public required PublishedTotals Published { get; init; }
    public required RegionTables Regions { get; init; }
    public required IndustryTables Industries { get; init; }
}

/// <summary>How many firms there are, and how many agents stand for them.</summary>
public sealed record FirmCounts
{
    [RecipeFigure("firms", 10_000, 5_000_000)] public required Figure Smes { get; init; }
    [RecipeFigure("firms", 100, 50_000)] public required Figure Roster { get; init; }
    [RecipeFigure("firms", 7, 2_000)] public required Figure LargeIndustrial { get; init; }
    [RecipeFigure("firms", 0, 2_000)] public required Figure LargeServices { get; init; }
    /// <summary>Off the roster: title holders and firms that do R&amp;D.</summary>
    [RecipeFigure("firms", 100, 100_000)] public required Figure Innovative { get; init; }
    [RecipeFigure("firms", 0, 100_000)] public required Figure Nurture { get; init; }
    [RecipeFigure("firms", 7, 500)] public required Figure ChainLeaders { get; init; }
    [RecipeFigure("agents", 1_000, 5_000_000)] public required Figure OrdinaryAgents { get; init; }
    [RecipeFigure("slots", 0, 5_000_000)] public required Figure VacantSlots { get; init; }
    [RecipeFigure("share", 0, 1)] public required Figure IndustrialInChains { get; init; }
    [RecipeFigure("share", 0, 1)] public required Figure WesternEncouraged { get; init; }
    [RecipeFigure("share", 0, 1)] public required Figure LargeStateOwned { get; init; }
}

/// <summary>Valid titles at month zero.</summary>
public sealed record TitleCounts
{
    [RecipeFigure("firms", 0, 100_000)] public required Figure HighTech { get; init; }
    [RecipeFigure("share", 0, 1)] public required Figure HighTechOnRoster { get; init; }
    [RecipeFigure("firms", 0, 100_000)] public required Figure TechSme { get; init; }
    [RecipeFigure("firms", 0, 100_000)] public required Figure Innovative { get; init; }
    [RecipeFigure("firms", 0, 100_000)] public required Figure Specialised { get; init; }
    [RecipeFigure("share", 0, 1)] public required Figure SpecialisedMakersOnRoster { get; init; }
    [RecipeFigure("firms", 0, 100_000)] public required Figure LittleGiant { get; init; }
    [RecipeFigure("share", 0, 1)] public required Figure ExpireAfterOneYear { get; init; }
    [RecipeFigure("share", 0, 1)] public required Figure ExpireAfterTwoYears { get; init; }
}

/// <summary>Who owes banks how much.</summary>
public sealed record LoanTotals
{
    [RecipeFigure("100 million yuan", 0, 100_000)] public required Figure SmallAndMicro { get; init; }
    [RecipeFigure("100 million yuan", 0, 100_000)] public required Figure Medium { get; init; }
    [RecipeFigure("100 million yuan", 0, 100_000)] public required Figure Large { get; init; }
    [RecipeFigure("share of firms", 0, 1)] public required Figure SpecialisedAccess { get; init; }
    [RecipeFigure("100 million yuan per borrower", 0, 10)] public required Figure SpecialisedMean { get; init; }
    [RecipeFigure("share of firms", 0, 1)] public required Figure LittleGiantAccess { get; init; }
    [RecipeFigure("100 million yuan per borrower", 0, 10)] public required Figure LittleGiantMean { get; init; }
    [RecipeFigure("share of firms", 0, 1)] public required Figure TechSmeAccess { get; init; }
    [RecipeFigure("share of firms", 0, 1)] public required Figure OneToOneAccess { get; init; }
    [RecipeFigure("share of firms", 0, 1)] public required Figure MicroAccess { get; init; }
    [RecipeFigure("share of firms", 0, 1)] public required Figure SmallAccess { get; init; }
    [RecipeFigure("share of firms", 0, 1)] public required Figure MediumAccess { get; init; }
    [RecipeFigure("share of balance a year", 0, 0.3)] public required Figure Rate { get; init; }
    [RecipeFigure("share of balance a year, standard deviation", 0, 0.05)] public required Figure RateSpread { get; init; }
    [RecipeFigure("share of total assets", 0.1, 0.95)] public required Figure LargestToAssets { get; init; }
}

/// <summary>How yearly sales are spread over firms.</summary>
public sealed record SizeShape
{
    [RecipeFigure("yuan of sales a year", 1, 1e9)] public required Figure RosterThreshold { get; init; }
    [RecipeFigure("yuan of sales a year", 1, 1e9)] public required Figure NurtureFrom { get; init; }
    /// <summary>Firms past the threshold that have not reported to the statistics reach up to this.</summary>
    [RecipeFigure("yuan of sales a year", 1, 1e9)] public required Figure NurtureTo { get; init; }
    [RecipeFigure("100 million yuan of sales a year", 1, 1e6)] public required Figure RosterSales { get; init; }
    [RecipeFigure("share of roster sales", 0.01, 0.99)] public required Figure RosterSmeShare { get; init; }
    /// <summary>Exponent of the share of firms larger than a size, in the tail.</summary>
    [RecipeFigure("exponent", 0.8, 3)] public required Figure TailExponent { get; init; }
    [RecipeFigure("yuan of sales a year", 1, 1e10)] public required Figure TailFrom { get; init; }
    [RecipeFigure("yuan of sales a year", 1, 1e11)] public required Figure SmeCeiling { get; init; }
    [RecipeFigure("log points, standard deviation", 0.1, 3)] public required Figure OrdinarySpread { get; init; }
    [RecipeFigure("share of firms", 0.001, 0.5)] public required Figure OrdinaryTailShare { get; init; }
    [RecipeFigure("yuan of sales a year", 1, 1e9)] public required Figure InnovativeMedian { get; init; }
    [RecipeFigure("yuan of sales a year", 1, 1e9)] public required Figure HighTechMedian { get; init; }
    [RecipeFigure("log points, standard deviation", 0.1, 3)] public required Figure InnovativeSpread { get; init; }
    /// <summary>Sales per worker grow with this power of sales; the industry's own figure holds at 10 million yuan.</summary>
    [RecipeFigure("exponent", 0, 0.5)] public required Figure ProductivityRise { get; init; }
}

/// <summary>How firms came to be as they are.</summary>
public sealed record GrowthHistory
{
    [RecipeFigure("log points", -0.5, 0.5)] public required Figure GrowthLastYear { get; init; }
    [RecipeFigure("log points", -0.5, 0.5)] public required Figure GrowthYearBefore { get; init; }
    [RecipeFigure("log points", -0.5, 0.5)] public required Figure GrowthOfTitleHolders { get; init; }
    [RecipeFigure("log points a year at 10 million yuan", 0.01, 1)] public required Figure Spread { get; init; }
    [RecipeFigure("exponent", 0, 0.5)] public required Figure SpreadDecline { get; init; }
    [RecipeFigure("years", 0.5, 40)] public required Figure OrdinaryMeanAge { get; init; }
    [RecipeFigure("years", 0.5, 40)] public required Figure OneToOneMeanAge { get; init; }
    /// <summary>Share of sales growth that net assets follow.</summary>
    [RecipeFigure("share of sales growth", 0, 1)] public required Figure NetAssetsFollow { get; init; }
}

/// <summary>R&amp;D and what it leaves behind.</summary>
public sealed record InnovationShape
{
    [RecipeFigure("100 million yuan a year", 0, 10_000)] public required Figure RndOfFirms { get; init; }
    [RecipeFigure("share of sales", 0, 0.5)] public required Figure CandidateMedian { get; init; }
    [RecipeFigure("log points, standard deviation", 0, 2)] public required Figure CandidateSpread { get; init; }
    /// <summary>How far title holders stand above the R&amp;D ratio asked of them, on average.</summary>
    [RecipeFigure("share of the ratio", 0, 2)] public required Figure HighTechMargin { get; init; }
    [RecipeFigure("share of firms", 0, 1)] public required Figure RosterDoing { get; init; }
    [RecipeFigure("share of firms", 0, 1)] public required Figure NurtureDoing { get; init; }
    [RecipeFigure("share of the stock a year", 0.01, 0.5)] public required Figure Depreciation { get; init; }
    [RecipeFigure("share of reported R&D", 0, 0.9)] public required Figure Relabelled { get; init; }
}

/// <summary>What balance sheets look like beside sales.</summary>
public sealed record BalanceShape
{
    [RecipeFigure("share of yearly sales", 0, 1)] public required Figure Cash { get; init; }
    [RecipeFigure("100 million yuan a year", 0, 1e5)] public required Figure PublicPurchases { get; init; }
    [RecipeFigure("share of firms", 0.01, 1)] public required Figure SellersToPublic { get; init; }
    [RecipeFigure("months of such sales", 0, 24)] public required Figure OrderBook { get; init; }
    /// <summary>Fixed assets of a borrower beside those of a firm without loan.</summary>
    [RecipeFigure("times", 1, 5)] public required Figure BorrowersAssets { get; init; }
    [RecipeFigure("share of firms", 0, 1)] public required Figure CarryLosses { get; init; }
}

/// <summary>Who supplies whom along a chain; see <see cref="SupplyNetwork"/>.</summary>
public sealed record SupplyShape
{
    /// <summary>Of chain members that stand for themselves and do not lead.</summary>
    [RecipeFigure("share of members", 0.05, 0.95)] public required Figure FirstTier { get; init; }
    /// <summary>Power of a customer's sales in the chance that a supplier is its own.</summary>
    [RecipeFigure("exponent", 0, 1.5)] public required Figure Attraction { get; init; }
    /// <summary>How much likelier a customer in the supplier's own region is than one of the same size in another belt.</summary>
    [RecipeFigure("times", 1, 1_000)] public required Figure SameRegion { get; init; }
    [RecipeFigure("times", 1, 1_000)] public required Figure SameBelt { get; init; }
    [RecipeFigure("share of a supplier's sales", 0, 0.4)] public required Figure SalesToCustomer { get; init; }
}

/// <summary>Totals that are published and that nothing here is fitted to: met on the way, or of another date or scope. The report says which.</summary>
public sealed record PublishedTotals
{
    [RecipeFigure("firms", 0, 100_000)] public required Figure HighTechInLanzhou { get; init; }
    [RecipeFigure("share of specialised SMEs", 0, 1)] public required Figure SpecialisedInLanzhou { get; init; }
    [RecipeFigure("100 million yuan a year", 0, 10_000)] public required Figure RndOfAll { get; init; }
    [RecipeFigure("100 million yuan", 0, 100_000)] public required Figure SmeLoansInMid2022 { get; init; }
    [RecipeFigure("share of roster value added", 0, 1)] public required Figure RosterSmeValueAdded { get; init; }
}

/// <summary>How firms divide over the regions.</summary>
public sealed record RegionTables
{
    [RecipeFigure("share of SMEs", 0, 1, By = typeof(Region), SumsToOne = true)] public required RecipeTable Smes { get; init; }
    [RecipeFigure("share of roster", 0, 1, By = typeof(Region), SumsToOne = true)] public required RecipeTable Roster { get; init; }
    [RecipeFigure("share of innovative firms", 0, 1, By = typeof(Region), SumsToOne = true)] public required RecipeTable Innovative { get; init; }
    [RecipeFigure("share of high-tech firms", 0, 1, By = typeof(Region), SumsToOne = true)] public required RecipeTable HighTech { get; init; }
    [RecipeFigure("share of specialised SMEs", 0, 1, By = typeof(Region), SumsToOne = true)] public required RecipeTable Specialised { get; init; }
}

/// <summary>How firms divide over the industries, and what is usual in each.</summary>
public sealed record IndustryTables
{
    [RecipeFigure("share of SMEs", 0, 1, By = typeof(Industry), SumsToOne = true)] public required RecipeTable Smes { get; init; }
    [RecipeFigure("share of roster", 0, 1, By = typeof(Industry), SumsToOne = true)] public required RecipeTable Roster { get; init; }
    [RecipeFigure("share of innovative firms", 0, 1, By = typeof(Industry), SumsToOne = true)] public required RecipeTable Innovative { get; init; }
    [RecipeFigure("share of specialised SMEs", 0, 1, By = typeof(Industry), SumsToOne = true)] public required RecipeTable Specialised { get; init; }
    [RecipeFigure("share of large service firms", 0, 1, By = typeof(Industry), SumsToOne = true)] public required RecipeTable LargeServices { get; init; }
    [RecipeFigure("yuan of sales a year", 1, 1e9, By = typeof(Industry))] public required RecipeTable OrdinaryMedian { get; init; }
    [RecipeFigure("yuan of sales a year", 1, 1e8, By = typeof(Industry))] public required RecipeTable SalesPerWorker { get; init; }
    [RecipeFigure("times yearly sales", 0.01, 20, By = typeof(Industry))] public required RecipeTable FixedAssets { get; init; }
    [RecipeFigure("share of sales", 0, 1, By = typeof(Industry))] public required RecipeTable SalesToPublic { get; init; }
}
