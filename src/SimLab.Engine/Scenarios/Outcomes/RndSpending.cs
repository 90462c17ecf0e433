using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>R&amp;D spending that firms report, in the year.</summary>
public sealed class RndSpending : OutcomeDefinition
{
    public override string Name => "R&D spending, as reported";
    public override string NameZh => "研发费用";
    public override string Unit => "yuan";
    public override bool CountsAYear => true;
    public override bool IsTarget => false;
    public override int Place => 5;

    public override double? Of(IOutcomeReader world) => world.Over(Indicator.RndReported) / Fen.PerYuan;
}
