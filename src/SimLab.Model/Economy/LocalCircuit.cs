namespace SimLab.Model.Economy;

/// <summary>
/// Income that comes back. Households of a region spend part of what its firms pay them with the firms around, and firms buy part
/// of their materials there. The usual amounts are in the size of each market already and grow with it; what counts is how far a
/// year's payments are from them.
/// </summary>
public static class LocalCircuit
{
    /// <summary>Payments that come back: to households, and for materials.</summary>
    public const int Flows = 2;

    private const int Months = 12;

    /// <summary>
    /// Length of the record of a world, yuan: by region, flow and month of the year; then, by month of the year, what households of
    /// the province miss because measures must be paid.
    /// </summary>
    /// <param name="regions">Number of regions.</param>
    public static int Length(int regions) => Paid(regions) + Months;

    /// <summary>Length of the part of the record with payments of firms.</summary>
    /// <param name="regions">Number of regions.</param>
    public static int Paid(int regions) => regions * Flows * Months;

    /// <summary>Region of a place in the record before <see cref="Paid"/>.</summary>
    public static int RegionOf(int place) => place / (Flows * Months);

    /// <summary>Writes a month's payments into the record, in the place of those of a year ago.</summary>
    /// <param name="record">Payments of a year, see <see cref="Length"/>.</param>
    /// <param name="month">The month.</param>
    /// <param name="totals">Its totals.</param>
    /// <param name="missed">What households of the province miss because measures must be paid, yuan.</param>
    public static void Note(Span<double> record, Month month, MacroTotals totals, double missed)
    {
        record[Paid(totals.Regions) + month.OfYear - 1] = missed;
        for (var region = 0; region < totals.Regions; region++)
        {
            record[Place(region, 0, month)] = Fen.ToYuan(totals.PaidToHouseholds[region]);
            record[Place(region, 1, month)] = Fen.ToYuan(totals.PaidForMaterials[region]);
        }
    }

    /// <summary>A year's payments relative to the usual ones, share above them, by region.</summary>
    /// <param name="record">Payments of the last year.</param>
    /// <param name="usual">Payments of the year before the first month.</param>
    /// <param name="path">Size of markets relative to the first month.</param>
    /// <param name="flow">0: to households, less what they miss, each region its part; 1: for materials.</param>
    /// <param name="above">Receives the shares; 0 where nothing was usual.</param>
    public static void Compare(ReadOnlySpan<double> record, ReadOnlySpan<double> usual, double path, int flow, Span<double> above)
    {
        double missed = 0, all = 0;
        if (flow == 0)
        {
            foreach (var month in record[Paid(above.Length)..]) missed += month;
            for (var place = 0; place < Paid(above.Length); place++)
                if (place / Months % Flows == 0) all += usual[place] * path;
        }
        for (var region = 0; region < above.Length; region++)
        {
            double now = 0, before = 0;
            for (var place = Start(region, flow); place < Start(region, flow) + Months; place++)
            {
                now += record[place];
                before += usual[place];
            }
            above[region] = before > 0 ? now / (before * path) - 1 - (all > 0 ? missed / all : 0) : 0;
        }
    }

    private static int Start(int region, int flow) => (region * Flows + flow) * Months;

    private static int Place(int region, int flow, Month month) => Start(region, flow) + month.OfYear - 1;
}
