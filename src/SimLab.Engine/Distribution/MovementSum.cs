namespace SimLab.Engine.Distribution;

/// <summary>Sums a figure of firms in both arms: whole numbers with the firm's weight, so that their order does not matter.</summary>
internal struct MovementSum
{
    private long _baseline, _policy, _winners, _losers, _won, _lost;

    /// <summary>Adds a firm; 0 in the arm where it is not in business.</summary>
    public void Add(long weight, long baseline, long policy)
    {
        _baseline += weight * baseline;
        _policy += weight * policy;
        if (policy > baseline) _won += weight * (policy - baseline);
        else _lost += weight * (baseline - policy);
        if (IsSame(baseline, policy)) return;
        if (policy > baseline) _winners += weight;
        else _losers += weight;
    }

    /// <summary>Whether two figures of a firm differ by no more than the tolerance, a share of the first.</summary>
    public static bool IsSame(double baseline, double policy) =>
        Math.Abs(policy - baseline) <= Incidence.Tolerance * Math.Abs(baseline);

    /// <summary>Mean over the replicates.</summary>
    /// <param name="replicates">Replicates added.</param>
    /// <param name="unit">What one unit shown to people is in the sums: 100 for money in fen.</param>
    public readonly Movement Mean(int replicates, double unit) => new(
        _baseline / unit / replicates, _policy / unit / replicates, _winners / (double)replicates, _losers / (double)replicates,
        _won / unit / replicates, _lost / unit / replicates);
}
