using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>SMEs newly recognised as specialised by the province, in the year.</summary>
public sealed class NewSpecialisedSmes : OutcomeDefinition
{
    public override string Name => "New provincial specialised SMEs";
    public override string NameZh => "新认定省级专精特新企业";
    public override string Unit => "firms";
    public override bool CountsAYear => true;
    public override int Place => 2;

    public override double? Of(IOutcomeReader world) => world.Over(Indicator.NewSpecialised);
}
