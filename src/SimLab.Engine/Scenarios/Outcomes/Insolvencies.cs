using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Firms that fail, in the year.</summary>
public sealed class Insolvencies : OutcomeDefinition
{
    public override string Name => "Insolvencies";
    public override string NameZh => "破产企业";
    public override string Unit => "firms";
    public override bool CountsAYear => true;
    public override bool IsTarget => false;
    public override int Place => 10;

    public override double? Of(IOutcomeReader world) => world.Over(Indicator.Insolvent);
}
