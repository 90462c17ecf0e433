using System.Globalization;

namespace SimLab.Pages.Charts;

/// <summary>An axis from its bottom to its top, in round steps.</summary>
public readonly record struct ChartScale(double Bottom, double Top, double Step)
{
    private const int WantedTicks = 4;

    /// <summary>From the smallest to the largest of the numbers, ignoring those that are not finite.</summary>
    public static ChartScale Around(IEnumerable<double> values)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        return known.Length == 0 ? Around(0, 1) : Around(known.Min(), known.Max());
    }

    /// <summary>From one number to the other, extended to the next whole step.</summary>
    public static ChartScale Around(double low, double high)
    {
        if (high <= low) (low, high) = (low - 1, high + 1);
        var rough = (high - low) / WantedTicks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
        return new(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>Position of a value: 0 at the bottom, 1 at the top.</summary>
    public double Place(double value) => (value - Bottom) / (Top - Bottom);

    /// <summary>The steps, both ends included.</summary>
    public IEnumerable<double> Ticks()
    {
        var (bottom, step) = (Bottom, Step);
        return Enumerable.Range(0, (int)Math.Round((Top - Bottom) / Step) + 1).Select(i => bottom + i * step);
    }

    /// <summary>Label of a tick: short at any magnitude.</summary>
    public string Label(double value) => Math.Max(Math.Abs(Bottom), Math.Abs(Top)) switch
    {
        >= 1e8 => (value / 1e8).ToString("#,0.###", CultureInfo.InvariantCulture) + "亿",
        _ when Step >= 1 => value.ToString("#,0", CultureInfo.InvariantCulture),
        _ => value.ToString(Step >= 0.01 ? "0.##" : "G3", CultureInfo.InvariantCulture),
    };
}
