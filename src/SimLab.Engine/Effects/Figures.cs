using System.Globalization;
using SimLab.Engine.Reporting;
using SimLab.Engine.Statistics;

namespace SimLab.Engine.Effects;

/// <summary>Formats numbers of the effects page.</summary>
internal static class Figures
{
    public static string Bare(double value, string unit) => TargetTexts.Bare(value, Kind(unit));

    /// <summary>Bold when clear of zero, 0 when every replicate has the same bits in both arms.</summary>
    public static string Bold(PairedDifference difference, string unit)
    {
        if (difference.IsNone) return "0";
        var number = TargetTexts.BareDifference(difference.Mean, Kind(unit));
        return difference.IsClear ? $"**{number}**" : number;
    }

    public static string Interval(PairedDifference difference, string unit) => difference switch
    {
        { IsNone: true } => "",
        { Interval: { } mean } =>
            $"[{TargetTexts.BareDifference(mean.Low, Kind(unit))}, {TargetTexts.BareDifference(mean.High, Kind(unit))}]",
        _ => "",
    };

    /// <summary>Difference and interval.</summary>
    public static string Whole(PairedDifference difference, string unit) =>
        $"{Bold(difference, unit)} {Interval(difference, unit)}".TrimEnd();

    public static string PerCent(double difference, double of) =>
        of == 0 ? "–" : (100 * difference / of).ToString("+0.0;-0.0;0", CultureInfo.InvariantCulture) + " %";

    // A channel's count is formatted like firms, unless it is money or a share.
    private static string Kind(string unit) => TargetTexts.IsMoney(unit) || TargetTexts.IsShare(unit) ? unit : "firms";
}
