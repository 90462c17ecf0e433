using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Firms in business, at the end of the month.</summary>
public sealed class Firms : OutcomeDefinition
{
    public override string Name => "Firms";
    public override string NameZh => "企业数";
    public override string Unit => "firms";
    public override bool CountsAYear => false;
    public override bool IsTarget => false;
    public override int Place => 2;

    public override double? Of(IOutcomeReader world) => world.AtEnd(Indicator.Firms);
}
