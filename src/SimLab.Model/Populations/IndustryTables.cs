namespace SimLab.Model.Populations;

/// <summary>Distribution of firms over the industries, and usual figures of each.</summary>
public sealed record IndustryTables
{
    [RecipeFigure("share of SMEs", 0, 1, By = typeof(Industry), SumsToOne = true)] public required RecipeTable Smes { get; init; }
    [RecipeFigure("share of roster", 0, 1, By = typeof(Industry), SumsToOne = true)] public required RecipeTable Roster { get; init; }
    [RecipeFigure(
        "share of innovative firms", 0, 1, By = typeof(Industry), SumsToOne = true)]
    public required RecipeTable Innovative { get; init; }
    [RecipeFigure(
        "share of specialised SMEs", 0, 1, By = typeof(Industry), SumsToOne = true)]
    public required RecipeTable Specialised { get; init; }
    [RecipeFigure(
        "share of large service firms", 0, 1, By = typeof(Industry), SumsToOne = true)]
    public required RecipeTable LargeServices
    { get; init; }
    /// <summary>Median sales of ordinary firms.</summary>
    [RecipeFigure("yuan of sales a year", 1, 1e9, By = typeof(Industry))] public required RecipeTable OrdinaryMedian { get; init; }
    /// <summary>Yearly sales per worker at sales of 10 million yuan.</summary>
    [RecipeFigure("yuan of sales a year", 1, 1e8, By = typeof(Industry))] public required RecipeTable SalesPerWorker { get; init; }
    /// <summary>Fixed assets relative to sales.</summary>
    [RecipeFigure("times yearly sales", 0.01, 20, By = typeof(Industry))] public required RecipeTable FixedAssets { get; init; }
    /// <summary>Purchased goods and services.</summary>
    [RecipeFigure("share of sales", 0.01, 0.95, By = typeof(Industry))] public required RecipeTable Materials { get; init; }
    /// <summary>Wages of a typical firm.</summary>
    [RecipeFigure("share of sales", 0.005, 0.9, By = typeof(Industry))] public required RecipeTable Labour { get; init; }
    /// <summary>Usual pay, around which that of a firm lies.</summary>
    [RecipeFigure("yuan a year per worker", 10_000, 500_000, By = typeof(Industry))] public required RecipeTable Wage { get; init; }
    /// <summary>Fixed assets that wear out.</summary>
    [RecipeFigure(
        "share of fixed assets a year", 0.001, 0.5, By = typeof(Industry))]
    public required RecipeTable Depreciation { get; init; }
    /// <summary>Materials whose price follows the commodity index.</summary>
    [RecipeFigure("share of materials", 0, 1, By = typeof(Industry))] public required RecipeTable CommodityExposure { get; init; }
    /// <summary>Mean share of sales to public bodies.</summary>
    [RecipeFigure("share of sales", 0, 1, By = typeof(Industry))] public required RecipeTable SalesToPublic { get; init; }
}
