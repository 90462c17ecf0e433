using System.Globalization;
using SimLab.Engine.Experiments.Methods;
using Xunit;

namespace SimLab.Tests.Experiments.Methods;

/// <summary>
/// The published example of scenario discovery: Bryant and Lempert, "Thinking inside the box" (2010), 882 runs of a model of a renewable
/// fuel standard, 89 of them costly. The data were given by Ben Bryant to the EMA workbench, whose page "Performing scenario discovery in
/// Python" documents the boxes below; five of its nine factors are kept here, rounded to the decimals that carry meaning (the other four
/// restrict none of these boxes, so that every choice of a peel or a question is the same).
/// </summary>
[Fast]
public sealed class BryantLempertTests
{
    private const int Cost = 0, Biomass = 1, Yield = 2, Elasticity = 3, Backstop = 4;

    private static readonly Cases Costly = Read();

    private static Cases Read()
    {
        var lines = File.ReadAllLines(Repository.File("tests", "SimLab.Tests", "Experiments", "Methods", "bryant-lempert-2010.csv"));
        double[][] rows = [
            .. lines.Skip(1).Select(line => line.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray())];
        return Cases.Of([.. rows.Select(r => r[..5])], [.. rows.Select(r => r[5])]);
    }

    private static PrimBox Box21 => new Prim(Costly, new(Peel: 0.1)).Trajectory()[21];

    [Fact]
    public void The_data_are_those_of_the_article()
    {
        Assert.Equal((882, 89.0), (Costly.Points.Length, Costly.Outcome.Sum()));
        // Ends of the factors as the workbench prints them.
        Assert.Equal((450.0, 997.8), (Costly.Points.Min(p => p[Biomass]), Costly.Points.Max(p => p[Biomass])));
        Assert.Equal((-0.8, -0.202), (Costly.Points.Min(p => p[Elasticity]), Costly.Points.Max(p => p[Elasticity])));
        Assert.Equal((90.0, 199.6), (Costly.Points.Min(p => p[Backstop]), Costly.Points.Max(p => p[Backstop])));
        Assert.Equal((80.0, 99.9), (Costly.Points.Min(p => p[Yield]), Costly.Points.Max(p => p[Yield])));
    }

    [Fact]
    public void Prim_finds_the_box_that_the_workbench_documents()
    {
        var box = Box21;
        Assert.Equal((0.752809, 0.770115, 0.0986395), (Math.Round(box.Coverage, 6), Math.Round(box.Density, 6), Math.Round(box.Mass, 7)));
        Assert.Equal([Cost, Biomass, Elasticity, Backstop], box.Restricted);
        Assert.Equal(755.8, box.Limits[Biomass].High, 1e-6);
        Assert.Equal(-0.422, box.Limits[Elasticity].Low, 1e-6);
        Assert.Equal(150.05, box.Limits[Backstop].Low, 1e-6);
        Assert.Equal(72.65, box.Limits[Cost].Low, 1e-6);
    }

    [Fact]
    public void Quasi_p_values_are_those_of_the_workbench_and_the_cost_limit_is_dropped()
    {
        var box = Box21;
        var p = box.QuasiPs().ToDictionary(q => q.Factor);
        Assert.Equal(4.716968553178765e-06, p[Biomass].High, 1e-12);
        Assert.Equal(3.515112530263049e-11, p[Backstop].Low, 1e-14);
        Assert.True(p[Elasticity].Low < 1e-14);
        Assert.Equal(0.15741333528927348, p[Cost].Low, 1e-9);

        var kept = box.Significant();
        Assert.Equal([Biomass, Elasticity, Backstop], kept.Restricted);
        Assert.Equal((0.764045, 0.715789, 0.10771), (Math.Round(kept.Coverage, 6), Math.Round(kept.Density, 6), Math.Round(kept.Mass, 5)));
    }

    [Fact]
    public void The_tree_has_the_eight_leaves_that_the_workbench_documents()
    {
        // No depth limit, at least 5 % of the runs in a leaf: coverage, density, mass.
        var leaves = Cart.Grow(Costly, new(Depth: 20, LeastLeaf: 44)).Leaves
            .Select(l => (
                Math.Round(l.Mean * l.Inside.Length / 89, 6), Math.Round(l.Mean, 6), Math.Round(l.Inside.Length / 882.0, 6))).ToArray();
        (double, double, double)[] documented =
        [
            (0.011236, 0.021739, 0.052154), (0, 0, 0.546485), (0, 0, 0.103175), (0.044944, 0.090909, 0.049887),
            (0.224719, 0.434783, 0.052154), (0.112360, 0.227273, 0.049887), (0, 0, 0.051020), (0.606742, 0.642857, 0.095238),
        ];
        Assert.Equal(documented.Order(), leaves.Order());
    }
}
