using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// Who is in the population, where and in which industry:
/// 1. the industrial roster, the innovative firms and the nurture pool, one by one, fitted to region and industry;
/// 2. large service firms;
/// 3. ordinary firms, what is left of the SMEs in every region and industry, in agents of whole weight;
/// 4. vacant slots beside the ordinary firms, for founders to come;
/// 5. all in canonical order: region, industry, stratum.
/// </summary>
internal static class Strata
{
    private const int Regions = Places.Regions, Industries = Places.Industries;

    // assumption: the upper 4 % and the next 16 % of ordinary firms by sales get 20 % and 30 % of the agents.
    private static readonly double[] BandOfFirms = [0.80, 0.16, 0.04];
    private static readonly double[] BandOfAgents = [0.50, 0.30, 0.20];

    /// <summary>The part of the ordinary size distribution a band stands for.</summary>
    public static (double Low, double High) Quantiles(SizeBand band) => band switch
    {
        SizeBand.Lower => (0, BandOfFirms[0]),
        SizeBand.Middle => (BandOfFirms[0], 1 - BandOfFirms[2]),
        _ => (1 - BandOfFirms[2], 1),
    };

    public static Draft[] Settle(PopulationRecipe recipe, PopulationLuck luck)
    {
        var drafts = new List<Draft>();
        Add(drafts, Stratum.AboveScale, Cells(recipe.Firms.Roster, recipe.Regions.Roster, recipe.Industries.Roster));
        Add(drafts, Stratum.Innovative, Cells(recipe.Firms.Innovative, recipe.Regions.Innovative, recipe.Industries.Innovative));
        Add(drafts, Stratum.Nurture, Cells(recipe.Firms.Nurture, recipe.Regions.Roster, recipe.Industries.Roster));
        var oneByOne = Count(drafts);
        AddLargeServices(drafts, recipe, luck);
        AddOrdinary(drafts, recipe, oneByOne);
        return InOrder(drafts);
    }

    // assumption: where mines and power stations stand; everything else is fitted without preference.
    private static double Leaning(Region region, Industry industry) => (industry, region) switch
    {
        (Industry.Mining, Region.Qingyang or Region.Pingliang or Region.Longnan or Region.Jinchang or Region.Baiyin or Region.Gannan) => 3,
        (Industry.Mining, Region.LanzhouNewArea) => 0.1,
        (Industry.Utilities, Region.Jiuquan or Region.Zhangye or Region.Wuwei or Region.Gannan) => 2,
        _ => 1,
    };

    private static int[][] Cells(Figure firms, Table regions, Table industries) =>
        Fitting.WholeTable(Fitting.Fit(
            (r, i) => Leaning((Region)r, (Industry)i),
            [.. regions.Values],
            [.. industries.Values.Select(share => share / industries.Values.Sum() * firms.Count)]));

    private static void Add(List<Draft> drafts, Stratum stratum, int[][] cells)
    {
        for (var r = 0; r < Regions; r++)
            for (var i = 0; i < Industries; i++)
                for (var n = 0; n < cells[r][i]; n++)
                    drafts.Add(new Draft { Region = (Region)r, Industry = (Industry)i, Stratum = stratum });
    }

    private static int[][] Count(List<Draft> drafts)
    {
        var cells = new int[Regions][];
        for (var r = 0; r < Regions; r++) cells[r] = new int[Industries];
        foreach (var draft in drafts) cells[(int)draft.Region][(int)draft.Industry]++;
        return cells;
    }

    // Regions and industries are divided apart, then paired by luck: a table of forty firms would be all remainders.
    private static void AddLargeServices(List<Draft> drafts, PopulationRecipe recipe, PopulationLuck luck)
    {
        var total = recipe.Firms.LargeServices.Count;
        var regions = Spread(Fitting.WholeNumbers(recipe.Regions.HighTech.Values, total)).OrderBy(x => luck.Uniform(x.Order, Matter.ServiceRegion));
        var industries = Spread(Fitting.WholeNumbers(recipe.Industries.LargeServices.Values, total)).OrderBy(x => luck.Uniform(x.Order, Matter.ServiceIndustry));
        foreach (var (region, industry) in regions.Zip(industries))
            drafts.Add(new Draft { Region = (Region)region.Of, Industry = (Industry)industry.Of, Stratum = Stratum.Ordinary, Large = true });
    }

    private static IEnumerable<(int Of, int Order)> Spread(int[] counts) =>
        counts.SelectMany((count, of) => Enumerable.Repeat(of, count)).Select((of, order) => (of, order));

    private static void AddOrdinary(List<Draft> drafts, PopulationRecipe recipe, int[][] oneByOne)
    {
        var smes = recipe.Firms.Smes.Count;
        var counted = oneByOne.Sum(row => row.Sum()) - recipe.Firms.LargeIndustrial.Count;
        var left = smes - counted;
        if (left <= recipe.Firms.OrdinaryAgents.Count)
            throw new PopulationMismatchException("firms.smes",
                $"firms.smes is {smes}, of which {counted} stand for themselves; {recipe.Firms.OrdinaryAgents.Count} ordinary agents cannot stand for the {left} left. "
                + "Raise firms.smes, or lower firms.ordinaryAgents.");

        var rows = Rest(recipe.Regions.Smes, smes, [.. oneByOne.Select(row => row.Sum())], "regions.smes");
        var columns = Rest(recipe.Industries.Smes, smes, [.. Enumerable.Range(0, Industries).Select(i => oneByOne.Sum(row => row[i]))], "industries.smes");
        var fit = Fitting.Fit((r, i) => Leaning((Region)r, (Industry)i), rows, columns);
        var sum = fit.Sum(row => row.Sum());
        double[] cells = [.. fit.SelectMany(row => row).Select(firms => firms / sum)];

        for (var band = SizeBand.Lower; band <= SizeBand.Upper; band++)
        {
            var firms = Fitting.WholeNumbers(cells, BandTotal(BandOfFirms, band, left));
            var agents = Fitting.WholeNumbers(cells, BandTotal(BandOfAgents, band, recipe.Firms.OrdinaryAgents.Count));
            for (var cell = 0; cell < cells.Length; cell++)
                AddAgents(drafts, cell, band, firms[cell], agents[cell]);
        }

        var typical = Math.Max(1, (int)Math.Round(left / recipe.Firms.OrdinaryAgents.Value));
        var vacant = Fitting.WholeNumbers(cells, recipe.Firms.VacantSlots.Count);
        for (var cell = 0; cell < cells.Length; cell++)
            for (var n = 0; n < vacant[cell]; n++)
                drafts.Add(Ordinary(cell, SizeBand.Lower, typical, vacant: true));
    }

    private static double[] Rest(Table shares, int smes, int[] counted, string key)
    {
        var rest = new double[counted.Length];
        for (var k = 0; k < rest.Length; k++)
        {
            rest[k] = shares.Values[k] * smes - counted[k];
            if (rest[k] < 0)
                throw new PopulationMismatchException(key,
                    $"{key} gives {(rest.Length == Regions ? (Region)k : (Industry)k)} {shares.Values[k] * smes:0} SMEs, but the recipe's roster, innovative and "
                    + $"nurture firms there are already {counted[k]}. Raise its share, or lower those.");
        }
        return rest;
    }

    private static int BandTotal(double[] shares, SizeBand band, int total) => Fitting.WholeNumbers(shares, total)[(int)band];

    // The firms of a cell are dealt to its agents as evenly as whole numbers allow; a cell too small for an agent gets one anyway.
    private static void AddAgents(List<Draft> drafts, int cell, SizeBand band, int firms, int agents)
    {
        agents = Math.Clamp(agents, Math.Min(1, firms), firms);
        for (var n = 0; n < agents; n++)
            drafts.Add(Ordinary(cell, band, firms / agents + (n < firms % agents ? 1 : 0), vacant: false));
    }

    private static Draft Ordinary(int cell, SizeBand band, int weight, bool vacant) => new()
    {
        Region = (Region)(cell / Industries),
        Industry = (Industry)(cell % Industries),
        Stratum = Stratum.Ordinary,
        Band = band,
        Weight = weight,
        Vacant = vacant,
    };

    // Vacant slots are mixed evenly among the ordinary firms of their region and industry.
    private static Draft[] InOrder(List<Draft> drafts)
    {
        var ordered = drafts
            .GroupBy(d => (d.Region, d.Industry, d.Stratum, d.Vacant))
            .SelectMany(group =>
            {
                var members = group.ToArray();
                return members.Select((draft, n) => (draft, Place: (n + 0.5) / members.Length));
            })
            .OrderBy(x => x.draft.Region).ThenBy(x => x.draft.Industry).ThenBy(x => x.draft.Stratum)
            .ThenBy(x => x.Place).ThenBy(x => x.draft.Vacant).ThenBy(x => x.draft.Band)
            .Select(x => x.draft)
            .ToArray();
        for (var id = 0; id < ordered.Length; id++) ordered[id].Id = id;
        return ordered;
    }
}
