using SimLab.Engine.RuleQueries;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.App.Texts;

/// <summary>Names of places, industries, sizes, titles and indicators in the viewer's language.</summary>
internal static class PlaceNames
{
    public static Phrase Of(Region region) => new(region.Chinese(), ParameterTexts.Spaced($"{region}", keepCapitals: true));

    public static Phrase Of(Industry industry) => new(IndustryNames.Words[(int)industry].Also[1], ParameterTexts.Spaced($"{industry}"));

    public static Phrase Of(Indicator indicator) => ParameterTexts.Of(indicator);

    public static Phrase Of(SizeClass size) => size switch
    {
        SizeClass.Micro => new("微型", "Micro"),
        SizeClass.Small => new("小型", "Small"),
        SizeClass.Medium => new("中型", "Medium"),
        _ => new("大型", "Large"),
    };

    public static Phrase Of(Title title) => title switch
    {
        Title.HighTech => new("高新技术企业", "High-tech enterprise"),
        Title.TechSme => new("科技型中小企业", "Technology SME"),
        Title.Innovative => new("创新型中小企业", "Innovative SME"),
        Title.Specialised => new("省级专精特新中小企业", "Specialised SME"),
        _ => new("专精特新“小巨人”企业", "Little giant"),
    };
}
