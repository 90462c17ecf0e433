using System.Collections.Immutable;
using SimLab.Model.Messages;

namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>What the formula of an outcome reads, found by evaluating it once.</summary>
/// <param name="Indicators">The indicators, each once.</param>
/// <param name="OtherLoans">Whether it reads exogenous loans, which only the whole province has.</param>
/// <param name="CoversAYear">Whether it reads flows, or stocks before the year.</param>
public sealed record OutcomeInputs(ImmutableArray<Indicator> Indicators, bool OtherLoans, bool CoversAYear)
{
    /// <summary>The inputs of an outcome.</summary>
    public static OutcomeInputs Of(OutcomeDefinition outcome)
    {
        var asked = new Asked();
        _ = outcome.Of(asked);
        return new([.. asked.Indicators], asked.OtherLoans, asked.CoversAYear);
    }

    // Answers 1 to everything, so that no formula stops at a missing value or a zero.
    private sealed class Asked : IOutcomeReader
    {
        public SortedSet<Indicator> Indicators { get; } = [];
        public bool OtherLoans { get; private set; }
        public bool CoversAYear { get; private set; }

        public double? OtherLoansAtEnd => Loans(ofAYear: false);
        public double? OtherLoansAtStart => Loans(ofAYear: true);
        public double? AtEnd(Indicator stock) => Read(stock, ofAYear: false);
        public double? AtStart(Indicator stock) => Read(stock, ofAYear: true);
        public double? Over(Indicator flow) => Read(flow, ofAYear: true);

        private double? Read(Indicator indicator, bool ofAYear)
        {
            Indicators.Add(indicator);
            CoversAYear |= ofAYear;
            return 1;
        }

        private double? Loans(bool ofAYear)
        {
            OtherLoans = true;
            CoversAYear |= ofAYear;
            return 1;
        }
    }
}
