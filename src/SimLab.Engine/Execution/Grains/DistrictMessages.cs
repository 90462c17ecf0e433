using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;
using SimLab.Model.Papers;

namespace SimLab.Engine.Execution.Grains;

/// <summary>One market's piles from one district.</summary>
[GenerateSerializer, Immutable]
public sealed class DistrictMessages
{
    [Id(0)] public required byte[][] Buffers { get; init; }
}
