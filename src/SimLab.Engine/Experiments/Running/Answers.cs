namespace SimLab.Engine.Experiments.Running;

/// <summary>Outcomes of simulated worlds: arm × replicate × outcome; NaN where an outcome is unknown.</summary>
public sealed record Answers(double[][][] Values)
{
    /// <summary>Number of arms.</summary>
    public int Arms => Values.Length;

    /// <summary>Replicates of each arm.</summary>
    public int Replicates => Values[0].Length;

    /// <summary>One outcome of one arm, by replicate.</summary>
    public double[] Of(int arm, int outcome) => [.. Values[arm].Select(world => world[outcome])];

    /// <summary>One outcome of one arm, by replicate; null where it is unknown.</summary>
    public double?[] Known(int arm, int outcome) => [.. Of(arm, outcome).Select(value => double.IsFinite(value) ? value : (double?)null)];

    /// <summary>Mean over the replicates that have a number; NaN where none has.</summary>
    public double Mean(int arm, int outcome)
    {
        double[] known = [.. Of(arm, outcome).Where(double.IsFinite)];
        return known.Length == 0 ? double.NaN : known.Average();
    }

    /// <summary>Means of one outcome, by arm.</summary>
    public double[] Means(int outcome) => [.. Enumerable.Range(0, Arms).Select(arm => Mean(arm, outcome))];
}
