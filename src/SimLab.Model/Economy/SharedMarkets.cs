namespace SimLab.Model.Economy;

/// <summary>
/// Markets have a size, and firms compete for it: what one wins, the others of its market lose. The market of an industry
/// that serves its neighbourhood is a region's; that of any other is the province's firms together, wherever they sell.
/// </summary>
public static class SharedMarkets
{
    /// <summary>Number of markets by region, then industry.</summary>
    /// <param name="regions">Number of regions.</param>
    public static int Count(int regions) => regions * Places.Industries;

    /// <summary>
    /// Change of the customers of every firm of a market that makes them fill the market: by region, then industry, log points.
    /// </summary>
    /// <param name="sizes">What customers buy in a month, yuan; by region, then industry.</param>
    /// <param name="totals">Whom the firms served last month.</param>
    /// <param name="most">Largest change in a month, either way, log points.</param>
    /// <param name="gained">Receives the changes; 0 where a market has no firms or no customers.</param>
    internal static void ShareOut(ReadOnlySpan<double> sizes, MacroTotals totals, double most, Span<double> gained)
    {
        for (var industry = 0; industry < Places.Industries; industry++)
        {
            var isLocal = ((Industry)industry).IsLocal();
            double allSizes = 0, allServed = 0;
            for (var region = 0; region < totals.Regions; region++)
            {
                var market = region * Places.Industries + industry;
                var served = Fen.ToYuan(totals.Served[market] - totals.AddedToMarket[market]);
                allSizes += sizes[market];
                allServed += served;
                gained[market] = Change(sizes[market], served, most);
            }
            if (isLocal) continue;
            var change = Change(allSizes, allServed, most);
            for (var region = 0; region < totals.Regions; region++) gained[region * Places.Industries + industry] = change;
        }
    }

    /// <summary>
    /// Adds customers that firms won outside the province in a month. Those they win from each other are no addition, and the
    /// usual ones are part of the market's growth.
    /// </summary>
    /// <param name="sizes">What customers buy in a month, yuan; by region, then industry.</param>
    /// <param name="totals">Gives the customers won last month.</param>
    /// <param name="outside">Of the customers won, those of firms outside the province, share; in markets that are not local.</param>
    /// <param name="usual">Customers won in a usual year, share of all.</param>
    internal static void WinOutside(Span<double> sizes, MacroTotals totals, double outside, double usual)
    {
        for (var market = 0; market < sizes.Length; market++)
        {
            if (((Industry)(market % Places.Industries)).IsLocal()) continue;
            sizes[market] += outside * (Fen.ToYuan(totals.Won[market]) - usual / 12 * sizes[market]);
        }
    }

    /// <summary>Adds what households and firms of each region buy around beyond the usual, or takes off what they save.</summary>
    /// <param name="sizes">What customers buy in a month, yuan; by region, then industry.</param>
    /// <param name="income">Income of households from firms, share above the usual, by region.</param>
    /// <param name="materials">Materials that firms buy, share above the usual, by region.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static void AddLocal(
        Span<double> sizes, ReadOnlySpan<double> income, ReadOnlySpan<double> materials, BehaviouralParameters behaviour)
    {
        for (var market = 0; market < sizes.Length; market++)
        {
            var (region, isLocal) = (market / Places.Industries, ((Industry)(market % Places.Industries)).IsLocal());
            sizes[market] *= 1
                + (isLocal ? behaviour.LocalToHouseholds : behaviour.OtherToHouseholds) * behaviour.SpendingFollowsFirms * income[region]
                + (isLocal ? behaviour.LocalToFirms : behaviour.OtherToFirms) * materials[region];
        }
    }

    private static double Change(double size, double served, double most) =>
        size <= 0 || served <= 0 ? 0 : Math.Clamp(PortableMath.Log(size / served), -most, most);
}
