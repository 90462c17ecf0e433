using System.Collections.Immutable;

namespace SimLab.Model.Policies;

/// <summary>
/// A randomised trial within an arm: the arm's measures reach the forms of treated firms only, and all other firms are
/// under <paramref name="Others"/>. Forms that belong to no firm (tenders, credit plans, campaigns) are under the arm's
/// measures.
/// </summary>
/// <param name="Others">Measures of the firms that are not treated.</param>
/// <param name="Treated">Whether a firm is treated; by replicate, then enterprise number.</param>
/// <param name="Assigned">
/// Measures that must be claimed reach a treated firm without a claim; false: it must know of them and claim them.
/// </param>
public sealed record Trial(ImmutableArray<Measure> Others, ImmutableArray<ImmutableArray<bool>> Treated, bool Assigned);

/// <summary>The two desks of a trial in one month.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Treated">Desk of the treated firms.</param>
/// <param name="Others">Desk of all other firms.</param>
public sealed record TrialDesks(Trial Trial, PolicyDesk Treated, PolicyDesk Others)
{
    /// <summary>The desk under which an enterprise's forms pass in a replicate.</summary>
    public PolicyDesk Of(int replicate, int enterprise) => Trial.Treated[replicate][enterprise] ? Treated : Others;
}
