namespace SimLab.Model.Populations;

/// <summary>The totals of a recipe that the joint table of a province must meet.</summary>
internal sealed class Margins(Province province)
{
    // Priority when whole firms cannot meet everything: counts of the province, then their shares, then the fitted
    // table.
    private const double Count = 10_000, Share = 100;

    private readonly int _cells = JointCell.Count(province);

    /// <summary>Margins of a recipe.</summary>
    /// <param name="recipe">Gives the totals.</param>
    /// <param name="ordinaryByBand">Ordinary firms, by band of size.</param>
    public Margin[] Of(PopulationRecipe recipe, double[] ordinaryByBand)
    {
        var (firms, titles, regions, industries) = (recipe.Firms, recipe.Titles, recipe.Regions, recipe.Industries);
        return
        [
            One("firms.smes", firms.Smes, c => c.Sme),
            ByRegion("regions.smes", regions.Smes, firms.Smes, c => c.Sme),
            ByIndustry("industries.smes", industries.Smes, firms.Smes, c => c.Sme),
            Split("sizes.ordinaryTailShare", c =>
                c.Segment >= Segment.Lower ? c.Segment - Segment.Lower : -1, ordinaryByBand,
                ["the lower sizes", "the middle sizes", "the upper sizes"]),

            One("firms.roster", firms.Roster, c => c.OnRoster),
            ByRegion("regions.roster", regions.Roster, firms.Roster, c => c.OnRoster),
            ByIndustry("industries.roster", industries.Roster, firms.Roster, c => c.OnRoster),
            One("firms.largeIndustrial", firms.LargeIndustrial, c => c.Segment == Segment.Large && c.OnRoster),

            // Large service firms follow the regions of high-tech firms (assumed).
            One("firms.largeServices", firms.LargeServices, c => c.LargeService),
            ByRegion("regions.highTech", regions.HighTech, firms.LargeServices, c => c.LargeService),
            ByIndustry("industries.largeServices", industries.LargeServices, firms.LargeServices, c => c.LargeService),

            One("firms.innovative", firms.Innovative, c => c.Segment == Segment.Innovative),
            ByRegion("regions.innovative", regions.Innovative, firms.Innovative, c => c.Segment == Segment.Innovative),
            ByIndustry("industries.innovative", industries.Innovative, firms.Innovative, c => c.Segment == Segment.Innovative),
            One("firms.nurture", firms.Nurture, c => c.Segment == Segment.Nurture),
            ByRegion("regions.roster", regions.Roster, firms.Nurture, c => c.Segment == Segment.Nurture),
            ByIndustry("industries.roster", industries.Roster, firms.Nurture, c => c.Segment == Segment.Nurture),

            One("titles.highTech", titles.HighTech, c => c.HighTech),
            ByRegion("regions.highTech", regions.HighTech, titles.HighTech, c => c.HighTech),
            OnAndOff("titles.highTechOnRoster", titles.HighTech.Count, titles.HighTechOnRoster, c => c.HighTech),
            One("titles.specialised", titles.Specialised, c => c.Specialised),
            ByRegion("regions.specialised", regions.Specialised, titles.Specialised, c => c.Specialised),
            ByIndustry("industries.specialised", industries.Specialised, titles.Specialised, c => c.Specialised),
            OnAndOff("titles.specialisedMakersOnRoster",
                titles.Specialised.Count * Normal(industries.Specialised)[(int)Industry.Manufacturing],
                titles.SpecialisedMakersOnRoster, c => c.Specialised && c.Industry == Industry.Manufacturing),
            One("titles.littleGiant", titles.LittleGiant, c => c.LittleGiant),
        ];
    }

    private Margin One(string key, Figure total, Func<JointCell, bool> counts) =>
        new(key, _cells, n => counts(JointCell.Of(n)) ? 0 : -1, [total.Count], _ => "all") { Weight = Count };

    private Margin ByRegion(string key, RecipeTable shares, Figure total, Func<JointCell, bool> counts) =>
        new(key, _cells, n =>
            JointCell.Of(n) is var cell && counts(cell) ? (int)cell.Region : -1,
            [.. Normal(shares).Select(share => share * total.Count)], r => province.Regions[r].Name)
        { Weight = Share };

    private Margin ByIndustry(string key, RecipeTable shares, Figure total, Func<JointCell, bool> counts) =>
        new(key, _cells, n =>
            JointCell.Of(n) is var cell && counts(cell) ? (int)cell.Industry : -1,
            [.. Normal(shares).Select(share => share * total.Count)], i => $"{(Industry)i}")
        { Weight = Share };

    private Margin OnAndOff(string key, double total, Figure share, Func<JointCell, bool> counts) =>
        Split(key, c =>
            counts(c) ? c.OnRoster ? 0 : 1 : -1, [total * share.Value, total * (1 - share.Value)],
            ["the roster", "firms off the roster"], Count);

    private Margin Split(string key, Func<JointCell, int> groupOf, double[] totals, string[] names, double weight = Share) =>
        new(key, _cells, n => groupOf(JointCell.Of(n)), totals, group => names[group]) { Weight = weight };

    // Published shares have three digits; the rest to one is spread over all.
    private static double[] Normal(RecipeTable shares) => [.. shares.Values.Select(share => share / shares.Values.Sum())];
}
