namespace SimLab.Model.Populations;

/// <summary>Capped proportional allocation of a total.</summary>
internal static class CappedAllocation
{
    /// <summary>The factor at which Σ min(most, factor × wish) meets the total; throws if the maxima cannot.</summary>
    public static double Level(
        double total, IReadOnlyCollection<FirmBuilder> firms, Func<FirmBuilder, double> wish, Func<FirmBuilder, double> most,
        string key, string what)
    {
        if (total <= 0) return 0;
        double At(double factor) => firms.Sum(d => Math.Min(most(d), factor * wish(d)));
        var room = firms.Where(d => wish(d) > 0).Sum(most);
        if (room < total)
            throw new PopulationMismatchException(key,
                $"{key} asks for {total / 1e8:0.0} hundred million yuan, but the {what} have room for {room / 1e8:0.0}. Lower it, or "
                    + $"make more room.");
        double low = 0, high = 1;
        while (At(high) < total && high < 1e12) high *= 2;
        for (var step = 0; step < 80; step++)
        {
            var middle = (low + high) / 2;
            if (At(middle) < total) low = middle;
            else high = middle;
        }
        return high;
    }
}
