using System.Globalization;

namespace SimLab.App.Texts;

/// <summary>Formats numbers for planners: 万元, 亿元, 户, percent; in English million and billion yuan.</summary>
public static class Numbers
{
    private const double Wan = 1e4, Yi = 1e8;

    /// <summary>A value with its unit, in the viewer's language.</summary>
    /// <param name="viewer">Language and unit of money.</param>
    /// <param name="value">The value, in the unit.</param>
    /// <param name="unit">Unit of indicators and levers: yuan, firms, people, share …; more words may follow.</param>
    /// <param name="sign">Whether to put a + before positive values.</param>
    public static string Amount(this Viewer viewer, double value, string unit, bool sign = false) => Kind(unit) switch
    {
        "yuan" => viewer.Money(value, sign),
        "share" => $"{Text(value * 100, 1, sign)}%",
        "firms" => viewer.Counted(value, "户", "firms", sign),
        "people" => viewer.Counted(value, "人", "people", sign),
        _ => Text(value, Math.Abs(value) is > 0 and < 0.1 ? 4 : Math.Abs(value) < 10 ? 2 : 0, sign, trim: true),
    };

    /// <summary>A difference in the viewer's language: shares in percentage points.</summary>
    public static string Difference(this Viewer viewer, double value, string unit) => Kind(unit) == "share"
        ? viewer.Language == Language.Zh ? $"{Text(value * 100, 1, sign: true)}个百分点" : $"{Text(value * 100, 1, sign: true)} pp"
        : viewer.Amount(value, unit, sign: true);

    /// <summary>An interval, with the unit at each end.</summary>
    public static string Interval(this Viewer viewer, double low, double high, string unit) =>
        $"{viewer.Amount(low, unit)} ~ {viewer.Amount(high, unit)}";

    /// <summary>An amount of money in yuan, formatted in the viewer's language and unit.</summary>
    public static string Money(this Viewer viewer, double yuan, bool sign = false)
    {
        var size = Math.Abs(yuan);
        var chosen = viewer.Money != MoneyUnit.Auto ? viewer.Money : size >= Yi ? MoneyUnit.Yi : MoneyUnit.Wan;
        if (viewer.Money == MoneyUnit.Auto
            && size < Wan) return $"{Text(yuan, size < 100 ? 2 : 0, sign, trim: true)}{(viewer.Language == Language.Zh ? "元" : " yuan")}";
        if (viewer.Language == Language.Zh || viewer.Money != MoneyUnit.Auto)
        {
            var (value, name) = chosen == MoneyUnit.Yi ? (yuan / Yi, "亿元") : (yuan / Wan, "万元");
            return $"{Text(value, Decimals(value), sign, trim: true)}{(viewer.Language == Language.Zh ? "" : " ")}{name}";
        }
        return size >= 1e9 ? $"{Text(yuan / 1e9, Decimals(yuan / 1e9), sign)} bn yuan" : size >= 1e6
            ? $"{Text(yuan / 1e6, Decimals(yuan / 1e6), sign)} m yuan"
            : $"{Text(yuan, 0, sign)} yuan";
    }

    /// <summary>A share 0–1 as a percentage.</summary>
    public static string Percent(double share) => $"{Text(share * 100, 0, sign: false)}%";

    /// <summary>The unit of a chart's axis, and the divisor of its values.</summary>
    public static (string Name, double Divisor) AxisOf(this Viewer viewer, string unit, double largest) => Kind(unit) switch
    {
        "yuan" when viewer.Money == MoneyUnit.Wan || viewer.Money == MoneyUnit.Auto && viewer.Language == Language.Zh
            && largest < Yi => ("万元", Wan),
        "yuan" when viewer.Language == Language.En && viewer.Money == MoneyUnit.Auto =>
            largest < 1e9 ? ("million yuan", 1e6) : ("billion yuan", 1e9),
        "yuan" => ("亿元", Yi),
        "share" => ("%", 0.01),
        "firms" => (viewer.Language == Language.Zh ? "户" : "firms", 1),
        "people" => (viewer.Language == Language.Zh ? "万人" : "thousand people", viewer.Language == Language.Zh ? Wan : 1000),
        _ => (unit, 1),
    };

    /// <summary>The first word of a unit, without further explanation.</summary>
    public static string Kind(string unit) => unit.Split(' ', ',')[0];

    private static string Counted(this Viewer viewer, double value, string zh, string en, bool sign) =>
        $"{Text(value, sign && Math.Abs(value) < 10 ? 1 : 0, sign)}{(viewer.Language == Language.Zh ? zh : $" {en}")}";

    private static int Decimals(double value) => Math.Abs(value) switch { < 10 => 2, < 1000 => 1, _ => 0 };

    private static string Text(double value, int decimals, bool sign, bool trim = false)
    {
        var text = value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
        if (trim && text.Contains('.', StringComparison.Ordinal)) text = text.TrimEnd('0').TrimEnd('.');
        if (text.StartsWith('-') && !text.Any(c => c is >= '1' and <= '9')) text = text[1..];      // no -0
        return sign && value > 0 ? "+" + text : text;
    }
}
