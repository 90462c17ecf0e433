using SimLab.Model.Messages;

namespace SimLab.Engine.Execution.Grains;

/// <summary>A district's report of a month, beside its messages to markets; see <see cref="MonthOutput"/>.</summary>
[GenerateSerializer, Immutable]
public sealed class DistrictReport
{
    [Id(0)] public required long[] Cells { get; init; }
    [Id(1)] public required Block<FirmEvent> Events { get; init; }
    [Id(2)] public required Block<LedgerLine> Ledger { get; init; }
}
