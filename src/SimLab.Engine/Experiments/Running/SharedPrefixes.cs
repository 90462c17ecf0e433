using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Experiments.Running;

/// <summary>
/// What arms have in common. Arms with the same behaviour and the same world outside are one life up to the month before
/// a measure is in force in some and not in others: it is lived once (<see cref="Simulation.SimulatePrefix"/>) and all go on from it.
/// </summary>
internal static class SharedPrefixes
{
    // Below these a trunk saves less than it costs to keep small groups of arms apart.
    private const int LeastArms = 4, LeastMonths = 3;

    /// <summary>The last month that all arms have in common; null: none worth a trunk.</summary>
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
