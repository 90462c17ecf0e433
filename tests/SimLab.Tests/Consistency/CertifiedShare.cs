using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Model.Messages;

namespace SimLab.Tests.Consistency;

/// <summary>Share of firms with certified quality management: an outcome that no document requires, to try one.</summary>
public sealed class CertifiedShare : OutcomeDefinition
{
    public override string Name => "Firms with certified quality management";
    public override string NameZh => "质量认证企业比例";
    public override string Unit => "share of firms";
    public override bool CountsAYear => false;

    public override double? Of(IOutcomeReader world) => Share(world.AtEnd(Indicator.CertifiedFirms), world.AtEnd(Indicator.Firms));
}
