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

    /// <summary>Values with a source of their own, in the order of the table.</summary>
    public ImmutableArray<CellSource> Cells { get; init; } = [];

    /// <summary>Source and confidence of one value: its own, or else the table's.</summary>
    /// <param name="name">Name of the region or industry.</param>
    public (string Source, Confidence Tag) OriginOf(string name) =>
        Cells.FirstOrDefault(cell => cell.Name == name) is { } own ? (own.Source, own.Tag) : (Source, Tag);
}

/// <summary>Source of one value of a table, where it is better known than the others.</summary>
/// <param name="Name">Name of the region or industry.</param>
/// <param name="Source">Publication, document or reason behind the value.</param>
/// <param name="Tag">Strength of support for the value.</param>
public sealed record CellSource(string Name, string Source, Confidence Tag)
{
    public override string ToString() => $"{Name} {Tag.ToString().ToLowerInvariant()}: {Source}";
}
