using MathNet.Numerics.LinearAlgebra;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// Shifts each retained point to where it would lie if it hit the targets: Beaumont, Zhang and Balding, "Approximate
/// Bayesian computation in population genetics" (2002). Fits a linear regression of parameters on misses, points
/// weighted by Epanechnikov's kernel of their distance; parameters on the logit of their place in the prior, so that
/// none leaves its range (Hamilton et al. 2005).
/// </summary>
public static class LocalRegression
{
    private const double Edge = 1e-12;

    /// <summary>The adjusted posterior; unchanged where every point hits the targets.</summary>
    /// <exception cref="MethodException">There are too few points for the number of targets.</exception>
    public static Posterior Adjusted(this Posterior posterior)
    {
        var (particles, targets) = (posterior.Particles, posterior.Targets);
        if (posterior.Tolerance <= 0) return posterior;                 // every point already hits the targets
        double[] weights = [.. particles.Select(p => p.Weight * (1 - Math.Pow(p.Distance / posterior.Tolerance, 2)))];
        int[] counted = [.. Enumerable.Range(0, particles.Count).Where(i => weights[i] > 0)];
        if (counted.Length <= targets.Values.Length + 1)
            throw new MethodException(
                $"A regression on {targets.Values.Length} targets needs more than {targets.Values.Length + 1} points; {counted.Length} "
                + $"were kept.");

        double Miss(int i, int s) => (particles[i].Statistics[s] - targets.Values[s]) / targets.Scales[s];
        var design = Matrix<double>.Build.Dense(counted.Length, targets.Values.Length + 1, (row, c) =>
            Math.Sqrt(weights[counted[row]]) * (c == 0 ? 1 : Miss(counted[row], c - 1)));
        var logits = Matrix<double>.Build.Dense(counted.Length, posterior.Prior.Count, (row, f) =>
            Math.Sqrt(weights[counted[row]]) * Logit(particles[counted[row]].Unit[f]));
        // Pseudo-inverse: redundant or constant statistics must not stop the fit.
        var lines = design.PseudoInverse() * logits;

        double Moved(int i, int f)
        {
            var at = Logit(particles[i].Unit[f]);
            for (var s = 0; s < targets.Values.Length; s++) at -= lines[s + 1, f] * Miss(i, s);
            return 1 / (1 + Math.Exp(-at));
        }
        return posterior with
        {
            Particles = [
                .. counted.Select(i =>
                particles[i] with { Unit = [.. posterior.Prior.Select((_, f) => Moved(i, f))], Weight = weights[i] })],
        };
    }

    private static double Logit(double u)
    {
        u = Math.Clamp(u, Edge, 1 - Edge);
        return Math.Log(u / (1 - u));
    }
}
