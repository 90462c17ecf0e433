namespace SimLab.Model.Populations;

/// <summary>Researchers, results and business of firms by their standing.</summary>
public sealed record ResearchShape
{
    /// <summary>Least researchers of a high-tech firm.</summary>
    [RecipeFigure("share of staff", 0, 1)] public required Figure HighTechPeople { get; init; }
    /// <summary>Researchers of a high-tech firm above that.</summary>
    [RecipeFigure("share of staff, mean", 0, 1)] public required Figure HighTechPeopleAbove { get; init; }
    /// <summary>Least researchers of a specialised SME.</summary>
    [RecipeFigure("share of staff", 0, 1)] public required Figure SpecialisedPeople { get; init; }
    /// <summary>Researchers of a specialised SME above that.</summary>
    [RecipeFigure("share of staff, mean", 0, 1)] public required Figure SpecialisedPeopleAbove { get; init; }
    /// <summary>Median of the researchers of a candidate.</summary>
    [RecipeFigure("share of staff", 0, 1)] public required Figure CandidatePeople { get; init; }
    /// <summary>Spread of the researchers of candidates.</summary>
    [RecipeFigure("log points, standard deviation", 0, 2)] public required Figure CandidatePeopleSpread { get; init; }
    /// <summary>Researchers of other firms relative to their R&amp;D ratio.</summary>
    [RecipeFigure("share of staff per share of sales", 0, 20)] public required Figure PeopleToRnd { get; init; }
    /// <summary>Most researchers of a firm.</summary>
    [RecipeFigure("share of staff", 0, 1)] public required Figure MostPeople { get; init; }
    /// <summary>Class I rights (inventions and the like) by standing.</summary>
    [RecipeFigure("rights, mean", 0, 1_000, By = typeof(FirmKind))] public required RecipeTable Class1Ip { get; init; }
    /// <summary>Class II rights by standing.</summary>
    [RecipeFigure("rights, mean", 0, 1_000, By = typeof(FirmKind))] public required RecipeTable Class2Ip { get; init; }
    /// <summary>Results put to use by standing, before transfersCounted.</summary>
    [RecipeFigure("results a year, mean", 0, 100, By = typeof(FirmKind))] public required RecipeTable Transfers { get; init; }
    /// <summary>Results put to use that count in a year.</summary>
    [RecipeFigure("share", 0, 1)] public required Figure TransfersCounted { get; init; }
    /// <summary>Most results put to use in a year.</summary>
    [RecipeFigure("results a year", 1, 255)] public required Figure MostTransfers { get; init; }
    /// <summary>Least class II rights, and results put to use a year, of a high-tech firm.</summary>
    [RecipeFigure("results", 0, 100)] public required Figure HighTechResults { get; init; }
    /// <summary>Least class II rights of a high-tech firm without a class I right.</summary>
    [RecipeFigure("rights", 0, 100)] public required Figure HighTechWithoutClass1 { get; init; }
    /// <summary>Least class I rights of a little giant.</summary>
    [RecipeFigure("rights", 0, 100)] public required Figure LittleGiantClass1 { get; init; }
    /// <summary>Least share of the main business by standing.</summary>
    [RecipeFigure("share of sales", 0, 1, By = typeof(FirmKind))] public required RecipeTable MainBusiness { get; init; }
    /// <summary>Range of the main business above that.</summary>
    [RecipeFigure("share of sales", 0, 1, By = typeof(FirmKind))] public required RecipeTable MainBusinessRange { get; init; }
    /// <summary>Least income of a high-tech firm from high-tech products.</summary>
    [RecipeFigure("share of sales", 0, 1)] public required Figure HighTechIncome { get; init; }
    /// <summary>Range above that.</summary>
    [RecipeFigure("share of sales", 0, 1)] public required Figure HighTechIncomeRange { get; init; }
    /// <summary>Least such income of a specialised SME without the high-tech title.</summary>
    [RecipeFigure("share of sales", 0, 1)] public required Figure SpecialisedIncome { get; init; }
    /// <summary>Range above that.</summary>
    [RecipeFigure("share of sales", 0, 1)] public required Figure SpecialisedIncomeRange { get; init; }
    /// <summary>Least such income of an innovative firm without a title.</summary>
    [RecipeFigure("share of sales", 0, 1)] public required Figure CandidateIncome { get; init; }
    /// <summary>Range above that.</summary>
    [RecipeFigure("share of sales", 0, 1)] public required Figure CandidateIncomeRange { get; init; }
    /// <summary>Least such income of other firms that do or may do R&amp;D.</summary>
    [RecipeFigure("share of sales", 0, 1)] public required Figure ResearchingIncome { get; init; }
    /// <summary>Range above that.</summary>
    [RecipeFigure("share of sales", 0, 1)] public required Figure ResearchingIncomeRange { get; init; }
    /// <summary>Range of such income of all other firms, from 0.</summary>
    [RecipeFigure("share of sales", 0, 1)] public required Figure OtherIncomeRange { get; init; }
    /// <summary>Least years that a specialised SME has been in its niche.</summary>
    [RecipeFigure("years", 0, 50)] public required Figure NicheYears { get; init; }
    /// <summary>Least part of its life that a specialised SME has been in its niche.</summary>
    [RecipeFigure("share of age", 0, 1)] public required Figure SpecialisedNiche { get; init; }
    /// <summary>Least part of its life that another firm has been in its niche.</summary>
    [RecipeFigure("share of age", 0, 1)] public required Figure OtherNiche { get; init; }
}
