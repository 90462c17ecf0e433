namespace SimLab.Model.Economy;

/// <summary>Macro state of all worlds in a month: its prices, and totals of last month. Never modified.</summary>
public sealed record MacroState
{
    /// <summary>Month of this state.</summary>
    public Month Month { get; init; }

    /// <summary>Raw-material price index by world, 1 = level of month zero.</summary>
    public double[] Commodity { get; init; } = [];

    /// <summary>Totals at the end of last month, by world.</summary>
    public MacroTotals[] Totals { get; init; } = [];

    /// <summary>
    /// What customers buy in a month in each market, yuan: by world, then region, then industry. A market that is not local
    /// is the sum over regions.
    /// </summary>
    public double[] Markets { get; init; } = [];

    /// <summary>What customers buy in a month in the markets of one world, yuan: by region, then industry.</summary>
    public ReadOnlySpan<double> MarketsOf(int world) => Of(Markets, world);

    /// <summary>The part of an array by world that belongs to one.</summary>
    /// <param name="array">One of this state's arrays.</param>
    /// <param name="world">Index of the world.</param>
    public ReadOnlySpan<T> Of<T>(T[] array, int world)
    {
        var each = array.Length / Totals.Length;
        return array.AsSpan(world * each, each);
    }

    /// <summary>The state of other worlds, each of which goes on from one of these.</summary>
    /// <param name="parents">Index of the world that each goes on from.</param>
    public MacroState Continued(IReadOnlyList<int> parents) => this with
    {
        Commodity = [.. parents.Select(parent => Commodity[parent])],
        Totals = [.. parents.Select(parent => Totals[parent])],
        BroughtForward = [.. parents.Select(parent => BroughtForward[parent])],
        Markets = [.. parents.SelectMany(parent => MarketsOf(parent).ToArray())],
        Path = [.. parents.Select(parent => Path[parent])],
        Payments = [.. parents.SelectMany(parent => Of(Payments, parent).ToArray())],
        UsualPayments = [.. parents.SelectMany(parent => Of(UsualPayments, parent).ToArray())],
        Purses = [.. parents.Select(parent => Purses[parent])],
        UsualStaff = [.. parents.SelectMany(parent => Of(UsualStaff, parent).ToArray())],
        Bids = [.. parents.SelectMany(parent => Of(Bids, parent).ToArray())],
    };

    /// <summary>Size of markets relative to the month before the first, by world; see <see cref="LocalCircuit"/>.</summary>
    public double[] Path { get; init; } = [];

    /// <summary>Payments of the last year, yuan, by world; see <see cref="LocalCircuit.Length"/>.</summary>
    public double[] Payments { get; init; } = [];

    /// <summary>Payments of the year before the first month, by world, as in <see cref="Payments"/>.</summary>
    public double[] UsualPayments { get; init; } = [];

    /// <summary>What the province owes for its measures, by world.</summary>
    public PublicPurse[] Purses { get; init; } = [];

    /// <summary>People at work in firms before the first month, by world, then region.</summary>
    public long[] UsualStaff { get; init; } = [];

    /// <summary>
    /// Bids for public purchases in a month, mean of late: by world, then region, then kind of purchase; 0: nothing known yet.
    /// </summary>
    public double[] Bids { get; init; } = [];

    /// <summary>Sales of shops brought forward by vouchers and not yet missed, by world, yuan; empty: none.</summary>
    public double[] BroughtForward { get; init; } = [];
}
