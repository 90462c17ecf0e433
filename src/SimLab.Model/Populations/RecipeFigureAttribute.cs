using System.Collections.Immutable;

namespace SimLab.Model.Populations;

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
