using SimLab.Model.Messages;

namespace SimLab.Engine.Execution.Grains;

/// <summary>What a district reports of a month beside the papers it hands in; see <see cref="MonthOutput"/>.</summary>
[GenerateSerializer, Immutable]
public sealed class DistrictReport
{
    [Id(0)] public required long[] Cells { get; init; }
    [Id(1)] public required Block<FirmEvent> Events { get; init; }
    [Id(2)] public required Block<LedgerLine> Ledger { get; init; }
}
