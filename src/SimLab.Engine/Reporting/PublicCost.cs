using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Reporting;

/// <summary>Public cost of a measure in one arm: mean over the replicates, yuan.</summary>
/// <param name="Id">Document and clause of the measure.</param>
/// <param name="Measure">Its name.</param>
/// <param name="Arm">Index of the arm, from 0.</param>
/// <param name="Yuan">Cost over the whole run.</param>
/// <param name="YuanInYear">Cost in the calendar year of the targets.</param>
public sealed record PublicCost(MeasureId Id, string Measure, int Arm, double Yuan, double YuanInYear)
{
    /// <summary>By arm, then measure: every measure of an arm, and any other with a cost.</summary>
    public static ImmutableArray<PublicCost> Of(RunSeries series, int year)
    {
        var plan = series.Plan;
        var (first, last) = (Later(plan.Start, Month.Of(year, 1)), Earlier(plan.LastMonth, Month.Of(year, 12)));
        var costs = ImmutableArray.CreateBuilder<PublicCost>();
        for (var arm = 0; arm < plan.Arms.Length; arm++)
        {
            foreach (var id in series.Measures.Ids)
            {
                var name = plan.Arms[arm].Ever.FirstOrDefault(m => m.Clause.Id == id)?.Name;
                var whole = Mean(series, arm, plan.Start, plan.LastMonth, id);
                if (name is not null || whole != 0) costs.Add(new(id, name ?? $"{id}", arm, whole, Mean(series, arm, first, last, id)));
            }
        }
        return costs.DrainToImmutable();
    }

    /// <summary>Cost of all measures of an arm, yuan, mean over the replicates.</summary>
    public static double InAll(RunSeries series, int arm, Month first, Month last) =>
        series.Measures.Ids.Sum(id => Mean(series, arm, first, last, id));

    /// <summary>Cost of a measure of an arm, yuan, mean over the replicates.</summary>
    public static double Mean(RunSeries series, int arm, Month first, Month last, MeasureId measure)
    {
        long fen = 0;
        for (var replicate = 0; replicate < series.Plan.Replicates; replicate++) fen += series.Cost(arm, replicate, first, last, measure);
        return fen / (double)Fen.PerYuan / series.Plan.Replicates;
    }

    private static Month Later(Month a, Month b) => a > b ? a : b;
    private static Month Earlier(Month a, Month b) => a < b ? a : b;
}
