using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Value of public orders won, in the year.</summary>
public sealed class PublicOrders : OutcomeDefinition
{
    public override string Name => "Public orders won";
    public override string NameZh => "政府采购中标额";
    public override string Unit => "yuan";
    public override bool CountsAYear => true;
    public override bool IsTarget => false;
    public override int Place => 6;

    public override double? Of(IOutcomeReader world) => world.Over(Indicator.PublicOrdersWon) / Fen.PerYuan;
}
