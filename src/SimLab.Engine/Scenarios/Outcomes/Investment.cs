using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Spending on equipment, in the year.</summary>
public sealed class Investment : OutcomeDefinition
{
    public override string Name => "Equipment investment";
    public override string NameZh => "设备投资";
    public override string Unit => "yuan";
    public override bool CountsAYear => true;
    public override bool IsTarget => false;
    public override int Place => 4;

    public override double? Of(IOutcomeReader world) => world.Over(Indicator.Investment) / Fen.PerYuan;
}
