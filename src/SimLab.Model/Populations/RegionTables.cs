namespace SimLab.Model.Populations;

/// <summary>Distribution of firms over the regions.</summary>
public sealed record RegionTables
{
    [RecipeFigure("share of SMEs", 0, 1, By = typeof(Region), SumsToOne = true)] public required RecipeTable Smes { get; init; }
    [RecipeFigure("share of roster", 0, 1, By = typeof(Region), SumsToOne = true)] public required RecipeTable Roster { get; init; }
    [RecipeFigure("share of innovative firms", 0, 1, By = typeof(Region), SumsToOne = true)]
    public required RecipeTable Innovative
    { get; init; }
    [RecipeFigure("share of high-tech firms", 0, 1, By = typeof(Region), SumsToOne = true)]
    public required RecipeTable HighTech
    { get; init; }
    [RecipeFigure("share of specialised SMEs", 0, 1, By = typeof(Region), SumsToOne = true)]
    public required RecipeTable Specialised
    { get; init; }

    /// <summary>Leaning of large industrial firms to a region, beside their share of all firms.</summary>
    [RecipeFigure("times", 0.01, 100, By = typeof(Region))] public required RecipeTable LargeIndustrial { get; init; }
    /// <summary>Leaning of mining firms to a region.</summary>
    [RecipeFigure("times", 0.01, 100, By = typeof(Region))] public required RecipeTable Mining { get; init; }
    /// <summary>Leaning of utilities to a region.</summary>
    [RecipeFigure("times", 0.01, 100, By = typeof(Region))] public required RecipeTable Utilities { get; init; }
    /// <summary>Advantage of large manufacturers of a region in the ranking by size.</summary>
    [RecipeFigure("times", 0.01, 100, By = typeof(Region))] public required RecipeTable LargestManufacturers { get; init; }
}
