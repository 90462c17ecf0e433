using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Experiments.Methods;
using SimLab.Pages.Charts;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>Tables, sentences in English and Chinese, and pictures of <see cref="Discover"/>.</summary>
internal sealed class DiscoverReport
{
    // A question stays in the tree if it explains at least a hundredth of the variance.
    private static readonly CartSettings Tree = new(Depth: 3, LeastLeaf: 5, Pruning: 0.01);

    private readonly Experiment _experiment;
    private readonly Cases _cases;
    private readonly double _rate;
    private readonly List<string> _sentences = [];
    private readonly List<Picture> _pictures = [];
    private readonly FindingsTable _boxes = new(
        "boxes", "Boxes in which the plan mostly misses; coverage: share of all misses that lie there, density: share of its points that "
        + "miss",
    [
        new("box", "Box"), new("coverage", "Coverage", "share"), new("density", "Density", "share"), new("mass", "Of all points", "share"),
        TableColumn.Text("factor", "Factor"), TableColumn.Text("unit", "Unit"), new("low", "At least"), new("high", "At most"),
            new("quasi_p_low", "quasi-p low") { IsDetail = true }, new("quasi_p_high", "quasi-p high") { IsDetail = true },
            new("quasi_p", "quasi-p"),
    ]);
    private readonly FindingsTable _trajectory = new(
        "trajectory", "Every box PRIM went through, to choose another trade of coverage and density",
    [
        new("box", "Box"), new("step", "Step"), new("coverage", "Coverage", "share"), new("density", "Density", "share"),
            new("mass", "Of all points", "share"), new("limited", "Factors limited"),
    ])
    { Shown = false };
    private readonly Dictionary<string, ImmutableArray<StatedLimit>> _leaves = [];
    private readonly FindingsTable _tree = new("tree", "The tree: its leaves, and the share of points that miss in each",
    [
        new("leaf", "Leaf"), TableColumn.Text("where", "Where"), new("points", "Points"), new("misses", "Miss", "share"),
    ]);

    public DiscoverReport(Experiment experiment, Discover kind, Cases cases, Missing missing)
    {
        (_experiment, _cases, _rate) = (experiment, cases, cases.Outcome.Average());
        var english = string.Join(" and ", kind.Wants.Select(w => w.InWords(experiment)));
        var chinese = string.Join("且", kind.Wants.Select(w => w.InChinese(experiment)));
        var plan = experiment.Scenario;
        var of = cases.Points.Length;
        _sentences.Add(_rate switch
        {
            0 => $"\"{plan.Name}\" misses {english} at none of {of} points, so there is nothing to explain.",
            1 => $"\"{plan.Name}\" misses {english} at all of {of} points: no assumption within the ranges saves it.",
            _ => $"\"{plan.Name}\" misses {english} at {Percent(_rate)} of {of} points.",
        });
        _sentences.Add(_rate switch
        {
            0 => $"在全部{of}个样本点上，“{plan.NameZh ?? plan.Name}”均达到{chinese}。",
            1 => $"在全部{of}个样本点上，“{plan.NameZh ?? plan.Name}”均未达到{chinese}：所给范围内没有任何假设能使其达标。",
            _ => $"在{of}个样本点中，“{plan.NameZh ?? plan.Name}”有 {ChinesePercent(_rate)}未达到{chinese}。",
        });
        if (missing.Count > 0) _sentences.Add($"{missing} They were left out.");
        var root = Cart.Grow(cases, Tree);
        foreach (var leaf in root.Leaves)
        {
            int[] limited = [.. Enumerable.Range(0, cases.Factors).Where(f => !leaf.Limits[f].Same(root.Limits[f]))];
            var where = string.Join(
                " and ", limited.Select(f => InEnglish(f, leaf.Limits[f], root.Limits[f], leaf.Inside)).DefaultIfEmpty("everywhere"));
            _leaves[where] = [.. limited.Select(f => Stated(f, leaf.Limits[f], root.Limits[f], leaf.Inside))];
            _tree.Add(_tree.Rows.Count + 1, where, leaf.Inside.Length, leaf.Mean);
        }
    }

    public void Add(IReadOnlyList<PrimBox> trajectory, PrimBox box)
    {
        var number = 1 + _boxes.Rows.Select(row => row[0]).Distinct().Count();
        foreach (var (step, i) in trajectory.Select((step, i) => (step, i)))
            _trajectory.Add(number, i, step.Coverage, step.Density, step.Mass, step.Restricted.Length);
        foreach (var p in box.QuasiPs())
        {
            var (factor, ends) = (_experiment.Factors[p.Factor], Ends(p.Factor, box.Limits[p.Factor], box.Whole[p.Factor], box.Inside));
            _boxes.Add(number, box.Coverage, box.Density, box.Mass, factor.Name, factor.Unit, InTable(factor, ends.Low),
                InTable(factor, ends.High), p.Low, p.High, p.Least);
        }
        Say(box, number);
        _pictures.Add(new($"Box {number}", "trajectory of PRIM: coverage to the right, density upwards",
            new ScatterChart(
                $"Box {number}: coverage and density", [.. trajectory.Select(b => new Dot(b.Coverage, b.Density))])
            { IsJoined = true }));
        Draw(box, number);
    }

    // Every point with a number, for pictures of other pairs of factors.
    private FindingsTable Cases()
    {
        var table = new FindingsTable(
            "cases", "Every point, and whether the plan misses there",
            [.. _experiment.Factors.Select(WorldsTable.ColumnOf), new("misses", "Miss")])
        { Shown = false };
        for (var i = 0; i < _cases.Points.Length; i++)
            table.Add([.. _experiment.Factors.Select((factor, k) => (object)factor.InTable(_cases.Points[i][k])), _cases.Outcome[i]]);
        return table;
    }

    public ExperimentFindings Findings(FindingsTable worlds)
    {
        if (_boxes.Rows.Count == 0 && _rate is > 0 and < 1)
        {
            _sentences.Add(
                "No limits on the factors tell where it misses better than chance would. More samples or replicates may, or other "
                + "factors.");
            _sentences.Add("各因素的任何取值范围都不能比偶然更好地说明何处不能达标；可增加样本或重复次数，或考虑其他因素。");
        }
        var tree = _tree with { Limits = _leaves.Where(leaf => !leaf.Value.IsEmpty).ToImmutableDictionary() };
        return new([.. _sentences], [.. new[] { _boxes, tree, _trajectory, Cases() }.Where(t => t.Rows.Count > 0), worlds],
            [.. _pictures]);
    }

    private void Say(PrimBox box, int number)
    {
        var english = box.Restricted.Select(f => InEnglish(f, box.Limits[f], box.Whole[f], box.Inside));
        _sentences.Add(
            $"{(number == 1 ? "It misses" : "Of the rest, it misses")} mostly where {string.Join(" and ", english)}: there "
            + $"{Percent(box.Density)} of points miss, which is {Percent(box.Coverage)} of all misses.");
        var chinese = box.Restricted.Select(f =>
        {
            var ends = Ends(f, box.Limits[f], box.Whole[f], box.Inside);
            return FactorTexts.Chinese(_experiment.Factors[f], _experiment.Scenario)
                + FactorTexts.Chinese(_experiment.Factors[f], ends.Low, ends.High);
        });
        _sentences.Add(
            $"{(number == 1 ? "" : "其余情形中，")}当{string.Join("，且", chinese)}时，方案多半不能达标："
            + $"该范围内 {ChinesePercent(box.Density)}的样本点未达标，占全部未达标样本点的 {ChinesePercent(box.Coverage)}。");
    }

    // Draws the two factors with the most informative limits.
    private void Draw(PrimBox box, int number)
    {
        int[] telling = [.. box.QuasiPs().OrderBy(p => p.Least).Select(p => p.Factor)];
        var (x, y) = (
            telling[0], telling.Length > 1 ? telling[1] : Enumerable.Range(0, _cases.Factors)
            .FirstOrDefault(f => f != telling[0], telling[0]));
        ExperimentFactor across = _experiment.Factors[x], up = _experiment.Factors[y];
        _pictures.Add(new($"Box {number}", $"{across.Name} to the right, {up.Name} upwards; filled: the plan misses",
            new ScatterChart(
                $"Box {number}",
                [.. _cases.Points.Select((p, i) => new Dot(across.InTable(p[x]), up.InTable(p[y]), IsHollow: _cases.Outcome[i] != 1))])
            {
                Box = new(across.InTable(box.Limits[x].Low), across.InTable(box.Limits[x].High), up.InTable(box.Limits[y].Low),
                    up.InTable(box.Limits[y].High)),
            }));
    }

    private string? InEnglish(int factor, Limit limit, Limit whole, ImmutableArray<int> inside)
    {
        if (limit.Same(whole)) return null;
        var (low, high) = Ends(factor, limit, whole, inside);
        return $"{FactorTexts.English(_experiment.Factors[factor])} {FactorTexts.English(_experiment.Factors[factor], low, high)}";
    }

    // NaN: the end is that of all points. A factor with finitely many values has the outermost value inside, not the
    // cut.
    private (double Low, double High) Ends(int factor, Limit limit, Limit whole, ImmutableArray<int> inside)
    {
        var finite = _experiment.Factors[factor].Range.Count is not null;
        var values = inside.Select(i => _cases.Points[i][factor]);
        return (limit.Low == whole.Low ? double.NaN : finite ? values.Min() : limit.Low,
            limit.High == whole.High ? double.NaN : finite ? values.Max() : limit.High);
    }

    private StatedLimit Stated(int factor, Limit limit, Limit whole, ImmutableArray<int> inside)
    {
        var (of, (low, high)) = (_experiment.Factors[factor], Ends(factor, limit, whole, inside));
        return new(of.Name, InTable(of, low), InTable(of, high), of.Unit);
    }

    private static double InTable(ExperimentFactor factor, double value) => double.IsNaN(value) ? value : factor.InTable(value);

    private static string ChinesePercent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0}%");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");
}
