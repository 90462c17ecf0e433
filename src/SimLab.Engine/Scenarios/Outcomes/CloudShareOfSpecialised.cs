using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Share of specialised SMEs that use cloud services, at the end of the month.</summary>
public sealed class CloudShareOfSpecialised : OutcomeDefinition
{
    public override string Name => "Specialised firms on the cloud";
    public override string NameZh => "专精特新企业上云比例";
    public override string Unit => "share of firms";
    public override bool CountsAYear => false;
    public override int Place => 9;

    public override double? Of(IOutcomeReader world) =>
        Share(world.AtEnd(Indicator.SpecialisedOnCloud), world.AtEnd(Indicator.Specialised));
}
