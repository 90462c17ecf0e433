using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Sales of all firms, in the year.</summary>
public sealed class Sales : OutcomeDefinition
{
    public override string Name => "Sales";
    public override string NameZh => "营业收入";
    public override string Unit => "yuan";
    public override bool CountsAYear => true;
    public override bool IsTarget => false;
    public override int Place => 3;

    public override double? Of(IOutcomeReader world) => world.Over(Indicator.Sales) / Fen.PerYuan;
}
