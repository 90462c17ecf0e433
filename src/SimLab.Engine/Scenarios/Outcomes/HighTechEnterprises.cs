using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Certified high-tech enterprises, at the end of the month.</summary>
public sealed class HighTechEnterprises : OutcomeDefinition
{
    public override string Name => "High-tech enterprises";
    public override string NameZh => "高新技术企业";
    public override string Unit => "firms";
    public override bool CountsAYear => false;
    public override int Place => 1;

    public override double? Of(IOutcomeReader world) => world.AtEnd(Indicator.HighTech);
}
