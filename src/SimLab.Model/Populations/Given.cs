using System.Collections.Immutable;
using SimLab.Model.Policies;

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

/// <summary>What a recipe may say for a figure or table: its unit and range.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RecipeFigureAttribute(string unit, double min, double max) : Attribute
{
    public string Unit { get; } = unit;
    public double Min { get; } = min;
    public double Max { get; } = max;

    /// <summary>For a table: it has a value for each member of this enum.</summary>
    public Type? By { get; init; }

    /// <summary>For a table of shares: its values must come to one.</summary>
    public bool SumsToOne { get; init; }
}
