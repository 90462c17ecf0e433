namespace SimLab.Model.Populations;

/// <summary>
/// Known and assumed figures about the firms of a province at month zero. A property here is a key of the recipe file:
/// a new property adds a figure. Published totals and shape assumptions stand side by side, each with source and tag.
/// </summary>
public sealed record PopulationRecipe
{
    /// <summary>Name of the recipe.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name; null: none.</summary>
    public string? NameZh { get; init; }

    /// <summary>The province whose firms these are.</summary>
    public required Province Province { get; init; }

    /// <summary>Month zero: balances are at its end; the first simulated month is the next.</summary>
    public required Month At { get; init; }

    /// <summary>
    /// Approximate number of enterprises that represent the whole province (<see cref="StratifiedAggregation"/>); null:
    /// no reduction. Set by an experiment, not in the file.
    /// </summary>
    public int? Reduced { get; init; }

    /// <summary>
    /// True: every ordinary firm represents itself; false: agents represent many. Set by a run, not in the file.
    /// </summary>
    public bool FullScale { get; init; }

    /// <summary>Firms supplied by the user; null: none.</summary>
    public OwnFirms? Own { get; init; }

    public required FirmCounts Firms { get; init; }
    public required TitleCounts Titles { get; init; }
    public required LoanTotals Loans { get; init; }
    public required SizeShape Sizes { get; init; }
    public required GrowthHistory History { get; init; }
    public required InnovationShape Innovation { get; init; }
    public required BalanceShape Balance { get; init; }
    public required SupplyShape Supply { get; init; }
    public required CompositionShape Composition { get; init; }
    public required MembershipShape Membership { get; init; }
    public required ResearchShape Research { get; init; }
    public required MaturityShape Maturity { get; init; }
    public required TechniqueShape Technique { get; init; }
    public required PublishedTotals Published { get; init; }
    public required RegionTables Regions { get; init; }
    public required IndustryTables Industries { get; init; }
}

/// <summary>Numbers of firms, and of agents that represent them.</summary>
public sealed record FirmCounts
{
    /// <summary>Small and medium firms, micro firms included.</summary>
    [RecipeFigure("firms", 10_000, 5_000_000)] public required Figure Smes { get; init; }
    /// <summary>Firms on the roster of above-scale industry.</summary>
    [RecipeFigure("firms", 100, 50_000)] public required Figure Roster { get; init; }
    /// <summary>Large industrial firms.</summary>
    [RecipeFigure("firms", 1, 2_000)] public required Figure LargeIndustrial { get; init; }
    /// <summary>Large service firms.</summary>
    [RecipeFigure("firms", 0, 2_000)] public required Figure LargeServices { get; init; }
    /// <summary>Off the roster: title holders and firms that do R&amp;D.</summary>
    [RecipeFigure("firms", 100, 100_000)] public required Figure Innovative { get; init; }
    /// <summary>Firms in the nurture pool, near the above-scale threshold.</summary>
    [RecipeFigure("firms", 0, 100_000)] public required Figure Nurture { get; init; }
    /// <summary>Firms that lead a chain.</summary>
    [RecipeFigure("firms", 1, 500)] public required Figure ChainLeaders { get; init; }
    /// <summary>Agents that represent all ordinary firms.</summary>
    [RecipeFigure("agents", 1_000, 5_000_000)] public required Figure OrdinaryAgents { get; init; }
    /// <summary>Vacant slots for firms founded later.</summary>
    [RecipeFigure("slots", 0, 5_000_000)] public required Figure VacantSlots { get; init; }
    /// <summary>Share of industrial firms that sell along a chain.</summary>
    [RecipeFigure("share", 0, 1)] public required Figure IndustrialInChains { get; init; }
    /// <summary>
    /// Share of industrial and software firms in the catalogue of encouraged industries of the western region.
    /// </summary>
    [RecipeFigure("share", 0, 1)] public required Figure WesternEncouraged { get; init; }
    /// <summary>Share of large firms that the state owns.</summary>
    [RecipeFigure("share", 0, 1)] public required Figure LargeStateOwned { get; init; }
}

/// <summary>Valid titles at month zero.</summary>
public sealed record TitleCounts
{
    [RecipeFigure("firms", 0, 100_000)] public required Figure HighTech { get; init; }
    /// <summary>Share of high-tech firms on the roster.</summary>
    [RecipeFigure("share", 0, 1)] public required Figure HighTechOnRoster { get; init; }
    [RecipeFigure("firms", 0, 100_000)] public required Figure TechSme { get; init; }
    [RecipeFigure("firms", 0, 100_000)] public required Figure Innovative { get; init; }
    [RecipeFigure("firms", 0, 100_000)] public required Figure Specialised { get; init; }
    /// <summary>Share of specialised manufacturers on the roster.</summary>
    [RecipeFigure("share", 0, 1)] public required Figure SpecialisedMakersOnRoster { get; init; }
    [RecipeFigure("firms", 0, 100_000)] public required Figure LittleGiant { get; init; }
    /// <summary>Share of three-year titles that expire after one year.</summary>
    [RecipeFigure("share", 0, 1)] public required Figure ExpireAfterOneYear { get; init; }
    /// <summary>Share of three-year titles that expire after two years.</summary>
    [RecipeFigure("share", 0, 1)] public required Figure ExpireAfterTwoYears { get; init; }
}

/// <summary>Loans and access to credit at month zero.</summary>
public sealed record LoanTotals
{
    /// <summary>Loans of small and micro firms.</summary>
    [RecipeFigure("100 million yuan", 0, 100_000)] public required Figure SmallAndMicro { get; init; }
    /// <summary>Loans of medium firms.</summary>
    [RecipeFigure("100 million yuan", 0, 100_000)] public required Figure Medium { get; init; }
    /// <summary>Loans of large firms.</summary>
    [RecipeFigure("100 million yuan", 0, 100_000)] public required Figure Large { get; init; }
    /// <summary>Share of specialised SMEs with a loan.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure SpecialisedAccess { get; init; }
    /// <summary>Mean loan of specialised SMEs with a loan.</summary>
    [RecipeFigure("100 million yuan per borrower", 0, 10)] public required Figure SpecialisedMean { get; init; }
    /// <summary>Share of little giants with a loan.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure LittleGiantAccess { get; init; }
    /// <summary>Mean loan of little giants with a loan.</summary>
    [RecipeFigure("100 million yuan per borrower", 0, 10)] public required Figure LittleGiantMean { get; init; }
    /// <summary>Share of technology SMEs with a loan.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure TechSmeAccess { get; init; }
    /// <summary>Share of roster, innovative and nurture firms with a loan.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure OneToOneAccess { get; init; }
    /// <summary>Share of ordinary micro firms with a loan.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure MicroAccess { get; init; }
    /// <summary>Share of ordinary small firms with a loan.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure SmallAccess { get; init; }
    /// <summary>Share of ordinary medium firms with a loan.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure MediumAccess { get; init; }
    /// <summary>Mean interest rate.</summary>
    [RecipeFigure("share of balance a year", 0, 0.3)] public required Figure Rate { get; init; }
    /// <summary>Spread of interest rates between borrowers.</summary>
    [RecipeFigure("share of balance a year, standard deviation", 0, 0.05)] public required Figure RateSpread { get; init; }
    /// <summary>Largest loan of a firm relative to its assets.</summary>
    [RecipeFigure("share of total assets", 0.1, 0.95)] public required Figure LargestToAssets { get; init; }
    /// <summary>Odds of a one-to-one firm with a title to have a loan.</summary>
    [RecipeFigure("times", 1, 100)] public required Figure TitledAccess { get; init; }
    /// <summary>
    /// Odds of a loan within a size class rise with this power of sales; half of it among one-to-one firms, which
    /// banks know.
    /// </summary>
    [RecipeFigure("exponent", 0, 3)] public required Figure AccessRise { get; init; }
    /// <summary>Least loan of a borrower before loans are scaled to their total.</summary>
    [RecipeFigure("share of the largest loan", 0, 1)] public required Figure LeastOfLargest { get; init; }
    /// <summary>Interest rate of a large firm, below that of a small one.</summary>
    [RecipeFigure("points of 1 a year", 0, 0.1)] public required Figure LargeDiscount { get; init; }
    /// <summary>Interest rate of a medium firm, below that of a small one.</summary>
    [RecipeFigure("points of 1 a year", 0, 0.1)] public required Figure MediumDiscount { get; init; }
    /// <summary>Interest rate of a micro firm, above that of a small one.</summary>
    [RecipeFigure("points of 1 a year", 0, 0.1)] public required Figure MicroSurcharge { get; init; }
    /// <summary>Least interest rate.</summary>
    [RecipeFigure("share of balance a year", 0, 0.05)] public required Figure LeastRate { get; init; }
    /// <summary>Highest interest rate.</summary>
    [RecipeFigure("share of balance a year", 0.05, 1)] public required Figure MostRate { get; init; }
    /// <summary>One-to-one firms without a loan that had one before.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure OneToOneBorrowedBefore { get; init; }
    /// <summary>Other firms without a loan that had one before.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure OthersBorrowedBefore { get; init; }
    /// <summary>A loan granted in the month before the first.</summary>
    [RecipeFigure("share of the borrower's debt", 0, 1)] public required Figure OnTheWay { get; init; }
}

/// <summary>Distribution of yearly sales over firms.</summary>
public sealed record SizeShape
{
    /// <summary>Least sales of a roster firm.</summary>
    [RecipeFigure("yuan of sales a year", 1, 1e9)] public required Figure RosterThreshold { get; init; }
    /// <summary>Least sales of a firm in the nurture pool.</summary>
    [RecipeFigure("yuan of sales a year", 1, 1e9)] public required Figure NurtureFrom { get; init; }
    /// <summary>
    /// Largest sales in the pool: firms past the threshold that have not yet reported to the statistics.
    /// </summary>
    [RecipeFigure("yuan of sales a year", 1, 1e9)] public required Figure NurtureTo { get; init; }
    /// <summary>Sales of all roster firms.</summary>
    [RecipeFigure("100 million yuan of sales a year", 1, 1e6)] public required Figure RosterSales { get; init; }
    /// <summary>Share of SMEs in roster sales.</summary>
    [RecipeFigure("share of roster sales", 0.01, 0.99)] public required Figure RosterSmeShare { get; init; }
    /// <summary>Exponent of the share of firms larger than a size, in the tail.</summary>
    [RecipeFigure("exponent", 0.8, 3)] public required Figure TailExponent { get; init; }
    /// <summary>Sales from which the tail begins.</summary>
    [RecipeFigure("yuan of sales a year", 1, 1e10)] public required Figure TailFrom { get; init; }
    /// <summary>Largest sales of a roster SME.</summary>
    [RecipeFigure("yuan of sales a year", 1, 1e11)] public required Figure SmeCeiling { get; init; }
    /// <summary>Spread of sales of ordinary firms.</summary>
    [RecipeFigure("log points, standard deviation", 0.1, 3)] public required Figure OrdinarySpread { get; init; }
    /// <summary>Share of ordinary firms in the tail.</summary>
    [RecipeFigure("share of firms", 0.001, 0.5)] public required Figure OrdinaryTailShare { get; init; }
    /// <summary>Median sales of innovative firms without the high-tech title.</summary>
    [RecipeFigure("yuan of sales a year", 1, 1e9)] public required Figure InnovativeMedian { get; init; }
    /// <summary>Median sales of high-tech firms off the roster.</summary>
    [RecipeFigure("yuan of sales a year", 1, 1e9)] public required Figure HighTechMedian { get; init; }
    /// <summary>Spread of sales of innovative firms.</summary>
    [RecipeFigure("log points, standard deviation", 0.1, 3)] public required Figure InnovativeSpread { get; init; }
    /// <summary>
    /// Sales per worker grow with this power of sales; the industry's own figure holds at 10 million yuan.
    /// </summary>
    [RecipeFigure("exponent", 0, 0.5)] public required Figure ProductivityRise { get; init; }
    /// <summary>
    /// Advantage of large miners and utilities in the ranking by size; regions.largestManufacturers is that of
    /// manufacturers.
    /// </summary>
    [RecipeFigure("times", 0.01, 100)] public required Figure OthersLargest { get; init; }
    /// <summary>Least sales of a large service firm.</summary>
    [RecipeFigure("times the bound of a large firm", 1, 3)] public required Figure LargeServicesFrom { get; init; }
    /// <summary>Largest sales of a large service firm.</summary>
    [RecipeFigure("times the bound of a large firm", 3, 1_000)] public required Figure LargeServicesTo { get; init; }
    /// <summary>Sales taken as the bound of a large firm where only staff makes a firm large.</summary>
    [RecipeFigure("yuan of sales a year", 1, 1e11)] public required Figure LargeWithoutBound { get; init; }
    /// <summary>Advantage of little giants in the ranking of the roster by size.</summary>
    [RecipeFigure("times", 1, 1_000)] public required Figure LittleGiantRank { get; init; }
    /// <summary>Advantage of specialised SMEs in that ranking.</summary>
    [RecipeFigure("times", 1, 1_000)] public required Figure SpecialisedRank { get; init; }
    /// <summary>Largest industrial firm below a threshold.</summary>
    [RecipeFigure("share of the threshold", 0.5, 1)] public required Figure BelowThreshold { get; init; }
    /// <summary>Largest SME outside industry.</summary>
    [RecipeFigure("share of the bound of a large firm", 0.5, 1)] public required Figure BelowLarge { get; init; }
    /// <summary>Spread of sales per worker between firms of an industry.</summary>
    [RecipeFigure("log points, standard deviation", 0, 2)] public required Figure ProductivitySpread { get; init; }
    /// <summary>Least staff of a large firm.</summary>
    [RecipeFigure("times the bound of a large firm", 1, 100)] public required Figure LargeStaff { get; init; }
}

/// <summary>Past growth and age of firms.</summary>
public sealed record GrowthHistory
{
    /// <summary>Mean growth of sales in the last closed year.</summary>
    [RecipeFigure("log points", -0.5, 0.5)] public required Figure GrowthLastYear { get; init; }
    /// <summary>Mean growth of sales in the year before.</summary>
    [RecipeFigure("log points", -0.5, 0.5)] public required Figure GrowthYearBefore { get; init; }
    /// <summary>Additional growth of title holders.</summary>
    [RecipeFigure("log points", -0.5, 0.5)] public required Figure GrowthOfTitleHolders { get; init; }
    /// <summary>Spread of growth between firms.</summary>
    [RecipeFigure("log points a year at 10 million yuan", 0.01, 1)] public required Figure Spread { get; init; }
    /// <summary>Power of sales with which the spread of growth falls.</summary>
    [RecipeFigure("exponent", 0, 0.5)] public required Figure SpreadDecline { get; init; }
    /// <summary>Mean age of ordinary firms.</summary>
    [RecipeFigure("years", 0.5, 40)] public required Figure OrdinaryMeanAge { get; init; }
    /// <summary>Mean age of roster, innovative and nurture firms.</summary>
    [RecipeFigure("years", 0.5, 40)] public required Figure OneToOneMeanAge { get; init; }
    /// <summary>Share of sales growth that net assets follow.</summary>
    [RecipeFigure("share of sales growth", 0, 1)] public required Figure NetAssetsFollow { get; init; }
    /// <summary>Least spread of growth, however large the firm.</summary>
    [RecipeFigure("log points a year", 0, 0.2)] public required Figure LeastSpread { get; init; }
    /// <summary>Most that sales grow or fall in a year before month zero.</summary>
    [RecipeFigure("log points a year", 0.1, 3)] public required Figure MostGrowth { get; init; }
    /// <summary>Largest spread of growth, however small the firm.</summary>
    [RecipeFigure("log points a year", 0.2, 2)] public required Figure MostSpread { get; init; }
    /// <summary>Growth of net assets of itself, beside that of sales.</summary>
    [RecipeFigure("log points a year", -0.5, 0.5)] public required Figure NetAssetsGrow { get; init; }
    /// <summary>Age of the youngest high-tech or specialised firm.</summary>
    [RecipeFigure("months", 12, 600)] public required Figure YoungestTitleHolder { get; init; }
    /// <summary>Age of the youngest large firm.</summary>
    [RecipeFigure("months", 1, 600)] public required Figure YoungestLarge { get; init; }
    /// <summary>Age of the youngest roster, innovative or nurture firm.</summary>
    [RecipeFigure("months", 1, 600)] public required Figure YoungestOneToOne { get; init; }
    /// <summary>Age of the oldest firm.</summary>
    [RecipeFigure("years", 10, 500)] public required Figure Oldest { get; init; }
}

/// <summary>R&amp;D spending and its results.</summary>
public sealed record InnovationShape
{
    /// <summary>R&amp;D spending of all firms.</summary>
    [RecipeFigure("100 million yuan a year", 0, 10_000)] public required Figure RndOfFirms { get; init; }
    /// <summary>Median R&amp;D ratio of candidates for a title.</summary>
    [RecipeFigure("share of sales", 0, 0.5)] public required Figure CandidateMedian { get; init; }
    /// <summary>Spread of R&amp;D ratios of candidates.</summary>
    [RecipeFigure("log points, standard deviation", 0, 2)] public required Figure CandidateSpread { get; init; }
    /// <summary>Mean distance of title holders above their required R&amp;D ratio.</summary>
    [RecipeFigure("share of the ratio", 0, 2)] public required Figure HighTechMargin { get; init; }
    /// <summary>Share of untitled roster firms that do R&amp;D.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure RosterDoing { get; init; }
    /// <summary>Share of nurture firms that do R&amp;D.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure NurtureDoing { get; init; }
    /// <summary>Yearly depreciation of the stock of knowledge.</summary>
    [RecipeFigure("share of the stock a year", 0.01, 0.5)] public required Figure Depreciation { get; init; }
    /// <summary>Share of reported R&amp;D that is other spending relabelled.</summary>
    [RecipeFigure("share of reported R&D", 0, 0.9)] public required Figure Relabelled { get; init; }
    /// <summary>Spread of R&amp;D from year to year beside sales.</summary>
    [RecipeFigure("log points, standard deviation", 0, 2)] public required Figure YearlySpread { get; init; }
    /// <summary>Most R&amp;D of a firm without a title.</summary>
    [RecipeFigure("share of sales", 0.01, 1)] public required Figure MostOfSales { get; init; }
    /// <summary>Most R&amp;D of a title holder.</summary>
    [RecipeFigure("share of sales", 0.01, 1)] public required Figure MostOfHolders { get; init; }
    /// <summary>R&amp;D ratio of a candidate.</summary>
    [RecipeFigure("times a nurture firm's", 1, 100)] public required Figure CandidateToNurture { get; init; }
    /// <summary>R&amp;D of a holder that its draws left below the ratio of its title.</summary>
    [RecipeFigure("times the title's ratio", 1, 1.5)] public required Figure AboveCondition { get; init; }
    /// <summary>Growth of R&amp;D before the three closed years, of which the stock of knowledge was built.</summary>
    [RecipeFigure("a year", -0.2, 0.5)] public required Figure GrowthBefore { get; init; }
}

/// <summary>Balance sheets relative to sales.</summary>
public sealed record BalanceShape
{
    /// <summary>Cash relative to sales.</summary>
    [RecipeFigure("share of yearly sales", 0, 1)] public required Figure Cash { get; init; }
    /// <summary>Purchases of public bodies from the firms.</summary>
    [RecipeFigure("100 million yuan a year", 0, 1e5)] public required Figure PublicPurchases { get; init; }
    /// <summary>Share of firms that sell to public bodies.</summary>
    [RecipeFigure("share of firms", 0.01, 1)] public required Figure SellersToPublic { get; init; }
    /// <summary>Orders at hand at month zero.</summary>
    [RecipeFigure("months of such sales", 0, 24)] public required Figure OrderBook { get; init; }
    /// <summary>Fixed assets of a borrower relative to those of a firm without a loan.</summary>
    [RecipeFigure("times", 1, 5)] public required Figure BorrowersAssets { get; init; }
    /// <summary>Share of firms that carry tax losses forward.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure CarryLosses { get; init; }
    /// <summary>Spread of cash relative to sales.</summary>
    [RecipeFigure("log points, standard deviation", 0, 2)] public required Figure CashSpread { get; init; }
    /// <summary>Spread of fixed assets relative to sales.</summary>
    [RecipeFigure("log points, standard deviation", 0, 2)] public required Figure FixedAssetsSpread { get; init; }
    /// <summary>Least fixed assets of a large firm where assets count for its class.</summary>
    [RecipeFigure("times the bound of a large firm", 1, 100)] public required Figure LargeAssets { get; init; }
    /// <summary>Most that a firm sells to public bodies.</summary>
    [RecipeFigure("share of sales", 0.01, 1)] public required Figure MostToPublic { get; init; }
    /// <summary>Least share of sales of a seller to public bodies, or of a supplier to its customer, beside the mean.</summary>
    [RecipeFigure("times the mean", 0, 1)] public required Figure LeastSellerShare { get; init; }
    /// <summary>Largest share beside the mean.</summary>
    [RecipeFigure("times the mean", 1, 10)] public required Figure MostSellerShare { get; init; }
    /// <summary>Demand at the end of the year.</summary>
    [RecipeFigure("times the year's mean", 0.5, 2)] public required Figure HalfYearAhead { get; init; }
    /// <summary>Most losses carried forward.</summary>
    [RecipeFigure("share of yearly sales", 0, 2)] public required Figure MostLosses { get; init; }
}

/// <summary>Shape of the supply network; see <see cref="SupplyNetwork"/>.</summary>
public sealed record SupplyShape
{
    /// <summary>First tier's share of chain members that represent themselves and do not lead.</summary>
    [RecipeFigure("share of members", 0.05, 0.95)] public required Figure FirstTier { get; init; }
    /// <summary>Spread of the random factor of sales by which members are ranked for the first tier.</summary>
    [RecipeFigure("log points, standard deviation", 0, 5)] public required Figure FirstTierSpread { get; init; }
    /// <summary>Power of a customer's sales in its chance of being chosen by a supplier.</summary>
    [RecipeFigure("exponent", 0, 1.5)] public required Figure Attraction { get; init; }
    /// <summary>
    /// Relative chance of a customer in the supplier's own region, beside one of the same size in another belt.
    /// </summary>
    [RecipeFigure("times", 1, 1_000)] public required Figure SameRegion { get; init; }
    /// <summary>Relative chance of a customer in the supplier's belt.</summary>
    [RecipeFigure("times", 1, 1_000)] public required Figure SameBelt { get; init; }
    /// <summary>Largest mean share of sales along the chain.</summary>
    [RecipeFigure("share of a supplier's sales", 0, 0.4)] public required Figure SalesToCustomer { get; init; }
}

/// <summary>
/// Published totals that the population is not fitted to: met on the way, or of another date or scope. The report says
/// which.
/// </summary>
public sealed record PublishedTotals
{
    /// <summary>High-tech firms in the capital of the province.</summary>
    [RecipeFigure("firms", 0, 100_000)] public required Figure HighTechInCapital { get; init; }
    /// <summary>The capital's share of specialised SMEs.</summary>
    [RecipeFigure("share of specialised SMEs", 0, 1)] public required Figure SpecialisedInCapital { get; init; }
    /// <summary>R&amp;D spending of the whole province.</summary>
    [RecipeFigure("100 million yuan a year", 0, 10_000)] public required Figure RndOfAll { get; init; }
    /// <summary>Loans of medium, small and micro firms in mid-2022.</summary>
    [RecipeFigure("100 million yuan", 0, 100_000)] public required Figure SmeLoansInMid2022 { get; init; }
    /// <summary>Share of SMEs in the roster's value added.</summary>
    [RecipeFigure("share of roster value added", 0, 1)] public required Figure RosterSmeValueAdded { get; init; }
}
