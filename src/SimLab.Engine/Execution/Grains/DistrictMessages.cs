namespace SimLab.Engine.Execution.Grains;

/// <summary>Messages from one district to one market.</summary>
[GenerateSerializer, Immutable]
public sealed class DistrictMessages
{
    /// <summary>As <see cref="MarketHost.Collect"/> gives them.</summary>
    [Id(0)] public required byte[][] Buffers { get; init; }
}
