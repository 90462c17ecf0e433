using System.Collections.Immutable;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Recognition;

/// <summary>Specialised SME of the province, the second step of the ladder.</summary>
public sealed class SpecialisedTitle : TitleDefinition
{
    public override Title Title => Title.Specialised;
    public override string English => "Specialised SME";
    public override string Chinese => "省级专精特新中小企业";
    public override ImmutableArray<string> Spellings => ["专精特新", "专精特新中小企业"];
    public override int ApplicationMonth => 2;
    public override int MonthsToAward => 2;
    public override bool IsRechecked => true;
    public override bool IsWorkedFor => true;
    public override Indicator Holders => Indicator.Specialised;
    public override Indicator? FirstEarned => Indicator.NewSpecialised;
    public override Indicator? Files => Indicator.FilesSpecialised;
    public override DrawId Application => DrawId.ApplySpecialised;
    public override Rule Rule => Specialised.Rule;

    public override double Weight(BehaviouralParameters behaviour) => behaviour.SpecialisedWeight;

    public override double PrestigeWeight(BehaviouralParameters behaviour) => behaviour.SpecialisedName;

    public override bool Judge(in FirmFacts facts, ref Findings findings) => Specialised.Judge(facts, ref findings);
}
