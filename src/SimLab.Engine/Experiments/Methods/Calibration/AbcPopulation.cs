using MathNet.Numerics.LinearAlgebra;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Settings of <see cref="AbcPopulation"/>.</summary>
/// <param name="Particles">Points of the first round.</param>
/// <param name="Kept">Share of them retained after each round.</param>
/// <param name="Stop">
/// Settled when at most this share of a round's new points comes nearer than the last tolerance; Lenormand et al.
/// recommend 0.05.
/// </param>
public sealed record AbcSettings(int Particles = 500, double Kept = 0.5, double Stop = 0.05);

/// <summary>
/// Approximate Bayesian computation in rounds: Lenormand, Jabot and Deffuant, "Adaptive approximate Bayesian
/// computation for complex models" (2013), an adaptive form of the population Monte Carlo of Beaumont, Cornuet, Marin
/// and Robert (2009), ask–tell.
/// 1. Draw points from the prior, retain the nearest.
/// 2. Replace the dropped ones by draws around the retained: an ancestor by weight, a normal step with twice the
///    weighted covariance (Filippi et al. 2013); after a step out of the box, draw again, ancestor and all.
/// 3. Weight a new point by prior over proposal; retain the nearest of old and new. The tolerance can only shrink.
/// </summary>
public sealed class AbcPopulation
{
    private const int MostTries = 10_000;

    private readonly IReadOnlyList<Factor> prior;
    private readonly double[] targets;
    private readonly ulong seed;
    private readonly AbcSettings settings;
    private readonly double[]? scales;
    private double[][]? asked;
    private double[] askedWeights = [];
    private Posterior? posterior;

    /// <summary>Starts a calibration.</summary>
    /// <param name="prior">One factor per parameter.</param>
    /// <param name="targets">Target values of the statistics.</param>
    /// <param name="seed">Same seed, same points.</param>
    /// <param name="settings">Number of points and stop rule.</param>
    /// <param name="scales">
    /// Unit of distance in each statistic, such as its standard error; null: its spread over the first round.
    /// </param>
    public AbcPopulation(IReadOnlyList<Factor> prior, double[] targets, ulong seed, AbcSettings? settings = null, double[]? scales = null)
    {
        (this.prior, this.targets, this.seed, this.settings, this.scales) = (prior, targets, seed, settings ?? new(), scales);
        if (this.settings.Kept is not (> 0 and < 1)) throw new MethodException(
            $"The share of points kept must lie between 0 and 1, not be {this.settings.Kept}.");
    }

    /// <summary>Rounds completed.</summary>
    public int Round { get; private set; }

    /// <summary>The last round brought hardly any improvement: more rounds are wasted.</summary>
    public bool Settled { get; private set; }

    /// <summary>The posterior after the last round.</summary>
    /// <exception cref="MethodException">No round is complete yet.</exception>
    public Posterior Posterior => posterior ?? throw new MethodException($"There is no posterior before the first round.");

    /// <summary>Points to run next, as values.</summary>
    public double[][] Ask()
    {
        if (asked is null) (asked, askedWeights) = posterior is null ? FromPrior() : AroundKept(posterior);
        return prior.At(asked);
    }

    /// <summary>Takes the statistics of the requested points.</summary>
    /// <param name="statistics">Statistics of each requested point, in that order; NaN: no number.</param>
    public void Tell(IReadOnlyList<double[]> statistics)
    {
        var expected = Ask().Length;
        if (statistics.Count != expected) throw new MethodException($"{expected} points were asked for, but {statistics.Count} came back.");
        if (statistics.FirstOrDefault(s => s.Length != targets.Length) is { } odd)
            throw new MethodException($"There are {targets.Length} targets, but a point with {odd.Length} statistics came back.");
        var scaled = posterior?.Targets ?? (scales is null ? Targets.ScaledBy(targets, statistics) : new Targets(targets, scales));
        Particle[] fresh = [
            .. asked!.Select((unit, i) => new Particle(unit, statistics[i], scaled.Distance(statistics[i]), askedWeights[i]))];
        if (posterior is not null) Settled = fresh.Count(p => p.Distance < posterior.Tolerance) <= settings.Stop * fresh.Length;
        posterior = Posterior.Nearest(
            prior, scaled, [.. posterior?.Particles ?? [], .. fresh], (int)Math.Round(settings.Kept * settings.Particles));
        asked = null;
        Round++;
    }

    private (double[][], double[]) FromPrior()
    {
        var draws = new PointDraws(seed, PointDrawId.Prior);
        return ([.. Enumerable.Range(0, settings.Particles).Select(i => prior.Select((_, f) => draws.Uniform(i, f)).ToArray())],
            [.. Enumerable.Repeat(1.0, settings.Particles)]);
    }

    private (double[][], double[]) AroundKept(Posterior kept)
    {
        var cloud = new Cloud(kept, prior.Count);
        var count = settings.Particles - (int)Math.Round(settings.Kept * settings.Particles);
        var (units, tries) = (new double[count][], 0);
        for (var i = 0; i < count; i++)
            for (var attempt = 0; ; attempt++, tries++)
            {
                if (attempt == MostTries) throw new MethodException($"Bug in SimLab: no step of the ABC kernel stays in the box.");
                var unit = cloud.Draw(seed, Round, i, attempt);
                if (unit.Any(u => u is <= 0 or >= 1)) continue;
                units[i] = unit;
                break;
            }
        // Drawing again outside the box raises the proposal inside by the inverse of the share that fell inside.
        var inside = (double)count / (count + tries);
        return (units, [.. units.Select(u => inside / cloud.Density(u))]);
    }

    /// <summary>The mixture of normal steps around the retained points.</summary>
    private sealed class Cloud
    {
        private const double Least = 1e-12;
        private readonly Posterior kept;
        private readonly double[] upTo, weights;
        private readonly Matrix<double> root, inverse;
        private readonly double height;

        public Cloud(Posterior kept, int factors)
        {
            this.kept = kept;
            double[] raw = [.. kept.Particles.Select(p => p.Weight)];
            weights = [.. raw.Select(w => w / raw.Sum())];
            upTo = new double[weights.Length];
            for (var i = 0; i < weights.Length; i++) upTo[i] = (i == 0 ? 0 : upTo[i - 1]) + weights[i];
            double[][] columns = [.. Enumerable.Range(0, factors).Select(f => kept.Particles.Select(p => p.Unit[f]).ToArray())];
            var covariance = Matrix<double>.Build.Dense(factors, factors, (a, b) =>
                2 * Weighted.Covariance(columns[a], columns[b], weights) + (a == b ? Least : 0));
            root = covariance.Cholesky().Factor;
            inverse = root.Inverse();
            height = 1 / (Math.Pow(2 * Math.PI, factors / 2.0) * root.Diagonal().Aggregate(1.0, (product, d) => product * d));
        }

        public double[] Draw(ulong seed, int round, int number, int attempt)
        {
            var u = new PointDraws(seed, PointDrawId.Ancestor).Uniform(round, number, attempt);
            var found = Array.BinarySearch(upTo, u);
            var ancestor = Math.Min(found < 0 ? ~found : found, upTo.Length - 1);
            var steps = new PointDraws(seed, PointDrawId.Kernel);
            var z = Vector<double>.Build.Dense(root.RowCount, f => steps.Gaussian(round, number, attempt * root.RowCount + f));
            return [.. Vector<double>.Build.DenseOfArray(kept.Particles[ancestor].Unit) + root * z];
        }

        public double Density(double[] unit)
        {
            var whitened = kept.Particles.Select(p => inverse * Vector<double>.Build.Dense(unit.Length, f => unit[f] - p.Unit[f]));
            return height * whitened.Select((z, j) => weights[j] * Math.Exp(-z.DotProduct(z) / 2)).Sum();
        }
    }
}
