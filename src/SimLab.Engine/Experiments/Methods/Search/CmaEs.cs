using MathNet.Numerics.LinearAlgebra;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Settings of <see cref="CmaEs"/>.</summary>
/// <param name="Population">Points per round; 0: 4 + ⌊3 ln factors⌋, Hansen's default.</param>
/// <param name="Step">Standard deviation of the first round, in ranges of the factors.</param>
/// <param name="Tolerance">A run has settled when its best values, or its steps, differ by at most this.</param>
public sealed record CmaEsSettings(int Population = 0, double Step = 0.3, double Tolerance = 1e-12);

/// <summary>
/// CMA-ES for one goal: Hansen, "The CMA evolution strategy: a tutorial" (2016), with weighted recombination, step-size
/// paths, rank-one and rank-μ updates. A settled run restarts with twice the population at a random place (IPOP; Auger
/// and Hansen 2005). A step over a wall of the box ends at the wall, and the update uses that end. Constraints and
/// points without a number enter by rank, as in <see cref="Dominance"/>. With a noisy goal, pass means over replicates
/// and take <see cref="Centre"/>, the mean of the search, rather than <see cref="Best"/>, which is partly chance.
/// </summary>
public sealed class CmaEs : ISearch
{
    private readonly IReadOnlyList<Factor> factors;
    private readonly CmaEsSettings settings;
    private readonly ulong seed;
    private CmaRun run;
    private double[][]? asked;

    /// <summary>Starts a search.</summary>
    /// <param name="start">Start, as values of the factors; null: the middle of the box.</param>
    public CmaEs(IReadOnlyList<Factor> factors, ulong seed, CmaEsSettings? settings = null, IReadOnlyList<double>? start = null)
    {
        (this.factors, this.seed, this.settings) = (factors, seed, settings ?? new());
        var population = this.settings.Population > 0 ? this.settings.Population : 4 + (int)(3 * Math.Log(factors.Count));
        if (population < 4) throw new MethodException($"CMA-ES needs a population of at least 4, not {population}.");
        run = new(Vector<double>.Build.Dense(factors.Count, f => start is null ? 0.5 : factors[f].PlaceOf(start[f])),
            this.settings.Step, population);
    }

    public int Round { get; private set; }

    /// <summary>Restarts after settled runs.</summary>
    public int Restarts { get; private set; }

    /// <summary>The best point so far; null: no point with a number yet.</summary>
    public Candidate? Best { get; private set; }

    /// <summary>The mean of the present run, as values of the factors.</summary>
    public double[] Centre => factors.At([.. run.Mean]);

    public double[][] Ask()
    {
        asked ??= [.. run.Sample(new PointDraws(seed, PointDrawId.Gaussian), Round).Select(InBox)];
        return factors.At(asked);
    }

    public void Tell(IReadOnlyList<Evaluation> values)
    {
        var points = Ask();
        Evaluation.Check(values, points.Length, 1);
        int[] order = [
            .. Enumerable.Range(0, values.Count).OrderBy(i => values[i].IsMissing).ThenBy(i => values[i].Violation)
            .ThenBy(i => values[i].Goals[0])];
        var best = values[order[0]];
        if (Best is null || best.Beats(Best.Value)) Best = new(points[order[0]], best);
        run.Update([.. order.Select(i => asked![i])], best.Violation > 0 ? double.NaN : best.Goals[0], values[order[^1]].Goals[0]);
        asked = null;
        Round++;
        if (run.HasSettled(settings.Tolerance)) Restart();
    }

    private void Restart()
    {
        Restarts++;
        var draws = new PointDraws(seed, PointDrawId.FirstGeneration);
        run = new(Vector<double>.Build.Dense(factors.Count, f => draws.Uniform(Restarts, f)), settings.Step, 2 * run.Population);
    }

    private static double[] InBox(double[] y) => [.. y.Select(x => Math.Clamp(x, 0, 1))];
}
