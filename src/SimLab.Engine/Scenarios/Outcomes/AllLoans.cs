using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>All loans of the province: SME loans of the model and exogenous loans to large firms and households; yuan.</summary>
internal static class AllLoans
{
    public static double? AtEnd(IOutcomeReader world) => world.AtEnd(Indicator.SmeLoansOwed) / Fen.PerYuan + world.OtherLoansAtEnd;

    public static double? AtStart(IOutcomeReader world) => world.AtStart(Indicator.SmeLoansOwed) / Fen.PerYuan + world.OtherLoansAtStart;
}
