using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// R&amp;D and what comes of it: yearly spending, people, patents, results put to use, stock of knowledge. Title holders meet what
/// their title asks; candidates scatter around it, many just below; the other R&amp;D doers of the roster make up what firms spend in all.
/// The other firms of the roster and near it have a bent that may be woken later.
/// </summary>
internal static class Innovation
{
    // assumption: R&D moves by a factor of exp(0.12) from year to year beside sales.
    private const double YearlySpread = 0.12;

    // assumption: R&D of a firm without title is at most this share of sales.
    private const double MostOfSales = 0.3;

    public static void Draw(Draft[] drafts, PopulationRecipe recipe, PopulationLuck luck)
    {
        var firms = drafts.Where(d => !d.Vacant).ToArray();
        foreach (var draft in firms) Intend(draft, recipe.Innovation, luck);
        MeetTotal(firms, recipe, luck);
        foreach (var draft in firms) Work(draft, recipe.Innovation, luck);
        foreach (var draft in drafts) Business(draft, luck);
    }

    /// <summary>What the firm spends.</summary>
    internal static void Intend(Draft draft, InnovationShape shape, PopulationLuck luck)
    {
        var bent = (float)Bent(draft, shape, luck);
        (draft.RndBent, draft.LatentBent) = HasBegun(draft, shape, luck) ? (bent, 0f) : (0f, bent);
        Spend(draft, luck);
    }

    /// <summary>What comes of what it spends.</summary>
    internal static void Work(Draft draft, InnovationShape shape, PopulationLuck luck)
    {
        draft.State.Set(Standing.DoesRnd, draft.RndBent > 0);
        People(draft, luck);
        Results(draft, luck);
        Learn(draft, shape);
    }

    /// <summary>R&amp;D ratio a title asks: high-tech by sales class (国科发火〔2016〕32号), specialised 3 %, little giant 3 or 6 % (63号); gansu.md A6, A7.</summary>
    internal static double Required(Draft draft)
    {
        var sales = Fen.ToYuan(draft.State.SalesLastYear);
        var ratio = 0.0;
        if (draft.HighTech) ratio = Rulebook.HighTech.LeastRndPercent(draft.State.SalesLastYear) / 100.0;
        if (draft.Specialised) ratio = Math.Max(ratio, Math.Max(0.03, 1e6 / Math.Max(sales, 1)));
        if (draft.LittleGiant) ratio = Math.Max(ratio, sales >= 1e8 ? 0.03 : 0.06);
        return ratio;
    }

    private static double Bent(Draft draft, InnovationShape shape, PopulationLuck luck)
    {
        var required = Required(draft);
        if (required > 0) return Math.Min(0.4, required * (1 + shape.HighTechMargin.Value * luck.Waiting(draft.Id, Matter.RndBent)));
        var usual = Math.Min(MostOfSales, shape.CandidateMedian.Value * luck.Factor(draft.Id, Matter.RndBent, shape.CandidateSpread.Value));
        return draft.Stratum switch
        {
            Stratum.Innovative or Stratum.AboveScale => usual,
            // assumption: what a nurture firm does is a third of what a candidate does.
            Stratum.Nurture => usual / 3,
            _ => 0,                                        // ordinary agents stand for many; a title for fifty firms at once would be no title
        };
    }

    private static bool HasBegun(Draft draft, InnovationShape shape, PopulationLuck luck) => draft.Titled || draft.Large || draft.Stratum switch
    {
        Stratum.AboveScale => luck.Says(draft.Id, Matter.DoesRnd, shape.RosterDoing.Value),
        Stratum.Nurture => luck.Says(draft.Id, Matter.DoesRnd, shape.NurtureDoing.Value),
        _ => true,
    };

    // The untitled R&D doers of the roster are scaled to what is left of the total.
    private static void MeetTotal(Draft[] firms, PopulationRecipe recipe, PopulationLuck luck)
    {
        static double Sum(IEnumerable<Draft> drafts) => drafts.Sum(d => d.Weight * Fen.ToYuan(d.State.RndLastYear));
        var movable = firms.Where(d => d.RndBent > 0 && Scaled(d)).ToArray();
        var given = Sum(firms.Where(d => !Scaled(d)));
        var wanted = recipe.Innovation.RndOfFirms.Value * 1e8;
        if (wanted <= given || movable.Length == 0)
            throw new PopulationMismatchException("innovation.rndOfFirms",
                $"innovation.rndOfFirms is {wanted / 1e8:0.0} hundred million yuan, but title holders and candidates alone spend {given / 1e8:0.0}. "
                + "Raise it, or lower innovation.highTechMargin or titles.highTech.");
        var factor = (wanted - given) / Sum(movable);
        foreach (var draft in movable)
        {
            draft.RndBent = (float)Math.Min(MostOfSales, draft.RndBent * factor);
            Spend(draft, luck);
        }
        foreach (var draft in firms.Where(d => d.LatentBent > 0 && Scaled(d))) draft.LatentBent = (float)Math.Min(MostOfSales, draft.LatentBent * factor);
    }

    private static bool Scaled(Draft draft) => draft.Stratum == Stratum.AboveScale && !draft.Titled;

    private static void Spend(Draft draft, PopulationLuck luck)
    {
        ref var s = ref draft.State;
        s.RndIntensity = draft.RndBent;
        if (draft.RndBent == 0) return;
        s.RndLastYear = Fen.Share(s.SalesLastYear, draft.RndBent * luck.Factor(draft.Id, Matter.RndLastYear, YearlySpread));
        s.RndYearBefore = Fen.Share(s.SalesYearBefore, draft.RndBent * luck.Factor(draft.Id, Matter.RndYearBefore, YearlySpread));
        s.RndThirdYear = Fen.Share(s.SalesThirdYear, draft.RndBent * luck.Factor(draft.Id, Matter.RndThirdYear, YearlySpread));
        MeetConditions(draft);
    }

    // A holder whose luck left it below its title's ratio, over three years or in one of the last two, spent as much as it had to.
    private static void MeetConditions(Draft draft)
    {
        var required = Required(draft) * 1.002;
        if (required == 0) return;
        ref var s = ref draft.State;
        s.RndLastYear = Math.Max(s.RndLastYear, Fen.Share(s.SalesLastYear, required));
        s.RndYearBefore = Math.Max(s.RndYearBefore, Fen.Share(s.SalesYearBefore, required));
        s.RndThirdYear = Math.Max(s.RndThirdYear, Fen.Share(s.SalesThirdYear, required));
    }

    private static void People(Draft draft, PopulationLuck luck)
    {
        if (draft.RndBent == 0) return;
        ref var s = ref draft.State;
        // assumption: 10 % and more as the high-tech title asks; candidates around 10 %; elsewhere in proportion to R&D.
        var share = draft.HighTech ? 0.10 + 0.08 * luck.Waiting(draft.Id, Matter.RndPeople)
            : draft.Specialised ? 0.07 + 0.06 * luck.Waiting(draft.Id, Matter.RndPeople)
            : draft.Stratum == Stratum.Innovative ? 0.145 * luck.Factor(draft.Id, Matter.RndPeople, 0.35)
            : 1.5 * draft.RndBent;
        var people = (int)Math.Round(s.Staff * Math.Min(share, 0.6));
        if (draft.HighTech) people = Math.Max(people, (s.Staff + 9) / 10);
        s.RndStaff = (ushort)Math.Clamp(people, draft.Stratum == Stratum.Innovative ? 1 : 0, Math.Min(s.Staff, ushort.MaxValue));
    }

    // assumption: counts of IP and of results put to use (转化) by standing, each with a geometric tail; holders have what wins the points.
    private static void Results(Draft draft, PopulationLuck luck)
    {
        if (draft.RndBent == 0) return;
        ref var s = ref draft.State;
        var (one, two, transfers) = draft switch
        {
            { LittleGiant: true } => (4.0, 10.0, 5.0),
            { Specialised: true } => (1.8, 8.0, 4.5),
            { HighTech: true } => (1.2, 8.0, 6.0),
            { Stratum: Stratum.Innovative } => (0.35, 5.0, 6.0),
            { Large: true } => (30.0, 40.0, 6.0),
            _ => (0.2, 1.5, 0.8),
        };
        var least = draft.HighTech ? 3 : 0;
        s.Class1Ip = (ushort)((draft.LittleGiant ? 2 : 0) + (int)(one * luck.Waiting(draft.Id, Matter.Class1Ip)));
        s.Class2Ip = (ushort)(least + (int)(two * luck.Waiting(draft.Id, Matter.Class2Ip)));
        if (draft.HighTech && s.Class1Ip == 0) s.Class2Ip = Math.Max(s.Class2Ip, (ushort)5);
        s.TransfersLastYear = (byte)Math.Min(20, least + (int)(transfers * 0.6 * luck.Waiting(draft.Id, Matter.TransfersLastYear)));
        s.TransfersYearBefore = (byte)Math.Min(20, least + (int)(transfers * 0.6 * luck.Waiting(draft.Id, Matter.TransfersYearBefore)));
    }

    // Perpetual inventory: what came before the third year is taken to be the steady state of that year's spending.
    private static void Learn(Draft draft, InnovationShape shape)
    {
        ref var s = ref draft.State;
        const double earlierGrowth = 0.05;                 // assumption
        var lost = shape.Depreciation.Value;
        var real = draft.HighTech ? 1 - shape.Relabelled.Value : 1;
        var stock = Fen.ToYuan(s.RndThirdYear) / (lost + earlierGrowth) * (1 + earlierGrowth);
        stock = stock * (1 - lost) + Fen.ToYuan(s.RndYearBefore);
        stock = stock * (1 - lost) + Fen.ToYuan(s.RndLastYear);
        s.Knowledge = (float)(real * stock);
    }

    // assumption: ranges of main business, high-tech income and years in the niche, above what a title asks of its holders.
    internal static void Business(Draft draft, PopulationLuck luck)
    {
        var main = luck.Uniform(draft.Id, Matter.MainBusiness);
        draft.MainBusinessShare = (float)(draft.LittleGiant || draft.Specialised ? 0.84 + 0.14 * main : draft.HighTech ? 0.78 + 0.20 * main : 0.70 + 0.28 * main);
        var income = luck.Uniform(draft.Id, Matter.HighTechIncome);
        draft.HighTechIncomeShare = (float)(draft.HighTech ? 0.62 + 0.33 * income
            : draft.Specialised ? 0.55 + 0.40 * income
            : draft.Stratum == Stratum.Innovative ? 0.45 + 0.50 * income
            : draft.RndBent > 0 || draft.LatentBent > 0 ? 0.25 + 0.55 * income
            : 0.10 * income);
        var years = draft.State.AgeMonths / 12.0;
        draft.NicheYears = (float)(draft.LittleGiant || draft.Specialised
            ? Math.Max(3, years * luck.Between(draft.Id, Matter.Niche, 0.7, 1))
            : years * luck.Between(draft.Id, Matter.Niche, 0.4, 1));
    }
}
