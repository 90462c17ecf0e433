using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>The raw table every experiment leaves: a row for each arm × replicate × outcome, with the knobs of the arm.</summary>
internal static class WorldsTable
{
    /// <summary>Name of its files; too long for findings.json.</summary>
    public const string Name = "worlds";

    /// <param name="points">By arm: values of the knobs; null: arms are named only.</param>
    public static Table Of(Experiment experiment, IReadOnlyList<ArmPlan> arms, Answers answers, IReadOnlyList<double[]>? points = null)
    {
        ImmutableArray<Knob> knobs = points is null ? [] : experiment.Knobs;
        var table = new Table(Name, "Every world",
        [
            new("point", "Point"), TableColumn.Text("arm", "Arm"), .. knobs.Select(ColumnOf), new("replicate", "Replicate"),
            TableColumn.Text("outcome", "Outcome"), TableColumn.Text("unit", "Unit"), new("value", "Value", TableColumn.OfRow),
        ])
        { Shown = false };
        for (var arm = 0; arm < arms.Count; arm++)
            for (var replicate = 0; replicate < answers.Replicates; replicate++)
                for (var outcome = 0; outcome < experiment.Outcomes.Length; outcome++)
                    table.Add(
                    [
                        arm, arms[arm].Name, .. knobs.Select((knob, k) => (object)knob.InTable(points![arm][k])), replicate,
                        experiment.Outcomes[outcome].Name, experiment.Outcomes[outcome].Unit, answers.Values[arm][replicate][outcome],
                    ]);
        return table;
    }

    /// <summary>The column of a knob: its name with points and capitals made into underscores.</summary>
    public static TableColumn ColumnOf(Knob knob) => new(Engine.Recording.Names.Snake(knob.Name.Replace('.', '_')).Replace("__", "_", StringComparison.Ordinal), knob.Name, knob.Unit);
}
