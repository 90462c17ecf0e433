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

    /// <summary>Number of cells.</summary>
    public static int Count(Province province) => province.Regions.Length * Places.Industries * Segments * Holdings;

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
    /// <summary>Whole firms by cell, in the order of <see cref="JointCell.Of"/>.</summary>
    public static int[] Make(PopulationRecipe recipe, double[] ordinaryByBand)
    {
        var province = recipe.Province;
        var margins = new Margins(province).Of(recipe, ordinaryByBand);
        var fitted = ProportionalFit.Fit(
            [
                .. Enumerable.Range(0, JointCell.Count(province)).Select(JointCell.Of)
                    .Select(cell => Odds(cell, recipe) * Usual(cell, recipe)),
            ],
            margins);
        return ControlledRounding.Round(fitted, [.. margins, .. Pairs(fitted, province)]);
    }

    // Where no total fixes the spread of a few firms (sixty giants over fifteen regions), rounding follows the fitted
    // table, two traits at a time.
    private static IEnumerable<Margin> Pairs(double[] fitted, Province province)
    {
        Func<JointCell, int>[] traits = [c => (int)c.Region, c => (int)c.Industry, c => (int)c.Segment, c => (int)c.Holding];
        var most = Math.Max(Places.Industries, province.Regions.Length);    // no trait has more values
        for (var a = 0; a < traits.Length; a++)
            for (var b = a + 1; b < traits.Length; b++)
            {
                var (first, second) = (traits[a], traits[b]);
                int GroupOf(int number) => JointCell.Of(number) is var cell ? first(cell) * most + second(cell) : -1;
                var totals = new double[most * most];
                for (var number = 0; number < fitted.Length; number++) totals[GroupOf(number)] += fitted[number];
                yield return new("", fitted.Length, GroupOf, totals, _ => "");
            }
    }

    private static double Odds(JointCell cell, PopulationRecipe recipe) => cell switch
    {
        // Some giants do hold the high-tech title; but at 3 % of its sales the largest would make up half of the
        // province's R&D.
        { Segment: not (Segment.Roster or Segment.Innovative), Holding: not Holding.None } => 0,
        // Makers of things off the roster sell less than 20 million yuan, too little for a little giant.
        { LittleGiant: true, Segment: Segment.Innovative } when cell.Industry.IsIndustrial() => 0,
        _ => Leaning(cell, recipe.Regions) * OfTitles(cell, recipe.Composition),
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

    private static double OfTitles(JointCell cell, CompositionShape shape)
    {
        if (!cell.HighTech) return 1;
        var among = cell.LittleGiant ? shape.HighTechAmongLittleGiants.Value : cell.Specialised ? shape.HighTechAmongSpecialised.Value : 1;
        return among * (cell.Segment, cell.Industry) switch
        {
            (Segment.Roster, Industry.Manufacturing) => 1,
            (Segment.Roster, _) => shape.MinersAndUtilitiesAmongHighTech.Value,
            (_, Industry.Software) => shape.SoftwareAmongHighTech.Value,
            (_, Industry.Manufacturing or Industry.ResearchAndTechnical) => 1,
            _ => shape.OthersAmongHighTech.Value,
        };
    }
}
