using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>People employed by the firms, at the end of the month.</summary>
public sealed class Jobs : OutcomeDefinition
{
    public override string Name => "Jobs";
    public override string NameZh => "就业人数";
    public override string Unit => "people";
    public override bool CountsAYear => false;
    public override bool IsTarget => false;
    public override int Place => 1;

    public override double? Of(IOutcomeReader world) => world.AtEnd(Indicator.Staff);
}
