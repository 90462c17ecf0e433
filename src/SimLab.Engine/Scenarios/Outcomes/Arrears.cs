using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>Invoices overdue from public bodies and large firms, at the end of the month.</summary>
public sealed class Arrears : OutcomeDefinition
{
    public override string Name => "Overdue invoices";
    public override string NameZh => "拖欠账款";
    public override string Unit => "yuan";
    public override bool CountsAYear => false;
    public override bool IsTarget => false;
    public override int Place => 7;

    public override double? Of(IOutcomeReader world) =>
        (world.AtEnd(Indicator.PublicArrears) + world.AtEnd(Indicator.LargeArrears)) / Fen.PerYuan;
}
