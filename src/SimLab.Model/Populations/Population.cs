using System.Collections.Immutable;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;

namespace SimLab.Model.Populations;

/// <summary>
/// The firms at month zero. <see cref="Firms"/>[i].Id = i, and <see cref="Initial"/>[i] is its state (vacant slots: all zero).
/// The same in every world; luck begins with month one.
/// </summary>
public sealed record Population(Month At, ImmutableArray<Firm> Firms, ImmutableArray<Enterprise> Initial)
{
    /// <summary>
    /// Letters of month zero, opened in the first month, in order of enterprise and for every world alike (their world is 0):
    /// orders and payments that were on their way along the chains, and loans that banks had granted. Without them the first month
    /// would be one of no trade and no credit.
    /// </summary>
    public ImmutableArray<Settlement> Settlements { get; init; } = [];

    /// <summary>Ids that a user gave to firms of theirs, from enterprise <see cref="FirstOwn"/> on.</summary>
    public ImmutableArray<string> OwnIds { get; init; } = [];

    public int FirstOwn { get; init; }

    /// <summary>The user's id of an enterprise; blank: the enterprise is synthetic.</summary>
    public string OwnId(int enterprise) => enterprise >= FirstOwn && enterprise - FirstOwn < OwnIds.Length ? OwnIds[enterprise - FirstOwn] : "";
}
