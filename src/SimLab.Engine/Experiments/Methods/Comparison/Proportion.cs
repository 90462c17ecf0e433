using MathNet.Numerics.Distributions;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Interval of an observed share.</summary>
public static class Proportion
{
    /// <summary>
    /// The share with Wilson's score interval (Wilson 1927), which stays within 0 and 1 and is not empty at either end.
    /// </summary>
    /// <param name="hits">A tie counts as a half.</param>
    public static Estimate Wilson(double hits, int of, double confidence = 0.95)
    {
        if (of == 0) return new(double.NaN, 0, 1);
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        var (p, n, square) = (hits / of, (double)of, z * z);
        var centre = (p + square / (2 * n)) / (1 + square / n);
        var half = z / (1 + square / n) * Math.Sqrt(p * (1 - p) / n + square / (4 * n * n));
        // At the ends the bound is the end itself; rounding would miss it.
        return new(p, hits <= 0 ? 0 : centre - half, hits >= of ? 1 : centre + half);
    }
}
