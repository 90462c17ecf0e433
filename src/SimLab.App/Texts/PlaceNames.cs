using SimLab.Engine.RuleQueries;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Model.Recognition;

namespace SimLab.App.Texts;

/// <summary>Names of places, industries, sizes, titles and indicators in the viewer's language.</summary>
internal static class PlaceNames
{
    public static Phrase Of(Province province, Region region) =>
        new(province.Of(region).NameZh, ParameterTexts.Spaced(province.Of(region).Name, keepCapitals: true));

    public static Phrase Of(Industry industry) => new(IndustryNames.Words[(int)industry].Also[1], ParameterTexts.Spaced($"{industry}"));

    /// <summary>The place or industry of this name in files and tables; null: none.</summary>
    public static Phrase? Find(Province province, string name) =>
        province.Find(name) is { } region ? Of(province, region) : Enum.TryParse<Industry>(name, out var industry) ? Of(industry) : null;

    /// <summary>The name of what a value of a recipe's table is for: a place, an industry, a kind of firm or a band of sizes.</summary>
    public static Phrase Member(Province province, string name) => Find(province, name) ?? ParameterTexts.Member(name);

    public static Phrase Of(Indicator indicator) => ParameterTexts.Of(indicator);

    public static Phrase Of(SizeClass size) => size switch
    {
        SizeClass.Micro => new("微型", "Micro"),
        SizeClass.Small => new("小型", "Small"),
        SizeClass.Medium => new("中型", "Medium"),
        _ => new("大型", "Large"),
    };

    public static Phrase Of(Title title) => new(TitleCatalog.Of(title).Chinese, TitleCatalog.Of(title).English);
}
