using System.Globalization;
using SimLab.Engine.RuleQueries;
using SimLab.Model;
using SimLab.Model.Recognition;

namespace SimLab.Engine.Explaining;

/// <summary>Formats names and numbers for stories.</summary>
internal static class StoryText
{
    /// <summary>A title: in English its Chinese name and its id.</summary>
    public static Term Title(Title title) => Term.Name($"{TitleCatalog.Of(title).Chinese} ({Id(title)})", TitleCatalog.Of(title).Chinese);

    public static string Id(Title title) => Wording.Snake(title);

    /// <summary>Splits RecognitionFile or expectedReward into words.</summary>
    public static string Plain(string name) => Spelling.Snake(name).Replace('_', ' ');

    public static Sentence Yuan(long fen) => Yuan(Fen.ToYuan(fen));

    /// <summary>Whole yuan with thousands separators.</summary>
    public static Sentence Yuan(double yuan) => $"{yuan:#,0} yuan";

    /// <summary>A share (0–1) as a percentage with at most two decimals.</summary>
    public static Sentence Percent(double share) => $"{100 * share:0.##} %";

    public static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 1_000 ? "#,0" : Math.Abs(value) >= 0.001 ? "0.####" : "0.#######", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
