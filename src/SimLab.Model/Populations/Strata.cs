using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// Composition of the population: location, industry, size and titles.
/// 1. the joint table is fitted to every total and rounded to whole firms;
/// 2. roster firms, innovative firms, the nurture pool and large firms represent themselves;
/// 3. ordinary firms are represented by agents of whole weight, or by themselves at full scale;
/// 4. vacant slots for founders lie beside the ordinary firms;
/// 5. all are in canonical order: region, industry, stratum.
/// </summary>
internal static class Strata
{
    /// <summary>Quantiles of the ordinary size distribution that a band represents.</summary>
    public static (double Low, double High) Quantiles(SizeBand band, CompositionShape shape)
    {
        var (lower, upper) = (shape.BandOfFirms.Of(SizeBand.Lower), shape.BandOfFirms.Of(SizeBand.Upper));
        return band switch
        {
            SizeBand.Lower => (0, lower),
            SizeBand.Middle => (lower, 1 - upper),
            _ => (1 - upper, 1),
        };
    }

    public static FirmBuilder[] Settle(PopulationRecipe recipe)
    {
        var ordinary = OrdinaryFirms(recipe);
        RequireCandidates(recipe);
        double[] byBand = [.. Fitting.WholeNumbers([.. recipe.Composition.BandOfFirms.Values], ordinary).Select(firms => (double)firms)];
        var whole = JointTable.Make(recipe, byBand);

        var drafts = new List<FirmBuilder>();
        var bands = new int[byBand.Length][];
        for (var band = 0; band < bands.Length; band++) bands[band] = new int[recipe.Province.Regions.Length * Places.Industries];
        for (var number = 0; number < whole.Length; number++)
        {
            var cell = JointCell.Of(number);
            if (cell.Segment >= Segment.Lower) bands[cell.Segment - Segment.Lower][Place(cell)] += whole[number];
            else
                for (var n = 0; n < whole[number]; n++) drafts.Add(OneToOne(cell));
        }
        AddOrdinary(drafts, recipe, bands);
        return InOrder(drafts);
    }

    private static int Place(JointCell cell) => (int)cell.Region * Places.Industries + (int)cell.Industry;

    /// <summary>SMEs that are neither on the roster nor near it and do no research.</summary>
    private static int OrdinaryFirms(PopulationRecipe recipe)
    {
        var firms = recipe.Firms;
        var counted = firms.Roster.Count + firms.Innovative.Count + firms.Nurture.Count - firms.LargeIndustrial.Count;
        var left = firms.Smes.Count - counted;
        if (left <= firms.OrdinaryAgents.Count)
            throw new PopulationMismatchException("firms.smes",
                $"firms.smes is {firms.Smes.Count}, of which {counted} stand for themselves; {firms.OrdinaryAgents.Count} ordinary "
                    + $"agents cannot stand for the {left} left. "
                + $"Raise firms.smes, or lower firms.ordinaryAgents.");
        return left;
    }

    private static void RequireCandidates(PopulationRecipe recipe)
    {
        var candidates = recipe.Firms.Roster.Count + recipe.Firms.Innovative.Count;
        foreach (var (key, title) in new[]
            { ("titles.highTech", recipe.Titles.HighTech), ("titles.specialised", recipe.Titles.Specialised) })
            if (title.Count > candidates)
                throw new PopulationMismatchException(key,
                    $"{key} is {title.Count}, but the recipe makes only {candidates} firms that could hold the title. Raise "
                        + $"firms.innovative, or lower {key}.");
    }

    private static FirmBuilder OneToOne(JointCell cell) => new()
    {
        Region = cell.Region,
        Industry = cell.Industry,
        Stratum = cell.Segment switch
        {
            Segment.Innovative => Stratum.Innovative,
            Segment.Nurture => Stratum.Nurture,
            _ => cell.OnRoster ? Stratum.AboveScale : Stratum.Ordinary,
        },
        Large = cell.Segment == Segment.Large,
        Holding = cell.Holding,
    };

    private static void AddOrdinary(List<FirmBuilder> drafts, PopulationRecipe recipe, int[][] bands)
    {
        var agentsByBand = Fitting.WholeNumbers(
            [.. recipe.Composition.BandOfAgents.Values], recipe.Firms.OrdinaryAgents.Count);
        var all = new double[bands[0].Length];
        for (var band = SizeBand.Lower; band <= SizeBand.Upper; band++)
        {
            var firms = bands[(int)band];
            var agents = recipe.FullScale ? firms : Fitting.WholeNumbers([.. firms.Select(n => (double)n)], agentsByBand[(int)band]);
            for (var place = 0; place < firms.Length; place++)
            {
                AddAgents(drafts, place, band, firms[place], agents[place]);
                all[place] += firms[place];
            }
        }
        AddVacant(drafts, recipe, all);
    }

    // The firms of a cell are divided among its agents as evenly as whole numbers allow; a cell too small for an agent
    // gets one anyway.
    private static void AddAgents(List<FirmBuilder> drafts, int place, SizeBand band, int firms, int agents)
    {
        agents = Math.Clamp(agents, Math.Min(1, firms), firms);
        for (var n = 0; n < agents; n++)
            drafts.Add(Ordinary(place, band, firms / agents + (n < firms % agents ? 1 : 0), vacant: false));
    }

    // Room for equally many new firms in either case: a weighted slot has room for as many as an agent represents.
    private static void AddVacant(List<FirmBuilder> drafts, PopulationRecipe recipe, double[] firms)
    {
        var typical = Math.Max(1, (int)Math.Round(firms.Sum() / recipe.Firms.OrdinaryAgents.Value));
        var slots = Fitting.WholeNumbers(firms, recipe.Firms.VacantSlots.Count);
        var (weight, times) = recipe.FullScale ? (1, typical) : (typical, 1);
        for (var place = 0; place < slots.Length; place++)
            for (var n = 0; n < slots[place] * times; n++)
                drafts.Add(Ordinary(place, SizeBand.Lower, weight, vacant: true));
    }

    private static FirmBuilder Ordinary(int place, SizeBand band, int weight, bool vacant) => new()
    {
        Region = (Region)(place / Places.Industries),
        Industry = (Industry)(place % Places.Industries),
        Stratum = Stratum.Ordinary,
        Band = band,
        Weight = weight,
        Vacant = vacant,
    };

    // Vacant slots are mixed evenly among the ordinary firms of their region and industry.
    private static FirmBuilder[] InOrder(List<FirmBuilder> drafts)
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
