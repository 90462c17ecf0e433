using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Model.Economy;

/// <summary>
/// Totals of one world at the end of a month, the input of next month's conditions: whole numbers, so that adding
/// districts in any order gives the same bits.
/// </summary>
public sealed class MacroTotals
{
    private const int Singles = 3;
    private static readonly int Payers = Enum.GetValues<Payer>().Length;

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
        (Regions, Chains) = (regions, chains);
        _single = 7 * regions + 2 * regions * chains + 3 * regions * Places.Industries + Tender.Kinds * regions;
        Numbers = numbers ?? new long[_single + Singles + Payers + 1];
        if (Numbers.Length != _single + Singles + Payers + 1)
            throw new ArgumentException(
                $"Bug in SimLab: {Numbers.Length} totals of a world where {_single + Singles + Payers + 1} are kept.", nameof(numbers));
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
    public Span<long> ClusterRnd => Numbers.AsSpan(7 * Regions, Clusters);

    /// <summary>Firms that do this R&amp;D, by region, then chain.</summary>
    public Span<long> ClusterMembers => Numbers.AsSpan(7 * Regions + Clusters, Clusters);

    /// <summary>Sales of the month to customers outside chains and public bodies, by region, then industry, fen.</summary>
    public Span<long> Served => ByMarket(0);

    /// <summary>
    /// Of these, sales that no other firm of the market loses; less chain orders that measures brought and that others of the
    /// market lose. By region, then industry, fen.
    /// </summary>
    public Span<long> AddedToMarket => ByMarket(1);

    /// <summary>Monthly sales to customers that firms won in the month by what they learned, by region, then industry, fen.</summary>
    public Span<long> Won => ByMarket(2);

    /// <summary>Pay, and profits paid to owners, of the month, by region, fen.</summary>
    public Span<long> PaidToHouseholds => Numbers.AsSpan(4 * Regions, Regions);

    /// <summary>Materials bought outside chains, and machines and buildings, of the month, by region, fen.</summary>
    public Span<long> PaidForMaterials => Numbers.AsSpan(5 * Regions, Regions);

    /// <summary>People at work in firms, by region.</summary>
    public Span<long> Staff => Numbers.AsSpan(6 * Regions, Regions);

    private Span<long> ByMarket(int which) => Numbers.AsSpan(
        7 * Regions + 2 * Clusters + which * Regions * Places.Industries, Regions * Places.Industries);

    /// <summary>Bids of the month for public purchases, by region, then kind of purchase.</summary>
    public Span<long> Bids => Numbers.AsSpan(_single - Tender.Kinds * Regions, Tender.Kinds * Regions);

    /// <summary>SME loans owed, fen.</summary>
    public ref long SmeLoans => ref Numbers[_single];

    /// <summary>SME loans repaid or written off in the month, fen.</summary>
    public ref long SmeRunOff => ref Numbers[_single + 1];

    /// <summary>Sales that vouchers brought shops in the month, fen.</summary>
    public ref long VoucherSales => ref Numbers[_single + 2];

    /// <summary>What public bodies paid in the month and, without measures, would have paid later, fen.</summary>
    public ref long PublicPaidSooner => ref Numbers[^1];

    /// <summary>Public cost of the month by <see cref="Payer"/>, fen.</summary>
    public Span<long> Financed => Numbers.AsSpan(_single + Singles, Payers);

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
    /// <param name="row">As in <see cref="Tally.Row"/>.</param>
    /// <param name="payers">Who pays, by number of the measure.</param>
    public void Add(Region region, Industry industry, ReadOnlySpan<long> row, ReadOnlySpan<Payer> payers)
    {
        for (var measure = 0; measure < payers.Length; measure++)
            Financed[(int)payers[measure]] += row[Indicators.Count + measure];
        PublicPaidSooner += row[(int)Indicator.PublicPaidSooner];
        if (industry == Industry.Retail) VoucherSales += row[(int)Indicator.CampaignSales];
        Firms[(int)region] += row[(int)Indicator.Firms];
        Vacant[(int)region] += row[(int)Indicator.VacantSlots];
        AwarenessMillionths[(int)region] += row[(int)Indicator.AwarenessMillionths];
        RndStaff[(int)region] += row[(int)Indicator.RndStaff];
        Staff[(int)region] += row[(int)Indicator.Staff];
        PaidToHouseholds[(int)region] += row[(int)Indicator.Wages] + row[(int)Indicator.Dividends] + row[(int)Indicator.RndReal];
        PaidForMaterials[(int)region] += row[(int)Indicator.Materials] + row[(int)Indicator.Investment];
        var market = (int)region * Places.Industries + (int)industry;
        Served[market] += row[(int)Indicator.OrdinarySales];
        AddedToMarket[market] += row[(int)Indicator.AddedToMarket];
        Won[market] += row[(int)Indicator.CustomersWon];
        if (PublicTenders.KindOf(industry, largeWorks: false) is { } kind)
        {
            var large = row[(int)Indicator.BidsForLargeWorks];
            Bids[(int)region * Tender.Kinds + (int)kind] += row[(int)Indicator.Bids] - large;
            Bids[(int)region * Tender.Kinds + (int)TenderKind.LargeWorks] += large;
        }
        SmeLoans += row[(int)Indicator.SmeLoansOwed];
        SmeRunOff += row[(int)Indicator.SmePrincipal] + row[(int)Indicator.LoansWrittenOff];
    }

    /// <summary>Totals at month zero, with the expected run-off of SME loans in the month before.</summary>
    /// <param name="setting">Province, measures, and regions by district.</param>
    /// <param name="cellsByDistrict">Tally cells of one world, by district.</param>
    /// <param name="markets">What customers buy in a month, yuan; by region, then industry.</param>
    /// <param name="behaviour">Gives the loan term and the share rolled over.</param>
    public static MacroTotals AtMonthZero(
        EconomySetting setting, IReadOnlyList<long[]> cellsByDistrict, ReadOnlySpan<double> markets,
        BehaviouralParameters behaviour)
    {
        var totals = new MacroTotals(setting.Province);
        var (districts, width) = (setting.Districts, Tally.WidthFor(setting.Measures.Count));
        for (var district = 0; district < districts.Length; district++)
            for (var industry = 0; industry < Places.Industries; industry++)
                totals.Add(districts[district], (Industry)industry, cellsByDistrict[district].AsSpan(industry * width, width), []);
        // Before the first month nobody has sold: the customers there are will be served.
        for (var market = 0; market < markets.Length; market++) totals.Served[market] = Fen.FromYuan(markets[market]);
        totals.SmeRunOff = Fen.Share(totals.SmeLoans, (1 - behaviour.RolledOver) / behaviour.LoanMonths);
        return totals;
    }
}
