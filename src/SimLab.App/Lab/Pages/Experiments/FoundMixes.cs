using System.Collections.Immutable;
using SimLab.App.Lab.Scenarios;
using SimLab.App.Texts;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Kinds;

namespace SimLab.App.Lab.Pages.Experiments;

/// <summary>The mixes that a search found, each of them a scenario that the Plan page can open.</summary>
/// <param name="table">The table found.</param>
/// <param name="experiment">That it is of.</param>
/// <param name="start">The scenario the search started from; null: it is none that the lab has.</param>
public sealed class FoundMixes(FindingsTable table, Experiment experiment, PlanDraft? start)
{
    private const string Standing = "as it stands";

    private readonly int _point = ExperimentColumn.PositionOf(table, "point"), _outcome = ExperimentColumn.PositionOf(table, "outcome"), _unit = ExperimentColumn.PositionOf(table, "unit");
    private readonly Dictionary<string, string?> _links = [];

    public FindingsTable Table => table;

    public ImmutableArray<string> Outcomes { get; } = [.. table.Rows.Select(row => (string)row[ExperimentColumn.PositionOf(table, "outcome")]).Distinct()];

    /// <summary>Outcomes that were searched for, at least two where there are two.</summary>
    public ImmutableArray<string> Goals => experiment.Kind is Engine.Experiments.Kinds.Optimise { Goals: var goals } && goals.Length > 1
        ? [.. goals.Select(goal => experiment.Outcomes[goal.Outcome].Name)] : Outcomes;

    /// <summary>A row of the table for each point, with what the outcomes come to in it.</summary>
    public IEnumerable<(string Point, object[] Row, Func<string, double> Mean, bool Kept)> Points =>
        from rows in table.Rows.GroupBy(row => (string)row[_point])
        let means = rows.ToDictionary(row => (string)row[_outcome], row => (double)row[ExperimentColumn.PositionOf(table, "mean")])
        select (rows.Key, rows.First(), (Func<string, double>)(outcome => means.GetValueOrDefault(outcome, double.NaN)), (string)rows.First()[ExperimentColumn.PositionOf(table, "limits")] == "kept");

    public string UnitOf(string outcome) => (string)table.Rows.First(row => (string)row[_outcome] == outcome)[_unit];

    /// <summary>The address of the Plan page with the mix of the row; null: the scenario it began from is none of the lab's.</summary>
    public string? LinkOf(object[] row)
    {
        var point = (string)row[_point];
        if (_links.TryGetValue(point, out var known)) return known;
        return _links[point] = Link(point, row);
    }

    private string? Link(string point, object[] row)
    {
        if (start is null) return null;
        if (point == Standing) return $"plan?s={start.ToLink()}";
        // The scenario as the lab has it, not of the experiment, which may have other months and no baseline.
        double[] values = [.. experiment.Factors.Select((factor, k) => factor.Kind == FactorKind.Date ? ExperimentNames.MonthOf((double)row[1 + k]).Number : (double)row[1 + k])];
        return $"plan?s={(start with { Scenario = experiment.Turned(start.Scenario, values) }).Named($"{experiment.NameZh ?? experiment.Name}: {point}").ToLink()}";
    }
}
