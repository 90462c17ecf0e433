using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>
/// One world and a year of it, as the formulas of outcomes read it: indicators in the units of the tally (fen, firms,
/// people); null where the year is not covered.
/// </summary>
public interface IOutcomeReader
{
    /// <summary>A stock at the end of the year.</summary>
    double? AtEnd(Indicator stock);

    /// <summary>A stock before the first month of the year.</summary>
    double? AtStart(Indicator stock);

    /// <summary>A flow of the year.</summary>
    double? Over(Indicator flow);

    /// <summary>Exogenous loans to large firms and households at the end of the year, yuan.</summary>
    double? OtherLoansAtEnd { get; }

    /// <summary>The same before the first month of the year, yuan.</summary>
    double? OtherLoansAtStart { get; }
}
