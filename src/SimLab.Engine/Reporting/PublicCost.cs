using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Reporting;

/// <summary>Public cost of a measure in one arm: mean over the replicates, yuan.</summary>
/// <param name="Clause">Number of the measure's clause, to which costs are booked.</param>
/// <param name="Measure">Its name; measures of the same clause share one account.</param>
/// <param name="Arm">Index of the arm, from 0.</param>
/// <param name="Yuan">Cost over the whole run.</param>
/// <param name="YuanInYear">Cost in the calendar year of the targets.</param>
public sealed record PublicCost(int Clause, string Measure, int Arm, double Yuan, double YuanInYear)
{
    /// <summary>By arm and clause: every measure of an arm, and any other booked cost.</summary>
    public static ImmutableArray<PublicCost> Of(RunSeries series, int year)
    {
        var plan = series.Plan;
        var (first, last) = (Later(plan.Start, Month.Of(year, 1)), Earlier(plan.LastMonth, Month.Of(year, 12)));
        var costs = ImmutableArray.CreateBuilder<PublicCost>();
        for (var arm = 0; arm < plan.Arms.Length; arm++)
        {
            for (var clause = 0; clause <= Tally.HighestClause; clause++)
            {
                var names = plan.Arms[arm].Ever.Where(m => m.Clause.Number == clause).Select(m => m.Name).ToList();
                var whole = Mean(series, arm, plan.Start, plan.LastMonth, clause);
                if (names.Count > 0 || whole != 0)
                    costs.Add(new(
                        clause, names.Count > 0 ? string.Join(" + ", names) : $"clause {clause}", arm, whole,
                        Mean(series, arm, first, last, clause)));
            }
        }
        return costs.DrainToImmutable();
    }

    /// <summary>Cost of all measures of an arm, yuan, mean over the replicates.</summary>
    public static double InAll(RunSeries series, int arm, Month first, Month last) =>
        Enumerable.Range(0, Tally.HighestClause + 1).Sum(clause => Mean(series, arm, first, last, clause));

    private static double Mean(RunSeries series, int arm, Month first, Month last, int clause)
    {
        long fen = 0;
        for (var replicate = 0; replicate < series.Plan.Replicates; replicate++) fen += series.Cost(arm, replicate, first, last, clause);
        return fen / (double)Fen.PerYuan / series.Plan.Replicates;
    }

    private static Month Later(Month a, Month b) => a > b ? a : b;
    private static Month Earlier(Month a, Month b) => a < b ? a : b;
}
