namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// The points for Sobol indices (Saltelli et al. 2010): for each row, A, B, and for each factor A with that one
/// coordinate of B. A and B are the two halves of a scrambled Sobol sequence; a power of two as number of rows
/// preserves its evenness. More rows only append.
/// </summary>
/// <param name="Points">Rows × (factors + 2) points, row after row: A, B, AB_1 … AB_factors; in the unit cube.</param>
public sealed record SaltelliDesign(int Factors, int Rows, double[][] Points)
{
    /// <summary>Number of points.</summary>
    public static int Count(int factors, int rows) => rows * (factors + 2);

    /// <summary>The design for so many factors and rows.</summary>
    public static SaltelliDesign Of(int factors, int rows, ulong seed)
    {
        if (rows < 2) throw new MethodException($"Sobol indices need at least 2 rows (hundreds for a usable interval), not {rows}.");
        var points = new List<double[]>(Count(factors, rows));
        foreach (var pair in new SobolSequence(2 * factors, seed).Points(rows))
        {
            var (a, b) = (pair[..factors], pair[factors..]);
            points.Add(a);
            points.Add(b);
            for (var f = 0; f < factors; f++)
            {
                double[] mixed = [.. a];
                mixed[f] = b[f];
                points.Add(mixed);
            }
        }
        return new(factors, rows, [.. points]);
    }
}
