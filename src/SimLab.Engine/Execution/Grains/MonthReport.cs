namespace SimLab.Engine.Execution.Grains;

/// <summary>A month of the whole run, but for what districts report themselves.</summary>
[GenerateSerializer, Immutable]
public sealed class MonthReport
{
    [Id(0)] public required MarketReport[] Markets { get; init; }

    /// <summary>Time the districts took, papers handed in; and the markets, letters delivered.</summary>
    [Id(1)] public required TimeSpan Stepping { get; init; }
    [Id(2)] public required TimeSpan Settling { get; init; }

    /// <summary>Grain calls made for it, all in all.</summary>
    [Id(3)] public required long Calls { get; init; }
}
