using System.Collections.Immutable;
using SimLab.Engine.Calibration.Stylised;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;

namespace SimLab.Engine.Calibration;

/// <summary>Size of a validation.</summary>
/// <param name="Draws">Maximum number of draws from the back-test's posterior.</param>
/// <param name="Last">Last month of the back-test.</param>
/// <param name="PanelMonths">Months of the run behind the stylised facts; at least 24.</param>
public sealed record ValidationSize(int Draws, Month Last, int PanelMonths)
{
    private const int LeastPanel = 24;

    /// <summary>The full size, the default of the command: to the end of the year of the last fact, and as long as the scenario.</summary>
    public static ValidationSize Full(CalibrationOrder order) =>
        new(64, YearEnd(order.Later.Select(fact => fact.At).Append(order.KnownBy + 1).Max()), Math.Max(LeastPanel, order.Scenario.Months));

    /// <summary>A small size for a quick check: to the end of the year that follows what was known.</summary>
    public static ValidationSize Quick(CalibrationOrder order) =>
        new(4, YearEnd(order.KnownBy + 1), LeastPanel);

    private static Month YearEnd(Month month) => Month.Of(month.Year, 12);
}

/// <summary>Evidence for and against the model: totals of the firms, the back-test, stylised facts.</summary>
public sealed record Validation(ImmutableArray<ReportLine> Totals, BackTest BackTest, StylisedFacts Stylised, ValidationSize Size)
{
    /// <summary>Number of totals within their tolerance.</summary>
    public int TotalsMet => Totals.Count(line => line.IsMet);

    /// <summary>Runs the back-test and the stylised facts.</summary>
    /// <param name="order">The calibration on earlier facts.</param>
    /// <param name="draws">Draws of its posterior.</param>
    /// <param name="worlds">Simulates the worlds.</param>
    /// <param name="scenario">As shipped: its firms, parameters and measures give the stylised facts.</param>
    /// <param name="recipe">Recipe of its population.</param>
    /// <param name="population">Population generated from it.</param>
    /// <param name="size">Size of the validation.</param>
    /// <param name="memory">Bytes available to enterprise state.</param>
    /// <param name="cancel">Stops soon, also within a month.</param>
    public static async Task<Validation> Run(
        CalibrationOrder order, IReadOnlyList<double[]> draws, ICalibrationWorlds worlds, Scenario scenario,
            PopulationRecipe recipe, Population population,
        ValidationSize size, long memory, CancellationToken cancel = default)
    {
        var backTest = await Calibration.BackTest.Run(order, [.. draws.Take(size.Draws)], worlds, size.Last, cancel);
        var panel = new FirmPanel();
        var plan = RunPlan.Of(scenario, recipe)
            with
        { Arms = [new(scenario.Name, scenario.Measures) { Later = scenario.Later }], Replicates = 1, Months = size.PanelMonths };
        await using var executor = new LoopExecutor();
        var lived = await Simulation.Run(new(plan, population), executor, memory, panel, cancel: cancel);
        var stylised = StylisedFacts.Of(panel, lived.Series, KnownRegularities.Beside(order.File));
        return new(PopulationReport.Of(recipe, population), backTest, stylised, size);
    }
}
