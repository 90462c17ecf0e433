using System.Collections.Immutable;
using SimLab.App.Lab.Scenarios;
using SimLab.App.Texts;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Kinds;

namespace SimLab.App.Lab.Pages.Experiments;

/// <summary>The mixes found by a search, each a scenario that the Plan page can open.</summary>
/// <param name="table">The table found.</param>
/// <param name="experiment">Experiment of the table.</param>
/// <param name="start">The scenario from which the search started; null: the lab does not have it.</param>
public sealed class FoundMixes(FindingsTable table, Experiment experiment, PlanDraft? start)
{
    private const string Standing = "as it stands";

    private readonly int _point = ExperimentColumn.PositionOf(table, "point"),
        _outcome = ExperimentColumn.PositionOf(table, "outcome"), _unit = ExperimentColumn.PositionOf(table, "unit");
    private readonly Dictionary<string, string?> _links = [];

    /// <summary>The table found.</summary>
    public FindingsTable Table => table;

    /// <summary>Outcomes in the table.</summary>
    public ImmutableArray<string> Outcomes { get; } = [
        .. table.Rows.Select(row => (string)row[ExperimentColumn.PositionOf(table, "outcome")]).Distinct()];

    /// <summary>Outcomes of the search's goals, at least two where two exist.</summary>
    public ImmutableArray<string> Goals => experiment.Kind is Engine.Experiments.Kinds.Optimise { Goals: var goals } && goals.Length > 1
        ? [.. goals.Select(goal => experiment.Outcomes[goal.Outcome].Name)] : Outcomes;

    /// <summary>One row of the table per point, with the means of its outcomes.</summary>
    public IEnumerable<(string Point, object[] Row, Func<string, double> Mean, bool Kept)> Points =>
        from rows in table.Rows.GroupBy(row => (string)row[_point])
        let means = rows.ToDictionary(row => (string)row[_outcome], row => (double)row[ExperimentColumn.PositionOf(table, "mean")])
        select (rows.Key, rows.First(), (Func<string, double>)(outcome => means.GetValueOrDefault(outcome, double.NaN)),
            (string)rows.First()[ExperimentColumn.PositionOf(table, "limits")] == "kept");

    /// <summary>The unit of an outcome.</summary>
    public string UnitOf(string outcome) => (string)table.Rows.First(row => (string)row[_outcome] == outcome)[_unit];

    /// <summary>
    /// The Plan page's address with the mix of the row; null: the lab does not have the initial scenario.
    /// </summary>
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
        // Uses the lab's scenario, not the experiment's, which may have other months and no baseline.
        double[] values = [
            .. experiment.Factors.Select((factor, k) =>
            factor.Kind == FactorKind.Date ? ExperimentNames.MonthOf((double)row[1 + k]).Number : (double)row[1 + k])];
        var mix = start with { Scenario = experiment.Turned(start.Scenario, values) };
        return $"plan?s={mix.Named($"{experiment.NameZh ?? experiment.Name}: {point}").ToLink()}";
    }
}
