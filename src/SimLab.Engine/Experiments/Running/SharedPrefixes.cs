using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Experiments.Running;

/// <summary>
/// Months that arms have in common. Arms with the same behavioural and macro parameters are identical up to the month
/// before a measure is in force in some and not in others: these months are simulated once (
/// <see cref="Simulation.SimulatePrefix"/>), and all arms continue from there.
/// </summary>
internal static class SharedPrefixes
{
    // Below these a shared prefix saves less than it costs to separate small groups of arms.
    private const int LeastArms = 4, LeastMonths = 3;

    /// <summary>The last month that all arms have in common; null: no prefix worth sharing.</summary>
    public static Month? Last(IReadOnlyList<ArmPlan> arms, Month start, Month last)
    {
        if (arms.Count < LeastArms) return null;
        var fork = start;
        while (fork < last && Together(arms, fork)) fork += 1;
        return fork - start >= LeastMonths ? fork - 1 : null;
    }

    private static bool Together(IReadOnlyList<ArmPlan> arms, Month month)
    {
        ImmutableArray<Measure> first = [.. InForce(arms[0], month)];
        return arms.Skip(1).All(arm => InForce(arm, month).SequenceEqual(first));
    }

    private static IEnumerable<Measure> InForce(ArmPlan arm, Month month) => arm.In(month).Where(measure => measure.InForce(month));
}
