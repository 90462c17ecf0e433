using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Reporting;

/// <summary>The twelve months of one world that end with <paramref name="Last"/>.</summary>
internal sealed record WorldYear(RunSeries Series, int Arm, int Replicate, Month Last) : IOutcomeReader
{
    public double? AtEnd(Indicator stock) => Stock(Last, stock);

    public double? AtStart(Indicator stock) => Stock(Last - 12, stock);

    public double? Over(Indicator flow) =>
        Last - 11 >= Series.Plan.Start && Last <= Series.Plan.LastMonth ? Series.Sum(Arm, Replicate, Last - 11, Last, flow) : null;

    public double? OtherLoansAtEnd => OtherLoans(Last);

    public double? OtherLoansAtStart => OtherLoans(Last - 12);

    private double? Stock(Month month, Indicator stock) => Series.Covers(month) ? Series.Value(Arm, Replicate, month, stock) : null;

    private double? OtherLoans(Month month) =>
        Series.Covers(month) ? Reporting.OtherLoans.In(Series.Plan, Arm, month) : null;
}
