using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Statistics;
using SimLab.Pages.Charts;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>Tables, sentences, pictures and scenario files of <see cref="Optimise"/>.</summary>
/// <param name="points">The scenario as it stands, then the points found.</param>
/// <param name="answers">Their outcomes, with draws the search did not use.</param>
internal sealed class OptimiseReport(
    Experiment experiment, Optimise kind, IReadOnlyList<SearchRound> rounds, IReadOnlyList<double[]> points, Answers answers)
{
    private const string Standing = "as it stands";

    private readonly Evaluation[] _values = [.. points.Select((_, i) => kind.Judge(answers, i))];

    public ExperimentFindings Findings(ImmutableArray<ArmPlan> arms) => new(
        Sentences(), [Found(), Progress(), Search(), WorldsTable.Of(experiment, arms, answers, points)], [.. Pictures()])
    {
        Files = [.. Enumerable.Range(1, points.Count - 1).Select(i => new FoundFile(FileOf(i), folder => PointScenario.Write(
            experiment, points[i], $"{experiment.Name}: {Name(i)}", $"Found by simlab optimise, seed {experiment.Seed}. {Said(i)}",
                folder)))],
    };

    private static string Name(int point) => point == 0 ? Standing : $"point {point}";

    private static string FileOf(int point) => $"point-{point}.yaml";

    private bool Keeps(int point) => !_values[point].IsMissing && _values[point].Violation == 0;

    private FindingsTable Found()
    {
        var table = new FindingsTable(
            "found", $"What was found: mean over {answers.Replicates} replicates that chose nothing, with its 95 % interval, and the "
            + $"change from the scenario as it stands",
        [
            TableColumn.Text("point", "Point"), .. experiment.Factors.Select(WorldsTable.ColumnOf),
                TableColumn.Text("limits", "Limits"), TableColumn.Text("outcome", "Outcome"), TableColumn.Text("unit", "Unit"),
            new("mean", "Mean", TableColumn.OfRow), new("low", "from", TableColumn.OfRow), new("high", "to", TableColumn.OfRow),
            new("change", "Change", TableColumn.ChangeOfRow), new("change_low", "from", TableColumn.ChangeOfRow),
                new("change_high", "to", TableColumn.ChangeOfRow),
        ]);
        for (var i = 0; i < points.Count; i++)
            for (var o = 0; o < experiment.Outcomes.Length; o++)
            {
                var known = answers.Known(i, o);
                var mean = PairedDifference.Of(known, [.. known.Select(_ => (double?)0)]);
                var change = PairedDifference.Of(known, answers.Known(0, o));
                table.Add(
                [
                    Name(i), .. experiment.Factors.Select((factor, k) => (object)factor.InTable(points[i][k])),
                        Keeps(i) ? "kept" : "broken", experiment.Outcomes[o].Name, experiment.Outcomes[o].Unit,
                    answers.Mean(i, o), mean?.Interval?.Low ?? double.NaN, mean?.Interval?.High ?? double.NaN,
                    change?.Mean ?? double.NaN, change?.Interval?.Low ?? double.NaN, change?.Interval?.High ?? double.NaN,
                ]);
            }
        return table;
    }

    // Progress by round: for one goal its best value, for several the share of the goals' box that is dominated.
    private FindingsTable Progress()
    {
        var table = new FindingsTable(
            "rounds", kind.Goals.Length == 1 ? "The search: best value of each round that keeps the limits"
            : "The search: the share of the goals' box, from worst to best seen, that the points so far beat (hypervolume)",
        [
            new("round", "Round"), new("worlds", "Worlds so far"), new("kept", "Points that keep the limits"),
                new("reached", kind.Goals.Length == 1 ? "Best" : "Hypervolume",
                kind.Goals.Length == 1 ? experiment.Outcomes[kind.Goals[0].Outcome].Unit : "share"),
        ]);
        var reached = Reached();
        for (var r = 0; r < rounds.Count; r++) table.Add(
            r + 1, (double)rounds[r].Spent, rounds[r].Values.Count(v => !v.IsMissing && v.Violation == 0), reached[r]);
        return table;
    }

    private double[] Reached()
    {
        double[][][] kept = [.. rounds.Select(r => r.Values.Where(v => !v.IsMissing && v.Violation == 0).Select(v => v.Goals).ToArray())];
        if (kind.Goals.Length == 1) return [
            .. kept.Select(round => round.Length == 0 ? double.NaN : (kind.Goals[0].Most ? -1 : 1) * round.Min(g => g[0]))];
        double[][] all = [.. kept.SelectMany(round => round)];
        if (all.Length == 0) return [.. kept.Select(_ => double.NaN)];
        double[] best = [.. kind.Goals.Select((_, g) => all.Min(v => v[g]))], worst = [.. kind.Goals.Select((_, g) => all.Max(v => v[g]))];
        double[] Placed(double[] goals) => [.. goals.Select((v, g) => worst[g] > best[g] ? (v - best[g]) / (worst[g] - best[g]) : 0)];
        return [.. kept.Select((_, r) =>
            Hypervolume.Of(kept.Take(r + 1).SelectMany(round => round).Select(Placed), [.. kind.Goals.Select(_ => 1.0)]))];
    }

    private FindingsTable Search()
    {
        var table = new FindingsTable("search", "Every point of the search: means over the replicates of its round",
        [
            new("round", "Round"), new("point", "Point"), .. experiment.Factors.Select(WorldsTable.ColumnOf),
                TableColumn.Text("limits", "Limits"),
            TableColumn.Text("outcome", "Outcome"), TableColumn.Text("unit", "Unit"), new("mean", "Mean", TableColumn.OfRow),
        ])
        { Shown = false };
        for (var r = 0; r < rounds.Count; r++)
            for (var i = 0; i < rounds[r].Points.Length; i++)
                for (var o = 0; o < experiment.Outcomes.Length; o++)
                    table.Add(
                    [
                        r + 1, i, .. experiment.Factors.Select((factor, k) => (object)factor.InTable(rounds[r].Points[i][k])),
                        rounds[r].Values[i] is { IsMissing: false, Violation: 0 } ? "kept" : "broken", experiment.Outcomes[o].Name,
                            experiment.Outcomes[o].Unit, rounds[r].Means[o][i],
                    ]);
        return table;
    }

    private ImmutableArray<string> Sentences()
    {
        var said = ImmutableArray.CreateBuilder<string>();
        int[] kept = [.. Enumerable.Range(1, points.Count - 1).Where(Keeps)];
        var limits = kind.SubjectTo.IsEmpty ? ""
            : $" with {string.Join(" and ", kind.SubjectTo.Select(limit => limit.InWords(experiment)))}";
        said.Add($"{Standing}: {Said(0)}");
        if (kept.Length == 0) said.Add($"No point was found{limits}. The nearest: {Said(1)}");
        else if (kind.Goals.Length == 1)
        {
            var best = kept.MinBy(i => _values[i].Goals[0]);
            said.Add($"{Capital(kind.Goals[0].InWords(experiment))}{limits}: {Name(best)}, {FileOf(best)}. {Said(best)}");
        }
        else
        {
            said.Add($"{kept.Length} {(kept.Length == 1 ? "point is" : "points are")} on the front of "
                + $"{string.Join(", ", kind.Goals.Select(g => g.InWords(experiment)))}{limits}; in each, more of one goal costs some of "
                + $"another.");
            foreach (var (goal, g) in kind.Goals.Select((goal, g) => (goal, g)))
            {
                var best = kept.MinBy(i => _values[i].Goals[g]);
                said.Add($"{Capital(goal.InWords(experiment))}: {Name(best)}, {FileOf(best)}. {Said(best)}");
            }
        }
        var lost = rounds.Sum(r => r.Values.Count(v => v.IsMissing));
        if (lost > 0) said.Add($"{lost} points of the search gave no number for a goal or a limit; they rank behind all others.");
        return said.ToImmutable();
    }

    // "readinessToAsk = 0.4: both 62 %, cost 2.9 亿元."
    private string Said(int point)
    {
        var levers = string.Join(", ", experiment.Factors.Select((factor, k) => $"{factor.Name} = {factor.Shown(points[point][k])}"));
        var asked = kind.Goals.Select(g => g.Outcome).Concat(kind.SubjectTo.Select(limit => limit.Outcome)).Distinct()
            .Select(o => $"{experiment.Outcomes[o].Name} {TableText.Said(answers.Mean(point, o), experiment.Outcomes[o].Unit)}");
        return $"{levers}: {string.Join(", ", asked)}{(Keeps(point) || kind.SubjectTo.IsEmpty ? "" : " (a limit is broken)")}.";
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private IEnumerable<Picture> Pictures()
    {
        var reached = Reached();
        yield return new(
            "Rounds", kind.Goals.Length == 1 ? $"best {experiment.Outcomes[kind.Goals[0].Outcome].Name} of each round"
            : "hypervolume, round by round",
            new ScatterChart("Rounds", [.. reached.Select((value, r) => new Dot(r + 1, value))]) { IsJoined = true });
        for (var a = 0; a < kind.Goals.Length; a++)
            for (var b = a + 1; b < kind.Goals.Length; b++)
            {
                var (x, y) = (kind.Goals[a].Outcome, kind.Goals[b].Outcome);
                yield return new(
                    "Front", $"{experiment.Outcomes[x].Name} ({experiment.Outcomes[x].Unit}) to the right, {experiment.Outcomes[y].Name} "
                    + $"({experiment.Outcomes[y].Unit}) upwards; {answers.Replicates} replicates each",
                    new ScatterChart(
                        "Front", [.. points.Select((_, i) =>
                        new Dot(answers.Mean(i, x), answers.Mean(i, y), i == 0 ? Standing : i.ToString(CultureInfo.InvariantCulture)))]));
            }
        if (kind.Goals.Length > 1) yield break;
        var goal = kind.Goals[0].Outcome;
        for (var k = 0; k < experiment.Factors.Length; k++)
        {
            var factor = (At: k, Knob: experiment.Factors[k]);
            yield return new(experiment.Outcomes[goal].Name, $"every point of the search, against {factor.Knob.Name} ({factor.Knob.Unit})",
                new ScatterChart(
                    experiment.Outcomes[goal].Name,
                    [.. rounds.SelectMany(r => r.Points.Select((p, i) => new Dot(factor.Knob.InTable(p[factor.At]), r.Means[goal][i])))]));
        }
    }
}
