using SimLab.Model.Markets;

namespace SimLab.Engine.Execution.Grains;

/// <summary>What a market reports of a month beside the letters it sends.</summary>
[GenerateSerializer, Immutable]
public sealed class MarketReport
{
    [Id(0)] public required Block<MarketCost> Costs { get; init; }
    [Id(1)] public required InTransitAccount[] InTransit { get; init; }

    /// <summary>Grain calls the market made.</summary>
    [Id(2)] public required int Calls { get; init; }
}
