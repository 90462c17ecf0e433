using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Firms that borrow from a bank for the first time, in the year.</summary>
public sealed class FirstLoanFirms : OutcomeDefinition
{
    public override string Name => "Firms with a first loan";
    public override string NameZh => "首贷户";
    public override string Unit => "firms";
    public override bool CountsAYear => true;
    public override int Place => 7;

    public override double? Of(IOutcomeReader world) => world.Over(Indicator.FirstLoanFirms);
}
