using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Invoices overdue from first-tier to second-tier suppliers, at the end of the month.</summary>
public sealed class SecondTierArrears : OutcomeDefinition
{
    public override string Name => "Overdue from first to second-tier suppliers";
    public override string NameZh => "一级供应商拖欠二级供应商账款";
    public override string Unit => "yuan";
    public override bool CountsAYear => false;
    public override bool IsTarget => false;
    public override int Place => 9;

    public override double? Of(IOutcomeReader world) => world.AtEnd(Indicator.FirstTierArrears) / Fen.PerYuan;
}
