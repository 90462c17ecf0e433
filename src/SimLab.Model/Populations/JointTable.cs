namespace SimLab.Model.Populations;

/// <summary>
/// Size as far as published totals distinguish it: roster firms, firms near the roster, and bands of ordinary firms.
/// </summary>
internal enum Segment : byte { Large, Roster, Innovative, Nurture, Lower, Middle, Upper }

/// <summary>Three-year titles held at month zero. A little giant is a specialised firm too.</summary>
internal enum Holding : byte { None, HighTech, Specialised, SpecialisedHighTech, LittleGiant, LittleGiantHighTech }

/// <summary>A cell of the table: firms of one region and industry with the same size and titles.</summary>
internal readonly record struct JointCell(Region Region, Industry Industry, Segment Segment, Holding Holding)
{
    private const int Segments = (int)Segment.Upper + 1, Holdings = (int)Holding.LittleGiantHighTech + 1;

    public const int Count = Places.Regions * Places.Industries * Segments * Holdings;

    public static JointCell Of(int number) => new(
        (Region)(number / (Places.Industries * Segments * Holdings)), (Industry)(number / (Segments * Holdings) % Places.Industries),
        (Segment)(number / Holdings % Segments), (Holding)(number % Holdings));

    public bool OnRoster => Segment == Segment.Roster || Segment == Segment.Large && Industry.IsIndustrial();
    public bool LargeService => Segment == Segment.Large && !Industry.IsIndustrial();
    public bool Sme => Segment != Segment.Large;
    public bool HighTech => Holding is Holding.HighTech or Holding.SpecialisedHighTech or Holding.LittleGiantHighTech;
    public bool Specialised => Holding >= Holding.Specialised;
    public bool LittleGiant => Holding >= Holding.LittleGiant;
}

/// <summary>
/// Region × industry × size × title, fitted to every total of the recipe at once. The seed decides where totals are
/// silent: odds of each kind of firm by place.
/// </summary>
internal static class JointTable
{
    // assumptions: odds of holding a title, beside a roster manufacturer or an innovative maker of things.
    private const double HighTechAmongSpecialised = 8, HighTechAmongLittleGiants = 24;
    private const double SoftwareAmongHighTech = 1.3, OtherIndustriesAmongHighTech = 0.4;
    private const double MinersAndUtilitiesAmongHighTech = 0.15;

    // Priority when whole firms cannot meet everything: counts of the province, then their shares, then the fitted
    // table.
    private const double Count = 10_000, Share = 100;

    /// <summary>Whole firms by cell, in the order of <see cref="JointCell.Of"/>.</summary>
    public static int[] Make(PopulationRecipe recipe, double[] ordinaryByBand)
    {
        var margins = Margins(recipe, ordinaryByBand);
        var fitted = ProportionalFit.Fit(
            [
                .. Enumerable.Range(0, JointCell.Count).Select(JointCell.Of)
                    .Select(cell => Odds(cell, recipe.Regions) * Usual(cell, recipe)),
            ],
            margins);
        return ControlledRounding.Round(fitted, [.. margins, .. Pairs(fitted)]);
    }

    // Where no total fixes the spread of a few firms (sixty giants over fifteen regions), rounding follows the fitted
    // table, two traits at a time.
    private static IEnumerable<Margin> Pairs(double[] fitted)
    {
        Func<JointCell, int>[] traits = [c => (int)c.Region, c => (int)c.Industry, c => (int)c.Segment, c => (int)c.Holding];
        const int most = Places.Industries;                // no trait has more values
        for (var a = 0; a < traits.Length; a++)
            for (var b = a + 1; b < traits.Length; b++)
            {
                var (first, second) = (traits[a], traits[b]);
                int GroupOf(int number) => JointCell.Of(number) is var cell ? first(cell) * most + second(cell) : -1;
                var totals = new double[most * most];
                for (var number = 0; number < fitted.Length; number++) totals[GroupOf(number)] += fitted[number];
                yield return new("", JointCell.Count, GroupOf, totals, _ => "");
            }
    }

    private static double Odds(JointCell cell, RegionTables regions) => cell switch
    {
        // Some giants do hold the high-tech title; but at 3 % of its sales the largest would make up half of the
        // province's R&D.
        { Segment: not (Segment.Roster or Segment.Innovative), Holding: not Holding.None } => 0,
        // Makers of things off the roster sell less than 20 million yuan, too little for a little giant.
        { LittleGiant: true, Segment: Segment.Innovative } when cell.Industry.IsIndustrial() => 0,
        _ => Leaning(cell, regions) * OfTitles(cell),
    };

    // Ordinary firms start in proportion to SMEs. A uniform start would pull the other SMEs of large industries along.
    private static double Usual(JointCell cell, PopulationRecipe recipe) =>
        cell.Segment >= Segment.Lower ? recipe.Regions.Smes.Of(cell.Region) * recipe.Industries.Smes.Of(cell.Industry) : 1;

    private static double Leaning(JointCell cell, RegionTables regions) => cell switch
    {
        { LargeService: true } => 1,
        { Segment: Segment.Large } => regions.LargeIndustrial.Of(cell.Region),
        { Industry: Industry.Mining } => regions.Mining.Of(cell.Region),
        { Industry: Industry.Utilities } => regions.Utilities.Of(cell.Region),
        _ => 1,
    };

    private static double OfTitles(JointCell cell)
    {
        if (!cell.HighTech) return 1;
        var among = cell.LittleGiant ? HighTechAmongLittleGiants : cell.Specialised ? HighTechAmongSpecialised : 1;
        return among * (cell.Segment, cell.Industry) switch
        {
            (Segment.Roster, Industry.Manufacturing) => 1,
            (Segment.Roster, _) => MinersAndUtilitiesAmongHighTech,
            (_, Industry.Software) => SoftwareAmongHighTech,
            (_, Industry.Manufacturing or Industry.ResearchAndTechnical) => 1,
            _ => OtherIndustriesAmongHighTech,
        };
    }

    private static Margin[] Margins(PopulationRecipe recipe, double[] ordinaryByBand)
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

    private static Margin One(string key, Figure total, Func<JointCell, bool> counts) =>
        new(key, JointCell.Count, n => counts(JointCell.Of(n)) ? 0 : -1, [total.Count], _ => "all") { Weight = Count };

    private static Margin ByRegion(string key, RecipeTable shares, Figure total, Func<JointCell, bool> counts) =>
        new(key, JointCell.Count, n =>
            JointCell.Of(n) is var cell && counts(cell) ? (int)cell.Region : -1,
            [.. Normal(shares).Select(share => share * total.Count)], r => $"{(Region)r}")
        { Weight = Share };

    private static Margin ByIndustry(string key, RecipeTable shares, Figure total, Func<JointCell, bool> counts) =>
        new(key, JointCell.Count, n =>
            JointCell.Of(n) is var cell && counts(cell) ? (int)cell.Industry : -1,
            [.. Normal(shares).Select(share => share * total.Count)], i => $"{(Industry)i}")
        { Weight = Share };

    private static Margin OnAndOff(string key, double total, Figure share, Func<JointCell, bool> counts) =>
        Split(key, c =>
            counts(c) ? c.OnRoster ? 0 : 1 : -1, [total * share.Value, total * (1 - share.Value)],
            ["the roster", "firms off the roster"], Count);

    private static Margin Split(string key, Func<JointCell, int> groupOf, double[] totals, string[] names, double weight = Share) =>
        new(key, JointCell.Count, n => groupOf(JointCell.Of(n)), totals, group => names[group]) { Weight = weight };

    // Published shares have three digits; the rest to one is spread over all.
    private static double[] Normal(RecipeTable shares) => [.. shares.Values.Select(share => share / shares.Values.Sum())];
}
