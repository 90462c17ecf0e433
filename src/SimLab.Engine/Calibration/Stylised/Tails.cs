namespace SimLab.Engine.Calibration.Stylised;

/// <summary>Statistics for regularities of firms.</summary>
public static class Tails
{
    /// <summary>
    /// Hill's estimator (1975) of the tail exponent of P(X &gt; x) ∝ x^−a above <paramref name="from"/>, maximum
    /// likelihood, with its standard error a/√n; the density falls with a + 1. NaN with fewer than two values.
    /// </summary>
    public static (double Exponent, double Error, int Count) Hill(IEnumerable<double> values, double from)
    {
        double[] above = [.. values.Where(v => v > from)];
        if (above.Length < 2) return (double.NaN, double.NaN, above.Length);
        var exponent = above.Length / above.Sum(v => Math.Log(v / from));
        return (exponent, exponent / Math.Sqrt(above.Length), above.Length);
    }

    /// <summary>Standard over mean absolute deviation: √2 = 1.414 for Laplace, √(π/2) = 1.253 for normal.</summary>
    public static double Peakedness(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2) return double.NaN;
        var mean = values.Average();
        return Deviation(values) / values.Average(v => Math.Abs(v - mean));
    }

    public static double Deviation(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2) return double.NaN;
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
    }

    /// <summary>Least-squares slope of y on x and its standard error.</summary>
    public static (double Slope, double Error) Slope(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count < 3) return (double.NaN, double.NaN);
        var (mx, my) = (x.Average(), y.Average());
        var sxx = x.Sum(v => (v - mx) * (v - mx));
        var slope = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / sxx;
        var rest = x.Zip(y, (a, b) => b - my - slope * (a - mx)).Sum(r => r * r);
        return (slope, Math.Sqrt(rest / (x.Count - 2) / sxx));
    }

    /// <summary>
    /// Correlation of two binary variables (φ) over weighted firms; NaN where one of them never varies.
    /// </summary>
    public static double Phi(IEnumerable<(bool A, bool B, double Weight)> firms)
    {
        double both = 0, onlyA = 0, onlyB = 0, none = 0;
        foreach (var (a, b, weight) in firms)
        {
            if (a && b) both += weight;
            else if (a) onlyA += weight;
            else if (b) onlyB += weight;
            else none += weight;
        }
        return (both * none - onlyA * onlyB) / Math.Sqrt((both + onlyA) * (both + onlyB) * (none + onlyA) * (none + onlyB));
    }
}
