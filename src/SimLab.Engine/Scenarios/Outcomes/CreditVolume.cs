namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Increase of the balance of all loans of the province, in the year.</summary>
public sealed class CreditVolume : OutcomeDefinition
{
    public override string Name => "New credit";
    public override string NameZh => "信贷投放总量";
    public override string Unit => "yuan";
    public override bool CountsAYear => true;
    public override int Place => 8;

    public override double? Of(IOutcomeReader world) => AllLoans.AtEnd(world) - AllLoans.AtStart(world);
}
