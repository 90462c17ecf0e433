using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// R&amp;D and its results at month zero: yearly spending, people, patents, results put to use, stock of knowledge.
/// Title holders meet the conditions of their title; candidates scatter around them, many just below; the other R&amp;D
/// doers of the roster make up the rest of all firms' spending. Other firms on the roster and near it have a latent
/// R&amp;D propensity that may become active later.
/// </summary>
internal static class Innovation
{
    // assumption: R&D moves by a factor of exp(0.12) from year to year beside sales.
    private const double YearlySpread = 0.12;

    // assumption: R&D of a firm without title is at most this share of sales.
    private const double MostOfSales = 0.3;

    public static void Draw(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        var firms = drafts.Where(d => !d.Vacant).ToArray();
        foreach (var draft in firms) Intend(draft, recipe.Innovation, draws);
        MeetTotal(firms, recipe, draws);
        foreach (var draft in firms) Work(draft, recipe.Innovation, draws);
        foreach (var draft in drafts) Business(draft, draws);
    }

    /// <summary>R&amp;D propensity and spending of the firm.</summary>
    internal static void Intend(FirmBuilder draft, InnovationShape shape, InitialDraws draws)
    {
        var propensity = (float)Propensity(draft, shape, draws);
        (draft.RndPropensity, draft.LatentRndPropensity) = HasBegun(draft, shape, draws) ? (propensity, 0f) : (0f, propensity);
        Spend(draft, draws);
    }

    /// <summary>R&amp;D staff, results and knowledge that follow from the spending.</summary>
    internal static void Work(FirmBuilder draft, InnovationShape shape, InitialDraws draws)
    {
        draft.State.Set(Standing.DoesRnd, draft.RndPropensity > 0);
        People(draft, draws);
        Results(draft, draws);
        Learn(draft, shape);
    }

    /// <summary>
    /// R&amp;D ratio that a title requires: high-tech by sales class (国科发火〔2016〕32号), specialised 3 %, little giant 3
    /// or 6 % (63号); gansu.md A6, A7.
    /// </summary>
    internal static double Required(FirmBuilder draft)
    {
        var sales = Fen.ToYuan(draft.State.SalesLastYear);
        var ratio = 0.0;
        if (draft.HighTech) ratio = Rulebook.HighTech.LeastRndPercent(draft.State.SalesLastYear) / 100.0;
        if (draft.Specialised) ratio = Math.Max(ratio, Math.Max(0.03, 1e6 / Math.Max(sales, 1)));
        if (draft.LittleGiant) ratio = Math.Max(ratio, sales >= 1e8 ? 0.03 : 0.06);
        return ratio;
    }

    private static double Propensity(FirmBuilder draft, InnovationShape shape, InitialDraws draws)
    {
        var required = Required(draft);
        if (required > 0) return Math.Min(
            0.4, required * (1 + shape.HighTechMargin.Value * draws.Waiting(draft.Id, InitialDrawId.RndPropensity)));
        var usual = Math.Min(
            MostOfSales, shape.CandidateMedian.Value * draws.Factor(draft.Id, InitialDrawId.RndPropensity, shape.CandidateSpread.Value));
        return draft.Stratum switch
        {
            Stratum.Innovative or Stratum.AboveScale => usual,
            // assumption: the R&D ratio of a nurture firm is a third of a candidate's.
            Stratum.Nurture => usual / 3,
            // ordinary agents represent many; a title for fifty firms at once would be unrealistic
            _ => 0,
        };
    }

    private static bool HasBegun(FirmBuilder draft, InnovationShape shape, InitialDraws draws) =>
        draft.Titled || draft.Large || draft.Stratum switch
        {
            Stratum.AboveScale => draws.Bernoulli(draft.Id, InitialDrawId.DoesRnd, shape.RosterDoing.Value),
            Stratum.Nurture => draws.Bernoulli(draft.Id, InitialDrawId.DoesRnd, shape.NurtureDoing.Value),
            _ => true,
        };

    // The untitled R&D doers of the roster are scaled to the rest of the total.
    private static void MeetTotal(FirmBuilder[] firms, PopulationRecipe recipe, InitialDraws draws)
    {
        static double Sum(IEnumerable<FirmBuilder> drafts) => drafts.Sum(d => d.Weight * Fen.ToYuan(d.State.RndLastYear));
        var movable = firms.Where(d => d.RndPropensity > 0 && Scaled(d)).ToArray();
        var given = Sum(firms.Where(d => !Scaled(d)));
        var wanted = recipe.Innovation.RndOfFirms.Value * 1e8;
        if (wanted <= given || movable.Length == 0)
            throw new PopulationMismatchException("innovation.rndOfFirms",
                $"innovation.rndOfFirms is {wanted / 1e8:0.0} hundred million yuan, but title holders and candidates alone spend "
                    + $"{given / 1e8:0.0}. "
                + $"Raise it, or lower innovation.highTechMargin or titles.highTech.");
        var factor = (wanted - given) / Sum(movable);
        foreach (var draft in movable)
        {
            draft.RndPropensity = (float)Math.Min(MostOfSales, draft.RndPropensity * factor);
            Spend(draft, draws);
        }
        foreach (var draft in firms.Where(d => d.LatentRndPropensity > 0 && Scaled(d))) draft.LatentRndPropensity = (float)Math.Min(
            MostOfSales, draft.LatentRndPropensity * factor);
    }

    private static bool Scaled(FirmBuilder draft) => draft.Stratum == Stratum.AboveScale && !draft.Titled;

    private static void Spend(FirmBuilder draft, InitialDraws draws)
    {
        ref var s = ref draft.State;
        s.RndIntensity = draft.RndPropensity;
        if (draft.RndPropensity == 0) return;
        s.RndLastYear = Fen.Share(s.SalesLastYear, draft.RndPropensity * draws.Factor(draft.Id, InitialDrawId.RndLastYear, YearlySpread));
        s.RndYearBefore = Fen.Share(
            s.SalesYearBefore, draft.RndPropensity * draws.Factor(draft.Id, InitialDrawId.RndYearBefore, YearlySpread));
        s.RndThirdYear = Fen.Share(
            s.SalesThirdYear, draft.RndPropensity * draws.Factor(draft.Id, InitialDrawId.RndThirdYear, YearlySpread));
        MeetConditions(draft);
    }

    // A holder whose draws left it below its title's ratio, over three years or in one of the last two, spent the
    // required amount.
    private static void MeetConditions(FirmBuilder draft)
    {
        var required = Required(draft) * 1.002;
        if (required == 0) return;
        ref var s = ref draft.State;
        s.RndLastYear = Math.Max(s.RndLastYear, Fen.Share(s.SalesLastYear, required));
        s.RndYearBefore = Math.Max(s.RndYearBefore, Fen.Share(s.SalesYearBefore, required));
        s.RndThirdYear = Math.Max(s.RndThirdYear, Fen.Share(s.SalesThirdYear, required));
    }

    private static void People(FirmBuilder draft, InitialDraws draws)
    {
        if (draft.RndPropensity == 0) return;
        ref var s = ref draft.State;
        // assumption: 10 % and more as the high-tech title requires; candidates around 10 %; elsewhere in proportion to
        // R&D.
        var share = draft.HighTech ? 0.10 + 0.08 * draws.Waiting(draft.Id, InitialDrawId.RndPeople)
            : draft.Specialised ? 0.07 + 0.06 * draws.Waiting(draft.Id, InitialDrawId.RndPeople)
            : draft.Stratum == Stratum.Innovative ? 0.145 * draws.Factor(draft.Id, InitialDrawId.RndPeople, 0.35)
            : 1.5 * draft.RndPropensity;
        var people = (int)Math.Round(s.Staff * Math.Min(share, 0.6));
        if (draft.HighTech) people = Math.Max(people, (s.Staff + 9) / 10);
        s.RndStaff = (ushort)Math.Clamp(people, draft.Stratum == Stratum.Innovative ? 1 : 0, Math.Min(s.Staff, ushort.MaxValue));
    }

    // assumption: counts of IP and of results put to use (转化) by standing, each with a geometric tail; holders have the
    // counts that earn the points.
    private static void Results(FirmBuilder draft, InitialDraws draws)
    {
        if (draft.RndPropensity == 0) return;
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
        s.Class1Ip = (ushort)((draft.LittleGiant ? 2 : 0) + (int)(one * draws.Waiting(draft.Id, InitialDrawId.Class1Ip)));
        s.Class2Ip = (ushort)(least + (int)(two * draws.Waiting(draft.Id, InitialDrawId.Class2Ip)));
        if (draft.HighTech && s.Class1Ip == 0) s.Class2Ip = Math.Max(s.Class2Ip, (ushort)5);
        s.TransfersLastYear = (byte)Math.Min(20, least + (int)(transfers * 0.6 * draws.Waiting(draft.Id, InitialDrawId.TransfersLastYear)));
        s.TransfersYearBefore = (byte)Math.Min(
            20, least + (int)(transfers * 0.6 * draws.Waiting(draft.Id, InitialDrawId.TransfersYearBefore)));
    }

    // Perpetual inventory: the stock before the third year is the steady state of that year's spending.
    private static void Learn(FirmBuilder draft, InnovationShape shape)
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

    // assumption: ranges of main business, high-tech income and years in the niche, above the minimum that a title
    // requires.
    internal static void Business(FirmBuilder draft, InitialDraws draws)
    {
        var main = draws.Uniform(draft.Id, InitialDrawId.MainBusiness);
        draft.MainBusinessShare = (float)(
            draft.LittleGiant || draft.Specialised ? 0.84 + 0.14 * main : draft.HighTech ? 0.78 + 0.20 * main : 0.70 + 0.28 * main);
        var income = draws.Uniform(draft.Id, InitialDrawId.HighTechIncome);
        draft.HighTechIncomeShare = (float)(draft.HighTech ? 0.62 + 0.33 * income
            : draft.Specialised ? 0.55 + 0.40 * income
            : draft.Stratum == Stratum.Innovative ? 0.45 + 0.50 * income
            : draft.RndPropensity > 0 || draft.LatentRndPropensity > 0 ? 0.25 + 0.55 * income
            : 0.10 * income);
        var years = draft.State.AgeMonths / 12.0;
        draft.NicheYears = (float)(draft.LittleGiant || draft.Specialised
            ? Math.Max(3, years * draws.Between(draft.Id, InitialDrawId.Niche, 0.7, 1))
            : years * draws.Between(draft.Id, InitialDrawId.Niche, 0.4, 1));
    }
}
