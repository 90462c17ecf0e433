using MathNet.Numerics.LinearAlgebra;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// One run of the evolution strategy in open space: Hansen's tutorial (2016), figure 6, with its default parameters and
/// positive weights.
/// </summary>
internal sealed class CmaRun
{
    private const double LargestCondition = 1e14;

    private readonly int dimensions;
    private readonly double[] weights;
    private readonly double muEff, cSigma, dSigma, cC, c1, cMu, chi;

    private double step;
    private Matrix<double> covariance, axes;
    private Vector<double> scales, sigmaPath, covariancePath;
    private int generation;
    private readonly List<double> history = [];
    private bool flat;

    public CmaRun(Vector<double> mean, double step, int population)
    {
        (Mean, this.step, Population, dimensions) = (mean, step, population, mean.Count);
        var n = (double)dimensions;
        var mu = population / 2;
        weights = [.. Enumerable.Range(1, mu).Select(i => Math.Log((population + 1) / 2.0) - Math.Log(i))];
        var sum = weights.Sum();
        weights = [.. weights.Select(w => w / sum)];
        muEff = 1 / weights.Sum(w => w * w);
        cSigma = (muEff + 2) / (n + muEff + 5);
        dSigma = 1 + 2 * Math.Max(0, Math.Sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;
        cC = (4 + muEff / n) / (n + 4 + 2 * muEff / n);
        c1 = 2 / ((n + 1.3) * (n + 1.3) + muEff);
        cMu = Math.Min(1 - c1, 2 * (muEff - 2 + 1 / muEff) / ((n + 2) * (n + 2) + muEff));
        chi = Math.Sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
        covariance = Matrix<double>.Build.DenseIdentity(dimensions);
        axes = Matrix<double>.Build.DenseIdentity(dimensions);
        scales = Vector<double>.Build.Dense(dimensions, 1);
        sigmaPath = Vector<double>.Build.Dense(dimensions);
        covariancePath = Vector<double>.Build.Dense(dimensions);
    }

    public int Population { get; }
    public Vector<double> Mean { get; private set; }

    public double[][] Sample(PointDraws draws, int round) => [.. Enumerable.Range(0, Population).Select(k =>
    {
        var z = Vector<double>.Build.Dense(dimensions, d => draws.Gaussian(round, k, d));
        return (Mean + step * (axes * scales.PointwiseMultiply(z))).ToArray();
    })];

    /// <param name="ranked">The sampled points, the best first.</param>
    /// <param name="best">Goal of the best; NaN while no point keeps all constraints.</param>
    /// <param name="worst">Goal of the worst.</param>
    public void Update(double[][] ranked, double best, double worst)
    {
        generation++;
        history.Add(best);
        flat = best == worst;
        Vector<double>[] steps = [.. ranked.Take(weights.Length).Select(y => (Vector<double>.Build.DenseOfArray(y) - Mean) / step)];
        var move = Vector<double>.Build.Dense(dimensions);
        for (var i = 0; i < steps.Length; i++) move += weights[i] * steps[i];
        Mean += step * move;

        var whitened = axes * (axes.TransposeThisAndMultiply(move).PointwiseDivide(scales));
        sigmaPath = (1 - cSigma) * sigmaPath + Math.Sqrt(cSigma * (2 - cSigma) * muEff) * whitened;
        var length = sigmaPath.L2Norm();
        var moving = length / Math.Sqrt(1 - Math.Pow(1 - cSigma, 2.0 * generation)) < (1.4 + 2 / (dimensions + 1.0)) * chi;
        covariancePath = (1 - cC) * covariancePath;
        if (moving) covariancePath += Math.Sqrt(cC * (2 - cC) * muEff) * move;

        var stalled = moving ? 0 : c1 * cC * (2 - cC);
        covariance = (1 - c1 - cMu + stalled) * covariance + c1 * covariancePath.OuterProduct(covariancePath);
        for (var i = 0; i < steps.Length; i++) covariance += cMu * weights[i] * steps[i].OuterProduct(steps[i]);
        step *= Math.Exp(Math.Min(1, cSigma / dSigma * (length / chi - 1)));
        Decompose();
    }

    /// <summary>
    /// Whether the best values or the steps no longer differ, the shape has degenerated, or all points are equally
    /// good.
    /// </summary>
    public bool HasSettled(double tolerance)
    {
        var condition = scales.Maximum() / scales.Minimum();
        if (flat || !double.IsFinite(step) || condition * condition > LargestCondition) return true;
        if (step * scales.Maximum() < tolerance) return true;
        var window = 10 + (int)Math.Ceiling(30.0 * dimensions / Population);
        if (history.Count < window) return false;
        double[] recent = [.. history[^window..]];
        return !recent.Any(double.IsNaN) && recent.Max() - recent.Min() <= tolerance;
    }

    private void Decompose()
    {
        covariance = (covariance + covariance.Transpose()) / 2;
        var parts = covariance.Evd(Symmetricity.Symmetric);
        axes = parts.EigenVectors;
        scales = parts.EigenValues.Map(e => Math.Sqrt(Math.Max(e.Real, 1e-30)));
    }
}
