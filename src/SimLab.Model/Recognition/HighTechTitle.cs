using System.Collections.Immutable;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Recognition;

/// <summary>High-tech enterprise: firms apply anew after three years.</summary>
public sealed class HighTechTitle : TitleDefinition
{
    public override Title Title => Title.HighTech;
    public override string English => "High-tech enterprise";
    public override string Chinese => "高新技术企业";
    public override ImmutableArray<string> Spellings => ["高新技术企业"];
    public override int ApplicationMonth => 8;
    public override int MonthsToAward => 3;
    public override bool IsWorkedFor => true;
    public override Indicator Holders => Indicator.HighTech;
    public override Indicator? FirstEarned => Indicator.NewHighTech;
    public override Indicator? Files => Indicator.FilesHighTech;
    public override DrawId Application => DrawId.ApplyHighTech;
    public override Rule Rule => HighTech.Rule;

    public override double Weight(BehaviouralParameters behaviour) => 1;

    public override bool Judge(in FirmFacts facts, ref Findings findings) => HighTech.Judge(facts, ref findings);
}
