using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Increase of the balance of SME loans, in the year.</summary>
public sealed class NewSmeLoans : OutcomeDefinition
{
    public override string Name => "New SME loans";
    public override string NameZh => "新增中小企业贷款";
    public override string Unit => "yuan";
    public override bool CountsAYear => true;
    public override int Place => 4;

    public override double? Of(IOutcomeReader world) =>
        (world.AtEnd(Indicator.SmeLoansOwed) - world.AtStart(Indicator.SmeLoansOwed)) / Fen.PerYuan;
}
