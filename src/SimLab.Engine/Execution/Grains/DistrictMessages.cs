namespace SimLab.Engine.Execution.Grains;

/// <summary>One market's piles from one district.</summary>
[GenerateSerializer, Immutable]
public sealed class DistrictMessages
{
    [Id(0)] public required byte[][] Buffers { get; init; }
}
