namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Growth of the balance of all loans of the province, in the year.</summary>
public sealed class AllLoanGrowth : OutcomeDefinition
{
    public override string Name => "Growth of all loans";
    public override string NameZh => "各项贷款增速";
    public override string Unit => "share a year";
    public override bool CountsAYear => true;
    public override int Place => 6;

    public override double? Of(IOutcomeReader world) => Growth(AllLoans.AtStart(world), AllLoans.AtEnd(world));
}
