using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Running;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>
/// The raw table of every experiment: a row for each arm × replicate × outcome, with the arm's factor values.
/// </summary>
internal static class WorldsTable
{
    /// <summary>Name of its files; too long for findings.json.</summary>
    public const string Name = "worlds";

    /// <param name="points">Values of the factors, by arm; null: arms have names only.</param>
    public static FindingsTable Of(
        Experiment experiment, IReadOnlyList<ArmPlan> arms, Answers answers, IReadOnlyList<double[]>? points = null)
    {
        ImmutableArray<ExperimentFactor> factors = points is null ? [] : experiment.Factors;
        var table = new FindingsTable(Name, "Every world",
        [
            new("point", "Point"), TableColumn.Text("arm", "Arm"), .. factors.Select(ColumnOf), new("replicate", "Replicate"),
            TableColumn.Text("outcome", "Outcome"), TableColumn.Text("unit", "Unit"), new("value", "Value", TableColumn.OfRow),
        ])
        { Shown = false };
        for (var arm = 0; arm < arms.Count; arm++)
            for (var replicate = 0; replicate < answers.Replicates; replicate++)
                for (var outcome = 0; outcome < experiment.Outcomes.Length; outcome++)
                    table.Add(
                    [
                        arm, arms[arm].Name, .. factors.Select((factor, k) => (object)factor.InTable(points![arm][k])), replicate,
                        experiment.Outcomes[outcome].Name, experiment.Outcomes[outcome].Unit, answers.Values[arm][replicate][outcome],
                    ]);
        return table;
    }

    /// <summary>The column of a factor: its name in snake case.</summary>
    public static TableColumn ColumnOf(ExperimentFactor factor) =>
        new(Spelling.Snake(factor.Name.Replace('.', '_')).Replace("__", "_", StringComparison.Ordinal), factor.Name,
        factor.Unit);
}
