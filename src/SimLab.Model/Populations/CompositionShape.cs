namespace SimLab.Model.Populations;

/// <summary>Odds of titles and bands of size where published totals are silent.</summary>
public sealed record CompositionShape
{
    /// <summary>Odds of a specialised SME to hold the high-tech title, beside another firm of its place.</summary>
    [RecipeFigure("times", 1, 1_000)] public required Figure HighTechAmongSpecialised { get; init; }
    /// <summary>Odds of a little giant to hold the high-tech title.</summary>
    [RecipeFigure("times", 1, 1_000)] public required Figure HighTechAmongLittleGiants { get; init; }
    /// <summary>Odds of a software firm, beside an innovative maker of things.</summary>
    [RecipeFigure("times", 0.01, 100)] public required Figure SoftwareAmongHighTech { get; init; }
    /// <summary>Odds of an innovative firm of other industries than making, software and research.</summary>
    [RecipeFigure("times", 0.01, 100)] public required Figure OthersAmongHighTech { get; init; }
    /// <summary>Odds of a roster firm of mining or utilities, beside a roster manufacturer.</summary>
    [RecipeFigure("times", 0.01, 100)] public required Figure MinersAndUtilitiesAmongHighTech { get; init; }
    /// <summary>Ordinary firms by band of sales, smallest first.</summary>
    [RecipeFigure("share of ordinary firms", 0, 1, By = typeof(SizeBand), SumsToOne = true)]
    public required RecipeTable BandOfFirms { get; init; }
    /// <summary>Agents that represent each band.</summary>
    [RecipeFigure("share of agents", 0, 1, By = typeof(SizeBand), SumsToOne = true)]
    public required RecipeTable BandOfAgents { get; init; }
    /// <summary>Weight of a firm that represents itself beside an ordinary agent, when a reduced population is divided.</summary>
    [RecipeFigure("times", 1, 100)] public required Figure WorthOfOneToOne { get; init; }
}
