namespace SimLab.Model.Populations;

/// <summary>Margins and the bounds of each firm's own technique, which is read off its books.</summary>
public sealed record TechniqueShape
{
    /// <summary>Mean profit before income tax.</summary>
    [RecipeFigure("share of sales", -0.2, 0.5)] public required Figure Margin { get; init; }
    /// <summary>Spread of the margin between firms.</summary>
    [RecipeFigure("share of sales, standard deviation", 0, 0.5)] public required Figure MarginSpread { get; init; }
    /// <summary>Least pay of a firm.</summary>
    [RecipeFigure("times the industry's", 0.01, 1)] public required Figure LeastPay { get; init; }
    /// <summary>Most pay of a firm.</summary>
    [RecipeFigure("times the industry's", 1, 100)] public required Figure MostPay { get; init; }
    /// <summary>Least sales a year per yuan of fixed assets at capability 1.</summary>
    [RecipeFigure("times", 0.001, 1)] public required Figure LeastSalesToAssets { get; init; }
    /// <summary>Most sales a year per yuan of fixed assets.</summary>
    [RecipeFigure("times", 1, 10_000)] public required Figure MostSalesToAssets { get; init; }
    /// <summary>Median need of credit of a firm without a loan.</summary>
    [RecipeFigure("times yearly sales", 0, 10)] public required Figure CreditNeed { get; init; }
    /// <summary>Spread of that need.</summary>
    [RecipeFigure("log points, standard deviation", 0, 2)] public required Figure CreditNeedSpread { get; init; }
    /// <summary>Most need of credit of a borrower.</summary>
    [RecipeFigure("times yearly sales", 0.1, 100)] public required Figure MostCreditNeed { get; init; }
    /// <summary>R&amp;D that the costs of the year bear beside the pay of other staff.</summary>
    [RecipeFigure("share of R&D", 0, 1)] public required Figure RndInCosts { get; init; }
    /// <summary>Least overhead.</summary>
    [RecipeFigure("share of sales", 0, 0.1)] public required Figure LeastOverhead { get; init; }
    /// <summary>Most overhead.</summary>
    [RecipeFigure("share of sales", 0.1, 1)] public required Figure MostOverhead { get; init; }
}
