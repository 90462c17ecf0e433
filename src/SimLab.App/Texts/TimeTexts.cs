using System.Globalization;
using SimLab.Engine.Experiments.Kinds;

namespace SimLab.App.Texts;

/// <summary>Formats a duration: 3 分钟, 2 hours.</summary>
internal static class TimeTexts
{
    public static string Of(Viewer viewer, TimeSpan time) =>
        viewer.Language == Language.En ? Laboratory.Shown(time) : string.Create(CultureInfo.InvariantCulture, $"{time switch
        {
            { TotalSeconds: < 90 } => $"{Math.Ceiling(time.TotalSeconds):0} 秒",
            { TotalMinutes: < 90 } => $"{time.TotalMinutes:0} 分钟",
            { TotalHours: < 48 } => $"{time.TotalHours:0.#} 小时",
            { TotalDays: < 730 } => $"{time.TotalDays:N0} 天",
            _ => $"{time.TotalDays / 365.25:N0} 年",
        }}");
}
