using System.Globalization;
using SimLab.Engine.RuleQueries;
using SimLab.Model;
using SimLab.Model.Recognition;

namespace SimLab.Engine.Explaining;

/// <summary>Formats names and numbers for stories.</summary>
internal static class StoryText
{
    /// <summary>Chinese name and id of a title.</summary>
    public static string Title(Title title) => $"{TitleCatalog.Of(title).Chinese} ({Id(title)})";

    public static string Id(Title title) => Wording.Snake(title);

    /// <summary>Splits RecognitionFile or expectedReward into words.</summary>
    public static string Plain(string name) => Spelling.Snake(name).Replace('_', ' ');

    public static string Yuan(long fen) => Yuan(Fen.ToYuan(fen));

    /// <summary>Whole yuan with thousands separators.</summary>
    public static string Yuan(double yuan) => yuan.ToString("#,0", CultureInfo.InvariantCulture) + " yuan";

    /// <summary>A share (0–1) as a percentage with at most two decimals.</summary>
    public static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    public static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 1_000 ? "#,0" : Math.Abs(value) >= 0.001 ? "0.####" : "0.#######", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
