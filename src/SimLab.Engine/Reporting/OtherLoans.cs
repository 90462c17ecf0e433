using SimLab.Engine.Execution;
using SimLab.Model;

namespace SimLab.Engine.Reporting;

/// <summary>Loans to large firms and households: they are no part of the simulation and grow at a given rate.</summary>
public static class OtherLoans
{
    /// <summary>Their balance at the end of a month, yuan; before the start as at the start.</summary>
    public static double In(RunPlan plan, int arm, Month month)
    {
        var macro = plan.MacroOf(arm);
        var loans = macro.OtherLoans;
        for (var each = plan.Start; each <= month; each += 1) loans *= PortableMath.Pow(1 + macro.OtherLoansGrowth.In(each.Year), 1 / 12.0);
        return loans;
    }
}
