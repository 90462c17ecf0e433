using System.Collections.Immutable;
using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// The firms at month zero. <see cref="Firms"/>[i].Id = i, and <see cref="Initial"/>[i] is its state (vacant slots: all zero).
/// The same in every world; luck begins with month one.
/// </summary>
public sealed record Population(Month At, ImmutableArray<Firm> Firms, ImmutableArray<Enterprise> Initial);
