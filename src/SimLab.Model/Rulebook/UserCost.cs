namespace SimLab.Model.Rulebook;

/// <summary>After-tax user cost of R&amp;D.</summary>
public static class UserCost
{
    /// <summary>
    /// B-index: after-tax cost of one yuan of R&amp;D over (1 − τ), with extra deduction θ (share) and income-tax rate
    /// τ (share). 1 without any relief or tax.
    /// </summary>
    public static double BIndex(double theta, double tau) => (1 - (1 + theta) * tau) / (1 - tau);
}
