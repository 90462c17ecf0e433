namespace SimLab.Model.Populations;

/// <summary>Unit and range of a recipe figure or table.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RecipeFigureAttribute(string unit, double min, double max) : Attribute
{
    /// <summary>Unit, as in the recipe file.</summary>
    public string Unit { get; } = unit;
    /// <summary>Smallest allowed value.</summary>
    public double Min { get; } = min;
    /// <summary>Largest allowed value.</summary>
    public double Max { get; } = max;

    /// <summary>For a table: the enum whose members each have a value; null: a single figure.</summary>
    public Type? By { get; init; }

    /// <summary>For a table of shares: its values must sum to one.</summary>
    public bool SumsToOne { get; init; }
}
