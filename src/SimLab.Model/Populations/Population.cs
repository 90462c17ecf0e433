using System.Collections.Immutable;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;

namespace SimLab.Model.Populations;

/// <summary>
/// The firms at month zero. <see cref="Firms"/>[i].Id = i, and <see cref="Initial"/>[i] is its state (vacant slots: all
/// zero). The same in every world; random draws of a world begin with month one.
/// </summary>
public sealed record Population(Month At, ImmutableArray<Firm> Firms, ImmutableArray<Enterprise> Initial)
{
    /// <summary>
    /// Settlements of month zero, received in the first month, in order of enterprise and the same for every world
    /// (their world is 0): orders and payments in transit along the chains, and loans granted. Without them the first
    /// month would have no trade and no credit.
    /// </summary>
    public ImmutableArray<Settlement> Settlements { get; init; } = [];

    /// <summary>Ids that the user gave to own firms, from enterprise <see cref="FirstOwn"/> on.</summary>
    public ImmutableArray<string> OwnIds { get; init; } = [];

    /// <summary>Enterprise number of the first own firm.</summary>
    public int FirstOwn { get; init; }

    /// <summary>The user's id of an enterprise; blank: the enterprise is synthetic.</summary>
    public string OwnId(int enterprise) =>
        enterprise >= FirstOwn && enterprise - FirstOwn < OwnIds.Length ? OwnIds[enterprise - FirstOwn] : "";
}
