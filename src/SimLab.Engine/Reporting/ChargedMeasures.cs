using System.Collections.Immutable;
using System.Reflection;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Model.Policies;

namespace SimLab.Engine.Reporting;

/// <summary>
/// The measures that are charged with one more unit of an outcome: those of the run that declare an indicator of its formula as their
/// channel (<see cref="ChannelAttribute"/>). Measures that act on the outcome in a roundabout way only are not charged with it; a
/// measure that acts on several is charged in full with each.
/// </summary>
internal static class ChargedMeasures
{
    /// <summary>Ids of the measures, in order.</summary>
    public static ImmutableArray<MeasureId> Of(string outcome, RunPlan plan)
    {
        var inputs = OutcomeInputs.Of(OutcomeCatalog.Of(outcome)).Indicators;
        return
        [
            .. plan.Arms.SelectMany(arm => arm.Ever)
                .Where(measure => measure.GetType().GetCustomAttributes<ChannelAttribute>().Any(c => inputs.Contains(c.Indicator)))
                .Select(measure => measure.Clause.Id).Distinct().Order(),
        ];
    }
}
