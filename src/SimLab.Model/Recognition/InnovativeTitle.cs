using System.Collections.Immutable;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Recognition;

/// <summary>Innovative SME, the first step of the ladder.</summary>
public sealed class InnovativeTitle : TitleDefinition
{
    public override Title Title => Title.Innovative;
    public override string English => "Innovative SME";
    public override string Chinese => "创新型中小企业";
    public override ImmutableArray<string> Spellings => ["创新型中小企业"];
    public override int ApplicationMonth => 9;
    public override Month? Begins => Month.Of(2022, 8);         // 工信部企业〔2022〕63号
    public override bool IsRechecked => true;
    public override Indicator Holders => Indicator.Innovative;
    public override DrawId Application => DrawId.ApplyInnovative;
    public override Rule Rule => Innovative.Rule;

    public override double Weight(BehaviouralParameters behaviour) => behaviour.LightTitleWeight;

    public override bool Judge(in FirmFacts facts, ref Findings findings) => Innovative.Judge(facts, ref findings);
}
