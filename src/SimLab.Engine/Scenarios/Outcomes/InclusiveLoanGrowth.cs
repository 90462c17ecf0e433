using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Growth of the balance of inclusive small-firm loans, in the year.</summary>
public sealed class InclusiveLoanGrowth : OutcomeDefinition
{
    public override string Name => "Growth of inclusive loans";
    public override string NameZh => "普惠小微贷款增速";
    public override string Unit => "share a year";
    public override bool CountsAYear => true;
    public override int Place => 5;

    public override double? Of(IOutcomeReader world) =>
        Growth(world.AtStart(Indicator.InclusiveLoansOwed), world.AtEnd(Indicator.InclusiveLoansOwed));
}
