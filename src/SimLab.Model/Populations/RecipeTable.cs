using System.Collections.Immutable;

namespace SimLab.Model.Populations;

/// <summary>One number of a recipe with where it comes from; shown to users beside what the synthetic population makes of it.</summary>
public sealed record Figure(double Value, string Unit, string Source, Confidence Tag)
{
    /// <summary>The value as a whole number of firms.</summary>
    public int Count => (int)Math.Round(Value);
}

/// <summary>One number for each region or industry, in the order of their enum; what a recipe leaves out is 0.</summary>
public sealed record RecipeTable(ImmutableArray<double> Values, string Unit, string Source, Confidence Tag)
{
    public double Of(Region region) => Values[(int)region];

    public double Of(Industry industry) => Values[(int)industry];
}
