using SimLab.Model.Enterprises;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Populations;

/// <summary>
/// Title holders at month zero. High-tech and specialised firms are chosen first, so that their characteristics (sizes,
/// R&amp;D, patents) can be drawn to suit; technology SMEs last, from firms whose figures qualify.
/// </summary>
internal static class TitleHolders
{
    /// <summary>
    /// The table gives the number of firms of a region, industry and stratum that are large or hold which titles;
    /// random draws choose the firms.
    /// </summary>
    public static void Assign(FirmBuilder[] drafts, InitialDraws draws)
    {
        foreach (var alike in drafts.Where(d => d.OneToOne).GroupBy(d => (d.Region, d.Industry, d.Stratum)))
        {
            var lots = alike.Select(d => (d.Large, d.Holding)).ToArray();
            var order = Fitting.Lottery(alike, _ => 1, draws, InitialDrawId.HighTechChosen);
            for (var n = 0; n < lots.Length; n++) (order[n].Large, order[n].Holding) = lots[n];
        }
    }

    /// <summary>Chooses technology SMEs among firms that satisfy the rulebook; call when figures are drawn.</summary>
    public static void ChooseTechSmes(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        var order = Fitting.Lottery(drafts, d => d.OneToOne && CouldBeTechSme(d, recipe) ? 1 : 0, draws, InitialDrawId.TechSmeChosen);
        var quotas = Fitting.WholeNumbers(recipe.Regions.HighTech.Values, recipe.Titles.TechSme.Count);
        for (var region = 0; region < quotas.Length; region++)
            foreach (var draft in Fitting.UpTo([.. order.Where(d => (int)d.Region == region)], quotas[region]))
                draft.TechSme = true;
        FillUp(order, recipe.Titles.TechSme, "titles.techSme", d => d.TechSme, d => d.TechSme = true);
    }

    private static bool CouldBeTechSme(FirmBuilder draft, PopulationRecipe recipe)
    {
        ref readonly var s = ref draft.State;
        var facts = new FirmFacts
        {
            Month = recipe.At,
            Industry = draft.Industry,
            Staff = s.Staff,
            TechStaff = s.RndStaff,
            Revenue = s.SalesLastYear,
            Rnd = s.RndLastYear,
            Assets = s.TotalAssets,
            Class1Ip = s.Class1Ip,
            Class2Ip = s.Class2Ip,
        };
        if (draft.HighTech) facts.Hold(Title.HighTech);
        var findings = new Findings();
        return draft.RndPropensity > 0 && Rulebook.TechSme.Judge(facts, ref findings);
    }

    // A region with too few candidates leaves some titles over; they go to the next firms in the drawn order, wherever
    // they are.
    private static void FillUp(FirmBuilder[] order, Figure wanted, string key, Func<FirmBuilder, bool> holds, Action<FirmBuilder> give)
    {
        int Given() => order.Where(holds).Sum(d => d.Weight);
        foreach (var draft in Fitting.UpTo([.. order.Where(d => !holds(d))], wanted.Count - Given()).ToArray()) give(draft);
        // Weighted firms cannot meet every number; they come within the largest weight.
        if (Given() is var given && given <= wanted.Count - order.Select(d => d.Weight).DefaultIfEmpty(1).Max())
            throw new PopulationMismatchException(key,
                $"{key} is {wanted.Count}, but the recipe makes only {given} firms that could hold the title. Raise firms.innovative, or "
                    + $"lower {key}.");
    }

    /// <summary>
    /// Sets the last valid months: three-year titles spread over three Decembers, one-year titles to the next.
    /// </summary>
    public static void Date(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        Stagger(drafts.Where(d => d.HighTech), Title.HighTech, recipe, draws, InitialDrawId.HighTechExpiry);
        Stagger(drafts.Where(d => d.Specialised), Title.Specialised, recipe, draws, InitialDrawId.SpecialisedExpiry);
        Stagger(drafts.Where(d => d.LittleGiant), Title.LittleGiant, recipe, draws, InitialDrawId.LittleGiantExpiry);
        foreach (var draft in drafts.Where(d => d.TechSme)) draft.State.SetUntil(Title.TechSme, Expiry.Of(recipe.At + 12));
    }

    private static void Stagger(
        IEnumerable<FirmBuilder> holders, Title title, PopulationRecipe recipe, InitialDraws draws, InitialDrawId draw)
    {
        var order = Fitting.Lottery(holders, _ => 1, draws, draw);
        double one = recipe.Titles.ExpireAfterOneYear.Value, two = recipe.Titles.ExpireAfterTwoYears.Value;
        var years = Fitting.WholeNumbers([one, two, Math.Max(0, 1 - one - two)], order.Length);
        for (var n = 0; n < order.Length; n++)
        {
            var year = n < years[0] ? 1 : n < years[0] + years[1] ? 2 : 3;
            order[n].State.SetUntil(title, Expiry.Of(recipe.At + 12 * year));
        }
    }
}
