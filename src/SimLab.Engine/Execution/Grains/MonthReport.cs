namespace SimLab.Engine.Execution.Grains;

/// <summary>Report of a month of the whole run, without the reports of districts.</summary>
[GenerateSerializer, Immutable]
public sealed class MonthReport
{
    [Id(0)] public required MarketReport[] Markets { get; init; }

    /// <summary>Time to step the districts and send their messages.</summary>
    [Id(1)] public required TimeSpan Stepping { get; init; }
    /// <summary>Time to settle the markets and deliver their settlements.</summary>
    [Id(2)] public required TimeSpan Settling { get; init; }

    /// <summary>Grain calls made for the month, in total.</summary>
    [Id(3)] public required long Calls { get; init; }
}
