using System.Collections.Immutable;
using MathNet.Numerics.Statistics;
using SimLab.Engine.Effects;
using SimLab.Engine.Experiments.Methods;
using SimLab.Model;

namespace SimLab.Engine.Calibration;

/// <summary>What draws of the posterior, each with luck, say of one moment. Quantiles are of type 7.</summary>
public sealed record Prediction(Moment Moment, Month At, double P05, double P25, double Median, double P75, double P95, int Draws)
{
    /// <summary>The 90 % interval over the median.</summary>
    public double RelativeWidth => (P95 - P05) / Math.Abs(Median);

    public bool Holds(double observed) => observed >= P05 && observed <= P95;

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

/// <summary>A fact that became known later, beside what was said of it.</summary>
public sealed record ScoredFact(KnownFact Fact, Prediction Prediction)
{
    public bool Covered => Prediction.Holds(Fact.Observed);

    public bool HalfCovered => Prediction.HalfHolds(Fact.Observed);
}

/// <summary>How a calibration fared with the facts that became known after it.</summary>
public sealed record BackTest(CalibrationOrder Order, ImmutableArray<ScoredFact> Facts, ImmutableArray<SimulatedArm> Worlds)
{
    /// <summary>What was to be reached: observed values inside the 90 % interval, and intervals that are not absurdly wide.</summary>
    public const double WantedCoverage = 0.80, WantedWidth = 0.40;

    private const ulong Luck = 7_001;                      // of no round of the calibration

    public double Coverage => Facts.Count(f => f.Covered) / (double)Facts.Length;

    public double HalfCoverage => Facts.Count(f => f.HalfCovered) / (double)Facts.Length;

    public double MedianWidth => Facts.Select(f => f.Prediction.RelativeWidth).Median();

    /// <summary>
    /// Lives every draw of the posterior to the last later fact, each batch of draws with luck of its own. To what a world gives is
    /// added the fact's own error: the interval is for the figure that will be published.
    /// </summary>
    public static async Task<BackTest> Run(CalibrationOrder order, IReadOnlyList<double[]> draws, ICalibrationWorlds worlds, Month last, CancellationToken cancel = default)
    {
        var lived = await worlds.Simulate([.. draws.Select((draw, i) => order.Arm($"draw {i}", order.At(draw)))], 1, last, order.Seed + Luck, cancel: cancel);
        var errors = new PointDraws(order.Seed, PointDrawId.Observation);
        var scored = order.Later.Where(fact => fact.At <= last).Select((fact, f) => (fact, Prediction.Of(fact.Measures, fact.At,
            lived.Select((draw, i) => draw.Mean(fact.Measures.At(fact.At)) + fact.Error * errors.Gaussian(i, f, 1)))));
        return new(order, [.. from pair in scored where pair.Item2 is not null select new ScoredFact(pair.fact, pair.Item2)], lived);
    }
}
