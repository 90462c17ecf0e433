using System.Collections.Immutable;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Recognition;

/// <summary>Little giant, the national title above the specialised SME.</summary>
public sealed class LittleGiantTitle : TitleDefinition
{
    public override Title Title => Title.LittleGiant;
    public override string English => "Little giant";
    public override string Chinese => "专精特新“小巨人”企业";
    public override ImmutableArray<string> Spellings => ["小巨人", "专精特新小巨人"];
    public override int ApplicationMonth => 5;
    public override int MonthsToAward => 2;
    public override Title? Requires => Title.Specialised;        // as the yearly notices say
    public override bool IsRechecked => true;
    public override bool IsWorkedFor => true;
    public override Indicator Holders => Indicator.LittleGiant;
    public override Indicator? FirstEarned => Indicator.NewLittleGiant;
    public override DrawId Application => DrawId.ApplyLittleGiant;
    public override Rule Rule => LittleGiant.Rule;

    public override double Weight(BehaviouralParameters behaviour) => behaviour.LittleGiantWeight;

    public override bool Judge(in FirmFacts facts, ref Findings findings) => LittleGiant.Judge(facts, ref findings);
}
