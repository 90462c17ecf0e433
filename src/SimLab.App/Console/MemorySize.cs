using System.Globalization;
using System.Text.RegularExpressions;

namespace SimLab.App.Console;

/// <summary>Reads and writes amounts of memory: 2GB, 500 MB.</summary>
internal static partial class MemorySize
{
    /// <summary>The amount in bytes; null: the text is no amount of memory.</summary>
    public static long? Read(string text)
    {
        var parts = Parts().Match(text.Trim());
        if (!parts.Success) return null;
        var power = parts.Groups["unit"].Value.ToUpperInvariant() switch { "M" => 20, "G" => 30, _ => 40 };
        var bytes = decimal.Parse(parts.Groups["number"].Value, CultureInfo.InvariantCulture) * (1L << power);
        return bytes is > 0 and <= long.MaxValue ? (long)bytes : null;
    }

    /// <summary>"1.5GB", rounded up so that it can be typed back.</summary>
    public static string Shown(long bytes) => bytes >= 1L << 30
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes * 10.0 / (1L << 30)) / 10:0.#}GB")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Ceiling(bytes / (double)(1L << 20))):0}MB");

    [GeneratedRegex(
        @"^(?<number>[0-9]{1,6}(\.[0-9]{1,6})?) ?(?<unit>[MGT])i?B?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Parts();
}
