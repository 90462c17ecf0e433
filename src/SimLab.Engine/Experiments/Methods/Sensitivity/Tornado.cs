using System.Collections.Immutable;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>The effect of one factor alone, all others at the base case.</summary>
/// <param name="Factor">Its position.</param>
/// <param name="AtLow">Output at the lower end; NaN: no number.</param>
/// <param name="AtHigh">Output at the upper end.</param>
public sealed record TornadoBar(int Factor, double AtLow, double AtHigh)
{
    /// <summary>Absolute difference of the outputs at the ends; NaN where one is missing.</summary>
    public double Swing => Math.Abs(AtHigh - AtLow);
}

/// <summary>
/// One factor at a time (the tornado diagram; Howard 1988): the base case, then each factor at its two ends. It sees no
/// interaction: Morris and Sobol do.
/// </summary>
/// <param name="Base">Output of the base case.</param>
/// <param name="Bars">Bars by length, the longest first; bars with a missing number last.</param>
public sealed record Tornado(double Base, ImmutableArray<TornadoBar> Bars, Missing Missing)
{
    /// <summary>The base case, then low and high of each factor: 1 + 2 × factors points.</summary>
    public static double[][] Design(IReadOnlyList<double> baseCase, IReadOnlyList<double> low, IReadOnlyList<double> high)
    {
        var points = new List<double[]> { baseCase.ToArray() };
        for (var f = 0; f < baseCase.Count; f++)
            foreach (var end in (double[])[low[f], high[f]])
            {
                var point = baseCase.ToArray();
                point[f] = end;
                points.Add(point);
            }
        return [.. points];
    }

    /// <summary>Sorts the bars of the outputs of a design.</summary>
    /// <param name="values">One output for each point of the design, in its order.</param>
    public static Tornado Read(IReadOnlyList<double> values)
    {
        if (values.Count % 2 == 0) throw new MethodException($"A tornado has 1 + 2 × factors outputs, not {values.Count}.");
        var bars = Enumerable.Range(0, values.Count / 2).Select(f => new TornadoBar(f, values[1 + 2 * f], values[2 + 2 * f]));
        return new(values[0], [.. bars.OrderByDescending(bar => double.IsNaN(bar.Swing) ? -1 : bar.Swing)], Missing.In(values));
    }
}
