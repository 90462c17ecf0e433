using System.Collections.Immutable;

namespace SimLab.App.Lab.Viewing;

/// <summary>A column of a table of facts.</summary>
/// <param name="Unit">Unit of indicators: yuan, firms, people, share, count.</param>
/// <param name="IsDifference">Whether it holds differences.</param>
public sealed record FactColumn(string Name, string Unit, bool IsDifference = false);

/// <summary>A row of a table of facts; null: no value.</summary>
/// <param name="Link">Address that its name links to; null: none.</param>
public sealed record FactRow(string Name, string? Link, ImmutableArray<double?> Values);
