using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Methods;

namespace SimLab.Engine.Calibration;

/// <summary>A fact beside the model's value.</summary>
/// <param name="Fit">Mean over the replicates at the fitted values.</param>
/// <param name="Documented">Mean over the replicates at the documented values of the register.</param>
public sealed record FactFit(KnownFact Fact, double? Fit, double? Documented)
{
    /// <summary>Deviation from the fact after fitting, in standard errors of the fact.</summary>
    public double? Miss => (Fit - Fact.Observed) / Fact.Error;

    /// <summary>Deviation from the fact before fitting, in standard errors of the fact.</summary>
    public double? MissBefore => (Documented - Fact.Observed) / Fact.Error;
}

/// <summary>Result of a calibration.</summary>
/// <param name="Posterior">Points near the facts: the information on the parameters.</param>
/// <param name="Rounds">Completed rounds; fewer than ordered where a round brought hardly any improvement.</param>
/// <param name="Best">Best-fit values of the free parameters.</param>
/// <param name="Draws">Posterior draws, equally weighted: draw × parameter.</param>
public sealed record CalibrationResult(
    CalibrationOrder Order, Posterior Posterior, int Rounds, double[] Best, double Distance, double DistanceBefore,
    ImmutableArray<FactFit> Fits, ImmutableArray<double[]> Draws)
{
    /// <summary>Marginal posteriors, by parameter.</summary>
    public ImmutableArray<ParameterPosterior> Parameters { get; } = [.. Posterior.Summaries()];
}

/// <summary>
/// Fits the free parameters to the facts published by a month:
/// 1. approximate Bayesian computation in rounds, distances in standard errors of the facts;
/// 2. the retained points are the posterior. No regression adjustment: some facts lie beyond the reach of the model,
///    and an extrapolation to them leaves every range;
/// 3. the posterior's centre and the nearest points are simulated again with fresh random keys; the best of them is the
///    fit.
/// </summary>
public sealed class Calibrator(CalibrationOrder order, ICalibrationWorlds worlds)
{
    private const int Nearest = 6;                         // with the centre and the register's own values: one batch of worlds
    private const ulong CheckSeed = 1;                     // the last step shares its random key with no round

    private readonly ImmutableArray<KnownFact> facts = order.Fitted;
    private readonly WorldReading _means = new(
        string.Join('\n', order.Fitted.Select(fact => $"{fact.Measures.Name} {fact.At}")),
        arm => [.. order.Fitted.Select(fact => arm.Mean(fact.Measures.At(fact.At)) ?? double.NaN)]);
    private readonly Factor[] prior = [.. order.Parameters.Select(p => p.Prior)];

    /// <summary>Runs the calibration.</summary>
    public async Task<CalibrationResult> Run(CancellationToken cancel = default)
    {
        var search = new AbcPopulation(prior, [.. facts.Select(f => f.Observed)], order.Seed,
            new(order.Size.Draws, order.Size.Kept), [.. facts.Select(f => f.Error)]);
        while (search.Round < order.Size.Rounds && !search.Settled)
        {
            var points = search.Ask();
            search.Tell(await Statistics(points, KeyOf(search.Round), cancel));
        }
        var posterior = search.Posterior;
        var (best, fits, distance, before) = await BestOf(Candidates(posterior), cancel);
        return new(order, posterior, search.Round, best, distance, before, fits, Resampled(posterior));
    }

    private ulong KeyOf(int round) => order.Seed + CheckSeed + 1 + (ulong)round;

    private async Task<double[][]> Statistics(double[][] points, ulong randomKey, CancellationToken cancel) =>
        [.. await worlds.Read(
            [.. points.Select((point, i) => order.Arm($"draw {i}", order.At(point)))], 1, order.LastFitted, randomKey, _means, cancel)];

    private double[][] Candidates(Posterior posterior)
    {
        double[] weights = [.. posterior.Particles.Select(p => p.Weight)];
        double[] centre = [.. prior.Select((_, f) => Weighted.Mean([.. posterior.Particles.Select(p => p.Unit[f])], weights))];
        return [prior.At(centre), .. posterior.Particles.OrderBy(p => p.Distance).Take(Nearest).Select(p => prior.At(p.Unit))];
    }

    private async Task<(
        double[] Best, ImmutableArray<FactFit> Fits, double Distance, double Before)> BestOf(
        double[][] candidates, CancellationToken cancel)
    {
        ArmPlan[] arms = [
            .. candidates.Select((c, i) => order.Arm($"candidate {i}", order.At(c))), order.Arm("register", Assumptions.Documented)];
        var means = await worlds.Read(arms, order.Size.Checks, order.LastFitted, order.Seed + CheckSeed, _means, cancel);
        var targets = new Targets([.. facts.Select(f => f.Observed)], [.. facts.Select(f => f.Error)]);
        double[] distances = [.. means.Select(targets.Distance)];
        var best = Enumerable.Range(0, candidates.Length).MinBy(i => distances[i]);
        return (candidates[best], [.. facts.Select((fact, f) => new FactFit(fact, Known(means[best][f]), Known(means[^1][f])))],
            distances[best], distances[^1]);
    }

    private static double? Known(double mean) => double.IsNaN(mean) ? null : mean;

    // Systematic resampling (Kitagawa 1996): draws in proportion to weight, with one random offset for all.
    private ImmutableArray<double[]> Resampled(Posterior posterior)
    {
        var (count, total) = (order.Size.Posterior, posterior.Particles.Sum(p => p.Weight));
        var coin = new PointDraws(order.Seed, PointDrawId.Resampling).Uniform(0);
        var draws = ImmutableArray.CreateBuilder<double[]>(count);
        var (sum, particle) = (posterior.Particles[0].Weight, 0);
        for (var i = 0; i < count; i++)
        {
            while (sum < (i + coin) / count * total && particle < posterior.Particles.Count - 1) sum += posterior.Particles[
                ++particle].Weight;
            draws.Add(prior.At(posterior.Particles[particle].Unit));
        }
        return draws.DrainToImmutable();
    }
}
