namespace SimLab.Engine.Experiments.Methods;

/// <summary>A point of the posterior.</summary>
/// <param name="Unit">Its place in the unit cube, where the prior is uniform.</param>
/// <param name="Statistics">Statistics of the model at this point.</param>
/// <param name="Distance">Distance from the targets.</param>
public sealed record Particle(double[] Unit, double[] Statistics, double Distance, double Weight);

/// <summary>Weighted points near the targets. The prior is uniform on each factor's own scale.</summary>
/// <param name="Tolerance">The largest retained distance from the targets.</param>
public sealed record Posterior(IReadOnlyList<Factor> Prior, Targets Targets, IReadOnlyList<Particle> Particles, double Tolerance)
{
    private const int FewestParticles = 10;

    private double[] Weights => [.. Particles.Select(p => p.Weight)];

    /// <summary>Effective sample size: the number of equally weighted points with the same precision.</summary>
    public double EffectiveSize => Weighted.EffectiveSize(Weights);

    /// <summary>The point nearest to the targets, as values.</summary>
    public (double[] Point, double Distance) BestFit =>
        Particles.MinBy(p => p.Distance) is { } best ? (Prior.At(best.Unit), best.Distance) : ([], double.NaN);

    /// <summary>
    /// Approximate Bayesian computation by rejection (Pritchard et al. 1999; Beaumont, Zhang and Balding 2002): retains
    /// the share of prior draws nearest to the targets.
    /// </summary>
    /// <param name="units">Points × factors, drawn uniformly from the unit cube.</param>
    /// <param name="statistics">Points × statistics; a point with NaN is always rejected.</param>
    public static Posterior ByRejection(IReadOnlyList<Factor> prior, double[] targets, double[][] units, double[][] statistics, double kept)
    {
        var scaled = Targets.ScaledBy(targets, statistics);
        var all = units.Select((unit, i) => new Particle(unit, statistics[i], scaled.Distance(statistics[i]), 1));
        return Nearest(prior, scaled, all, (int)Math.Round(kept * units.Length));
    }

    internal static Posterior Nearest(IReadOnlyList<Factor> prior, Targets targets, IEnumerable<Particle> all, int count)
    {
        Particle[] usable = [.. all.Where(p => double.IsFinite(p.Distance)).OrderBy(p => p.Distance).Take(count)];
        if (usable.Length < FewestParticles)
            throw new MethodException(
                $"Only {usable.Length} points gave a number for every target; a posterior needs at least {FewestParticles}. Check the "
                + $"targets, or run more points.");
        return new(prior, targets, usable, usable[^1].Distance);
    }

    /// <summary>Marginal posteriors, by factor.</summary>
    public ParameterPosterior[] Summaries() => [.. Prior.Select((factor, f) =>
    {
        double[] units = [.. Particles.Select(p => p.Unit[f])], values = [.. units.Select(factor.At)], weights = Weights;
        return new ParameterPosterior(factor.Name,
            Weighted.Mean(values, weights), Math.Sqrt(Weighted.Variance(values, weights)),
            Weighted.Quantile(values, weights, 0.05), Weighted.Quantile(values, weights, 0.50), Weighted.Quantile(values, weights, 0.95),
            1 - 12 * Weighted.Variance(units, weights), Weighted.DistanceFromUniform(units, weights), EffectiveSize);
    })];

    /// <summary>
    /// Correlations, factors × factors, on the prior's scale. A pair near 1 or −1: the targets fix a combination, not
    /// each.
    /// </summary>
    public double[][] Correlations() => [.. Prior.Select((_, a) => Prior.Select((_, b) => a == b ? 1 :
        Weighted.Correlation([.. Particles.Select(p => p.Unit[a])], [.. Particles.Select(p => p.Unit[b])], Weights)).ToArray())];
}
