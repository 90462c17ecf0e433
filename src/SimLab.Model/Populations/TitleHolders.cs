using SimLab.Model.Enterprises;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Populations;

/// <summary>
/// Who holds a title at month zero. High-tech and specialised firms are named first, so that what they are (sizes, R&amp;D, patents)
/// can be drawn to suit; technology SMEs last, from those whose figures would pass.
/// </summary>
internal static class TitleHolders
{
    // assumptions: how much likelier one kind of firm is to be chosen than another of its region.
    private const double HighTechAmongSpecialised = 8;
    private const double SoftwareAmongHighTech = 1.3;
    private const double OtherIndustriesAmongHighTech = 0.4;

    public static void Name(Draft[] drafts, PopulationRecipe recipe, PopulationLuck luck)
    {
        ChooseLarge(drafts, recipe, luck);
        ChooseHighTech(drafts, recipe, luck);
        ChooseSpecialised(drafts, recipe, luck);
        ChooseLittleGiants(drafts, recipe, luck);
    }

    // assumption: giants stand where Gansu's smelters, refineries and oil fields stand.
    private static void ChooseLarge(Draft[] drafts, PopulationRecipe recipe, PopulationLuck luck)
    {
        foreach (var draft in Fitting.Lottery(drafts, d => d.Stratum != Stratum.AboveScale ? 0 : d.Region switch
        {
            Region.Jinchang or Region.Jiayuguan => 6,
            Region.Lanzhou or Region.Baiyin => 3,
            Region.Jiuquan or Region.Qingyang or Region.LanzhouNewArea => 2,
            _ => 1,
        }, luck, Matter.LargeChosen).Take(recipe.Firms.LargeIndustrial.Count))
            draft.Large = true;
    }

    private static void ChooseHighTech(Draft[] drafts, PopulationRecipe recipe, PopulationLuck luck)
    {
        var order = Fitting.Lottery(drafts, d => d.Stratum switch
        {
            Stratum.AboveScale => d.Large ? 0.05 : d.Industry == Industry.Manufacturing ? 1 : 0.15,
            Stratum.Innovative => d.Industry switch
            {
                Industry.Software => SoftwareAmongHighTech,
                Industry.Manufacturing or Industry.ResearchAndTechnical => 1,
                _ => OtherIndustriesAmongHighTech,
            },
            _ => 0,
        }, luck, Matter.HighTechChosen);

        var quotas = Fitting.WholeNumbers(recipe.Regions.HighTech.Values, recipe.Titles.HighTech.Count);
        for (var region = 0; region < quotas.Length; region++)
        {
            var here = order.Where(d => (int)d.Region == region).ToArray();
            var roster = here.Where(d => d.Stratum == Stratum.AboveScale).ToArray();
            var onRoster = Math.Min((int)Math.Round(quotas[region] * recipe.Titles.HighTechOnRoster.Value), roster.Length);
            foreach (var draft in roster.Take(onRoster)) draft.HighTech = true;
            foreach (var draft in here.Where(d => d.Stratum == Stratum.Innovative).Take(quotas[region] - onRoster)) draft.HighTech = true;
        }
        FillUp(order, recipe.Titles.HighTech, "titles.highTech", d => d.HighTech, d => d.HighTech = true);
    }

    private static void ChooseSpecialised(Draft[] drafts, PopulationRecipe recipe, PopulationLuck luck)
    {
        bool MayHold(Draft d) => !d.Large && d.Stratum is Stratum.AboveScale or Stratum.Innovative;
        var order = Fitting.Lottery(drafts,
            d => MayHold(d) && recipe.Industries.Specialised.Of(d.Industry) > 0 ? d.HighTech ? HighTechAmongSpecialised : 1 : 0,
            luck, Matter.SpecialisedChosen);

        var industries = recipe.Industries.Specialised.Values;
        var quotas = Fitting.WholeTable(Fitting.Fit((_, _) => 1, [.. recipe.Regions.Specialised.Values],
            [.. industries.Select(share => share / industries.Sum() * recipe.Titles.Specialised.Count)]));
        for (var region = 0; region < Places.Regions; region++)
        {
            for (var industry = 0; industry < Places.Industries; industry++)
            {
                var here = order.Where(d => (int)d.Region == region && (int)d.Industry == industry).ToArray();
                var roster = here.Where(d => d.Stratum == Stratum.AboveScale).ToArray();
                var onRoster = Math.Min((int)Math.Round(quotas[region][industry] * recipe.Titles.SpecialisedMakersOnRoster.Value), roster.Length);
                foreach (var draft in roster.Take(onRoster)) draft.Specialised = true;
                foreach (var draft in here.Where(d => d.Stratum == Stratum.Innovative).Take(quotas[region][industry] - onRoster)) draft.Specialised = true;
            }
        }
        FillUp(order, recipe.Titles.Specialised, "titles.specialised", d => d.Specialised, d => d.Specialised = true);
    }

    // Makers of things off the roster sell less than 20 million yuan, too little for a little giant.
    private static void ChooseLittleGiants(Draft[] drafts, PopulationRecipe recipe, PopulationLuck luck)
    {
        var order = Fitting.Lottery(drafts,
            d => d.Specialised && (d.Stratum == Stratum.AboveScale || !d.Industry.IsIndustrial()) ? d.HighTech ? 3 : 1 : 0,
            luck, Matter.LittleGiantChosen);
        FillUp(order, recipe.Titles.LittleGiant, "titles.littleGiant", d => d.LittleGiant, d => d.LittleGiant = true);
    }

    /// <summary>Technology SMEs, among firms that the rulebook would pass; called when figures are drawn.</summary>
    public static void ChooseTechSmes(Draft[] drafts, PopulationRecipe recipe, PopulationLuck luck)
    {
        var order = Fitting.Lottery(drafts, d => d.OneToOne && CouldBeTechSme(d, recipe) ? 1 : 0, luck, Matter.TechSmeChosen);
        var quotas = Fitting.WholeNumbers(recipe.Regions.HighTech.Values, recipe.Titles.TechSme.Count);
        for (var region = 0; region < quotas.Length; region++)
            foreach (var draft in Fitting.UpTo([.. order.Where(d => (int)d.Region == region)], quotas[region]))
                draft.TechSme = true;
        FillUp(order, recipe.Titles.TechSme, "titles.techSme", d => d.TechSme, d => d.TechSme = true);
    }

    private static bool CouldBeTechSme(Draft draft, PopulationRecipe recipe)
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
        return draft.RndBent > 0 && Rulebook.TechSme.Judge(facts, ref findings);
    }

    // A cell too poor in candidates leaves a few titles over; they go to the next in the drawn order, wherever they are.
    private static void FillUp(Draft[] order, Figure wanted, string key, Func<Draft, bool> holds, Action<Draft> give)
    {
        int Given() => order.Where(holds).Sum(d => d.Weight);
        foreach (var draft in Fitting.UpTo([.. order.Where(d => !holds(d))], wanted.Count - Given()).ToArray()) give(draft);
        // Firms that stand for many cannot meet every number; they come nearer than the heaviest of them weighs.
        if (Given() is var given && given <= wanted.Count - order.Select(d => d.Weight).DefaultIfEmpty(1).Max())
            throw new PopulationMismatchException(key,
                $"{key} is {wanted.Count}, but the recipe makes only {given} firms that could hold the title. Raise firms.innovative, or lower {key}.");
    }

    /// <summary>Writes the last valid months: three-year titles spread over three Decembers, one-year titles to the next.</summary>
    public static void Date(Draft[] drafts, PopulationRecipe recipe, PopulationLuck luck)
    {
        Stagger(drafts.Where(d => d.HighTech), Title.HighTech, recipe, luck, Matter.HighTechExpiry);
        Stagger(drafts.Where(d => d.Specialised), Title.Specialised, recipe, luck, Matter.SpecialisedExpiry);
        Stagger(drafts.Where(d => d.LittleGiant), Title.LittleGiant, recipe, luck, Matter.LittleGiantExpiry);
        foreach (var draft in drafts.Where(d => d.TechSme)) draft.State.SetUntil(Title.TechSme, Expiry.Of(recipe.At + 12));
    }

    private static void Stagger(IEnumerable<Draft> holders, Title title, PopulationRecipe recipe, PopulationLuck luck, Matter matter)
    {
        var order = Fitting.Lottery(holders, _ => 1, luck, matter);
        double one = recipe.Titles.ExpireAfterOneYear.Value, two = recipe.Titles.ExpireAfterTwoYears.Value;
        var years = Fitting.WholeNumbers([one, two, Math.Max(0, 1 - one - two)], order.Length);
        for (var n = 0; n < order.Length; n++)
        {
            var year = n < years[0] ? 1 : n < years[0] + years[1] ? 2 : 3;
            order[n].State.SetUntil(title, Expiry.Of(recipe.At + 12 * year));
        }
    }
}
