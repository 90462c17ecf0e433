using System.Collections.Immutable;
using MathNet.Numerics.Statistics;
using SimLab.Engine.Effects;
using SimLab.Engine.Experiments.Methods;
using SimLab.Model;

namespace SimLab.Engine.Calibration;

/// <summary>
/// Predictive distribution of one moment, over posterior draws, each with its own random key. Quantiles are of type 7.
/// </summary>
public sealed record Prediction(Moment Moment, Month At, double P05, double P25, double Median, double P75, double P95, int Draws)
{
    /// <summary>Width of the 90 % interval over the median.</summary>
    public double RelativeWidth => (P95 - P05) / Math.Abs(Median);

    /// <summary>Whether the 90 % interval contains the value.</summary>
    public bool Holds(double observed) => observed >= P05 && observed <= P95;

    /// <summary>Whether the 50 % interval contains the value.</summary>
    public bool HalfHolds(double observed) => observed >= P25 && observed <= P75;

    /// <summary>Null: no draw gave a number.</summary>
    internal static Prediction? Of(Moment moment, Month at, IEnumerable<double?> values)
    {
        double[] sorted = [.. values.OfType<double>().Order()];
        if (sorted.Length == 0) return null;
        double Quantile(double share) => SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
        return new(moment, at, Quantile(0.05), Quantile(0.25), Quantile(0.5), Quantile(0.75), Quantile(0.95), sorted.Length);
    }
}

/// <summary>A fact published later, beside its prediction.</summary>
public sealed record ScoredFact(KnownFact Fact, Prediction Prediction)
{
    /// <summary>The fact lies in the 90 % interval.</summary>
    public bool Covered => Prediction.Holds(Fact.Observed);

    /// <summary>The fact lies in the 50 % interval.</summary>
    public bool HalfCovered => Prediction.HalfHolds(Fact.Observed);
}

/// <summary>Compares a calibration with facts published after it.</summary>
public sealed record BackTest(CalibrationOrder Order, ImmutableArray<ScoredFact> Facts, ImmutableArray<SimulatedArm> Worlds)
{
    /// <summary>
    /// Criteria: the share of observed values inside the 90 % interval, and the largest acceptable relative width.
    /// </summary>
    public const double WantedCoverage = 0.80, WantedWidth = 0.40;

    private const ulong Luck = 7_001;                      // used by no round of the calibration

    /// <summary>Share of facts inside the 90 % interval, 0–1.</summary>
    public double Coverage => Facts.Count(f => f.Covered) / (double)Facts.Length;

    /// <summary>Share of facts inside the 50 % interval, 0–1.</summary>
    public double HalfCoverage => Facts.Count(f => f.HalfCovered) / (double)Facts.Length;

    /// <summary>Median width of the 90 % intervals, over the median prediction.</summary>
    public double MedianWidth => Facts.Select(f => f.Prediction.RelativeWidth).Median();

    /// <summary>
    /// Simulates every posterior draw to the last later fact, each batch of draws with a random key of its own. Adds
    /// the fact's own error to each world's value: the interval is for the published figure.
    /// </summary>
    public static async Task<BackTest> Run(
        CalibrationOrder order, IReadOnlyList<double[]> draws, ICalibrationWorlds worlds, Month last, CancellationToken cancel = default)
    {
        var lived = await worlds.Simulate(
            [.. draws.Select((draw, i) => order.Arm($"draw {i}", order.At(draw)))], 1, last, order.Seed + Luck, cancel: cancel);
        var errors = new PointDraws(order.Seed, PointDrawId.Observation);
        var scored = order.Later.Where(fact => fact.At <= last).Select((fact, f) => (fact, Prediction.Of(fact.Measures, fact.At,
            lived.Select((draw, i) => draw.Mean(fact.Measures.At(fact.At)) + fact.Error * errors.Gaussian(i, f, 1)))));
        return new(order, [.. from pair in scored where pair.Item2 is not null select new ScoredFact(pair.fact, pair.Item2)], lived);
    }
}
