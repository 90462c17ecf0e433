using SimLab.Model;

namespace SimLab.App.Texts;

/// <summary>Names of the population's totals in the viewer's language.</summary>
internal static class TotalNames
{
    /// <param name="name">Name in the population report; a total of a place or an industry ends in "in" and its name in
    /// files and tables.</param>
    /// <param name="province">The province whose population it is.</param>
    public static Phrase Of(string name, Province province)
    {
        if (name.LastIndexOf(" in ", StringComparison.Ordinal) is >= 0 and var at
            && PlaceNames.Find(province, name[(at + 4)..]) is { } place)
        {
            var what = SourceTexts.Of(name[..(at + 3)]);
            return new($"{place.Zh}：{what.Zh}", $"{what.En} {place.En}");
        }
        return SourceTexts.Of(name);
    }
}
