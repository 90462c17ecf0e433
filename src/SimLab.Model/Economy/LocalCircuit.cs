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

    /// <summary>Length of the record of a world: by region, flow and month of the year, yuan.</summary>
    /// <param name="regions">Number of regions.</param>
    public static int Length(int regions) => regions * Flows * Months;

    /// <summary>Writes a month's payments into the record, in the place of those of a year ago.</summary>
    /// <param name="record">Payments of a year, see <see cref="Length"/>.</param>
    /// <param name="month">The month.</param>
    /// <param name="totals">Its totals.</param>
    public static void Note(Span<double> record, Month month, MacroTotals totals)
    {
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
    /// <param name="flow">0: to households; 1: for materials.</param>
    /// <param name="above">Receives the shares; 0 where nothing was usual.</param>
    public static void Compare(ReadOnlySpan<double> record, ReadOnlySpan<double> usual, double path, int flow, Span<double> above)
    {
        for (var region = 0; region < above.Length; region++)
        {
            double now = 0, before = 0;
            for (var place = Start(region, flow); place < Start(region, flow) + Months; place++)
            {
                now += record[place];
                before += usual[place];
            }
            above[region] = before > 0 ? now / (before * path) - 1 : 0;
        }
    }

    private static int Start(int region, int flow) => (region * Flows + flow) * Months;

    private static int Place(int region, int flow, Month month) => Start(region, flow) + month.OfYear - 1;
}
