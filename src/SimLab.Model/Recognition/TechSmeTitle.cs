using System.Collections.Immutable;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Recognition;

/// <summary>Technology SME: a yearly registration by assessment of one's own.</summary>
public sealed class TechSmeTitle : TitleDefinition
{
    public override Title Title => Title.TechSme;
    public override string English => "Technology SME";
    public override string Chinese => "科技型中小企业";
    public override ImmutableArray<string> Spellings => ["科技型中小企业"];
    public override int ApplicationMonth => 3;
    public override Indicator Holders => Indicator.TechSme;
    public override DrawId Application => DrawId.ApplyTechSme;
    public override Rule Rule => TechSme.Rule;

    /// <summary>A firm must register again by the end of March, so its number is valid to March of the next year.</summary>
    public override Month LastMonth(Month awarded) => Month.Of(awarded.Year + 1, 3);

    public override double Weight(BehaviouralParameters behaviour) => behaviour.LightTitleWeight;

    public override bool Judge(in FirmFacts facts, ref Findings findings) => TechSme.Judge(facts, ref findings);
}
