using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Those overdue for more than a year, at the end of the month.</summary>
public sealed class ArrearsOverAYear : OutcomeDefinition
{
    public override string Name => "Invoices overdue for more than a year";
    public override string NameZh => "逾期一年以上账款";
    public override string Unit => "yuan";
    public override bool CountsAYear => false;
    public override bool IsTarget => false;
    public override int Place => 8;

    public override double? Of(IOutcomeReader world) =>
        (world.AtEnd(Indicator.PublicLateOverYear) + world.AtEnd(Indicator.LargeLateOverYear)) / Fen.PerYuan;
}
