using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Firms that newly report above scale, in the year.</summary>
public sealed class NewAboveScale : OutcomeDefinition
{
    public override string Name => "Newly above-scale firms";
    public override string NameZh => "新增规上企业";
    public override string Unit => "firms";
    public override bool CountsAYear => true;
    public override int Place => 3;

    public override double? Of(IOutcomeReader world) => world.Over(Indicator.NewAboveScale);
}
