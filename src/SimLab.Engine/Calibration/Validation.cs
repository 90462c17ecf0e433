using System.Collections.Immutable;
using SimLab.Engine.Calibration.Stylised;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;

namespace SimLab.Engine.Calibration;

/// <summary>How much a validation runs.</summary>
/// <param name="Draws">Of the back-test's posterior, at most.</param>
/// <param name="Last">Month to which they are lived.</param>
/// <param name="PanelMonths">Of the run that stylised facts are read from; at least 24.</param>
public sealed record ValidationSize(int Draws, Month Last, int PanelMonths)
{
    public static ValidationSize Full { get; } = new(64, Month.Of(2025, 12), 36);

    public static ValidationSize Quick { get; } = new(4, Month.Of(2023, 12), 24);
}

/// <summary>Why a planner may believe the model, and where not: totals of the firms, the back-test, stylised facts.</summary>
public sealed record Validation(ImmutableArray<ReportLine> Totals, BackTest BackTest, StylisedFacts Stylised, ValidationSize Size)
{
    public int TotalsMet => Totals.Count(line => line.IsMet);

    /// <param name="order">The calibration on what was known before.</param>
    /// <param name="draws">Of its posterior.</param>
    /// <param name="worlds">Where they live.</param>
    /// <param name="scenario">As shipped: its firms, numbers and measures make the stylised facts.</param>
    /// <param name="recipe">Of its population.</param>
    /// <param name="population">Grown from it.</param>
    /// <param name="size">How much to run.</param>
    /// <param name="memory">Bytes that enterprise state may take.</param>
    /// <param name="cancel">Stops soon, also within a month.</param>
    public static async Task<Validation> Run(
        CalibrationOrder order, IReadOnlyList<double[]> draws, ICalibrationWorlds worlds, Scenario scenario, PopulationRecipe recipe, Population population,
        ValidationSize size, long memory, CancellationToken cancel = default)
    {
        var backTest = await Calibration.BackTest.Run(order, [.. draws.Take(size.Draws)], worlds, size.Last, cancel);
        var panel = new FirmPanel();
        var plan = RunPlan.Of(scenario, recipe) with { Arms = [new(scenario.Name, scenario.Measures) { Later = scenario.Later }], Replicates = 1, Months = size.PanelMonths };
        await using var executor = new LoopExecutor();
        var lived = await Simulation.Run(new(plan, population), executor, memory, panel, cancel: cancel);
        return new(PopulationReport.Of(recipe, population), backTest, StylisedFacts.Of(panel, lived.Series), size);
    }
}
