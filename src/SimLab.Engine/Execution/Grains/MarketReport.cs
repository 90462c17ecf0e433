using SimLab.Model.Markets;

namespace SimLab.Engine.Execution.Grains;

/// <summary>A market's report of a month, beside its settlements.</summary>
[GenerateSerializer, Immutable]
public sealed class MarketReport
{
    [Id(0)] public required Block<MarketCost> Costs { get; init; }
    /// <summary>By world; empty except for the supply market.</summary>
    [Id(1)] public required InTransitAccount[] InTransit { get; init; }

    /// <summary>Grain calls the market made.</summary>
    [Id(2)] public required int Calls { get; init; }
}
