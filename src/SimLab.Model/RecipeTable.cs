using System.Collections.Immutable;

namespace SimLab.Model;

/// <summary>One number of a recipe and its source; shown to users beside the synthetic population's.</summary>
public sealed record Figure(double Value, string Unit, string Source, Confidence Tag)
{
    /// <summary>The value as a whole number of firms.</summary>
    public int Count => (int)Math.Round(Value);
}

/// <summary>
/// One number for each region of the province, each industry or each member of another enum, in their order; shares
/// missing in the file are 0.
/// </summary>
public sealed record RecipeTable(ImmutableArray<double> Values, string Unit, string Source, Confidence Tag)
{
    /// <summary>Value of the region.</summary>
    public double Of(Region region) => Values[(int)region];

    /// <summary>Value of the industry.</summary>
    public double Of(Industry industry) => Values[(int)industry];
}
