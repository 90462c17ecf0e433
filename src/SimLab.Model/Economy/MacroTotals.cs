using SimLab.Model.Messages;

namespace SimLab.Model.Economy;

/// <summary>
/// Totals of one world at the end of a month, the input of next month's conditions: whole numbers, so that adding
/// districts in any order gives the same bits.
/// </summary>
public sealed class MacroTotals
{
    private readonly int _single;

    /// <summary>Totals of a world without firms: all zero.</summary>
    public MacroTotals(Province province) : this(province.Regions.Length, province.ChainCells(), null)
    {
    }

    /// <summary>Totals from a row of <see cref="Numbers"/>; throws on a wrong length.</summary>
    /// <param name="regions">Length of an array by region.</param>
    /// <param name="chains">Length of an array by chain.</param>
    /// <param name="numbers">In the order of the properties; null: all zero.</param>
    public MacroTotals(int regions, int chains, long[]? numbers)
    {
        (Regions, Chains, _single) = (regions, chains, 4 * regions + 2 * regions * chains);
        Numbers = numbers ?? new long[_single + 7];
        if (Numbers.Length != _single + 7)
            throw new ArgumentException(
                $"Bug in SimLab: {Numbers.Length} totals of a world where {_single + 7} are kept.", nameof(numbers));
    }

    /// <summary>Number of regions.</summary>
    public int Regions { get; }

    /// <summary>Length of an array by chain.</summary>
    public int Chains { get; }

    private int Clusters => Regions * Chains;

    /// <summary>All totals as one row, to send or store; see <see cref="MacroTotals(int, int, long[])"/>.</summary>
    public long[] Numbers { get; }

    /// <summary>Firms in business, by region.</summary>
    public Span<long> Firms => Numbers.AsSpan(0, Regions);

    /// <summary>Vacant slots, by region.</summary>
    public Span<long> Vacant => Numbers.AsSpan(Regions, Regions);

    /// <summary>Sum of the firms' awareness of policy in millionths, by region.</summary>
    public Span<long> AwarenessMillionths => Numbers.AsSpan(2 * Regions, Regions);

    /// <summary>R&amp;D staff, by region.</summary>
    public Span<long> RndStaff => Numbers.AsSpan(3 * Regions, Regions);

    /// <summary>Real R&amp;D of the month in clusters, by region, then chain, fen.</summary>
    public Span<long> ClusterRnd => Numbers.AsSpan(4 * Regions, Clusters);

    /// <summary>Firms that do this R&amp;D, by region, then chain.</summary>
    public Span<long> ClusterMembers => Numbers.AsSpan(4 * Regions + Clusters, Clusters);

    /// <summary>SME loans owed, fen.</summary>
    public ref long SmeLoans => ref Numbers[_single];

    /// <summary>SME loans repaid or written off in the month, fen.</summary>
    public ref long SmeRunOff => ref Numbers[_single + 1];

    /// <summary>Monthly demand of firms in business, fen.</summary>
    public ref long DemandHeld => ref Numbers[_single + 2];

    /// <summary>Monthly demand released by closed firms, fen.</summary>
    public ref long DemandLeft => ref Numbers[_single + 3];

    /// <summary>Monthly demand taken by new firms, fen.</summary>
    public ref long DemandFounded => ref Numbers[_single + 4];

    /// <summary>Monthly demand of shops, fen.</summary>
    public ref long ShopsDemand => ref Numbers[_single + 5];

    /// <summary>Sales that vouchers brought shops in the month, fen.</summary>
    public ref long VoucherSales => ref Numbers[_single + 6];

    /// <summary>Adds a district's tally of a chain's clusters.</summary>
    /// <param name="region">Region of the district.</param>
    /// <param name="chain">Number of the chain.</param>
    /// <param name="rndAndMembers">Two cells, as in <see cref="Tally.ClusterRow(Chain, int)"/>.</param>
    public void AddCluster(Region region, int chain, ReadOnlySpan<long> rndAndMembers)
    {
        ClusterRnd[(int)region * Chains + chain] += rndAndMembers[0];
        ClusterMembers[(int)region * Chains + chain] += rndAndMembers[1];
    }

    /// <summary>Adds a district's tally of an industry.</summary>
    /// <param name="region">Region of the district.</param>
    /// <param name="industry">Industry of the row.</param>
    /// <param name="row">By indicator, as in <see cref="Tally.Row"/>.</param>
    public void Add(Region region, Industry industry, ReadOnlySpan<long> row)
    {
        if (industry == Industry.Retail)
        {
            ShopsDemand += row[(int)Indicator.DemandHeld];
            VoucherSales += row[(int)Indicator.CampaignSales];
        }
        Firms[(int)region] += row[(int)Indicator.Firms];
        Vacant[(int)region] += row[(int)Indicator.VacantSlots];
        AwarenessMillionths[(int)region] += row[(int)Indicator.AwarenessMillionths];
        RndStaff[(int)region] += row[(int)Indicator.RndStaff];
        DemandHeld += row[(int)Indicator.DemandHeld];
        DemandLeft += row[(int)Indicator.DemandLeft];
        DemandFounded += row[(int)Indicator.DemandFounded];
        SmeLoans += row[(int)Indicator.SmeLoansOwed];
        SmeRunOff += row[(int)Indicator.SmePrincipal] + row[(int)Indicator.LoansWrittenOff];
    }

    /// <summary>Totals at month zero, with the expected run-off of SME loans in the month before.</summary>
    /// <param name="setting">Province, measures, and regions by district.</param>
    /// <param name="cellsByDistrict">Tally cells of one world, by district.</param>
    /// <param name="behaviour">Gives the loan term and the share rolled over.</param>
    public static MacroTotals AtMonthZero(
        EconomySetting setting, IReadOnlyList<long[]> cellsByDistrict, BehaviouralParameters behaviour)
    {
        var totals = new MacroTotals(setting.Province);
        var (districts, width) = (setting.Districts, Tally.WidthFor(setting.Measures.Count));
        for (var district = 0; district < districts.Length; district++)
            for (var industry = 0; industry < Places.Industries; industry++)
                totals.Add(districts[district], (Industry)industry, cellsByDistrict[district].AsSpan(industry * width, width));
        totals.SmeRunOff = Fen.Share(totals.SmeLoans, (1 - behaviour.RolledOver) / behaviour.LoanMonths);
        return totals;
    }
}
