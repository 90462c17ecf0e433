using System.Collections.Immutable;

namespace SimLab.App.Lab.Viewing;

/// <summary>A column of a table of facts.</summary>
/// <param name="Unit">As indicators have it: yuan, firms, people, share, count.</param>
/// <param name="IsDifference">It holds differences.</param>
public sealed record FactColumn(string Name, string Unit, bool IsDifference = false);

/// <summary>A row of a table of facts; null where there is no value.</summary>
/// <param name="Link">Where a click on its name leads.</param>
public sealed record FactRow(string Name, string? Link, ImmutableArray<double?> Values);
