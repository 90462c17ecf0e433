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
    public static void Draw(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        var firms = drafts.Where(d => !d.Vacant).ToArray();
        foreach (var draft in firms) Intend(draft, recipe.Innovation, draws);
        MeetTotal(firms, recipe, draws);
        foreach (var draft in firms) Work(draft, recipe, draws);
        foreach (var draft in drafts) Business(draft, recipe.Research, draws);
    }

    /// <summary>R&amp;D propensity and spending of the firm.</summary>
    internal static void Intend(FirmBuilder draft, InnovationShape shape, InitialDraws draws)
    {
        var propensity = (float)Propensity(draft, shape, draws);
        (draft.RndPropensity, draft.LatentRndPropensity) = HasBegun(draft, shape, draws) ? (propensity, 0f) : (0f, propensity);
        Spend(draft, shape, draws);
    }

    /// <summary>R&amp;D staff, results and knowledge that follow from the spending.</summary>
    internal static void Work(FirmBuilder draft, PopulationRecipe recipe, InitialDraws draws)
    {
        draft.State.Set(Standing.DoesRnd, draft.RndPropensity > 0);
        People(draft, recipe.Research, draws);
        Results(draft, recipe.Research, draws);
        Learn(draft, recipe.Innovation);
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
            shape.MostOfHolders.Value, required * (1 + shape.HighTechMargin.Value * draws.Waiting(draft.Id, InitialDrawId.RndPropensity)));
        var usual = Math.Min(
            shape.MostOfSales.Value,
            shape.CandidateMedian.Value * draws.Factor(draft.Id, InitialDrawId.RndPropensity, shape.CandidateSpread.Value));
        return draft.Stratum switch
        {
            Stratum.Innovative or Stratum.AboveScale => usual,
            Stratum.Nurture => usual / shape.CandidateToNurture.Value,
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
            draft.RndPropensity = (float)Math.Min(recipe.Innovation.MostOfSales.Value, draft.RndPropensity * factor);
            Spend(draft, recipe.Innovation, draws);
        }
        foreach (var draft in firms.Where(d => d.LatentRndPropensity > 0 && Scaled(d)))
            draft.LatentRndPropensity = (float)Math.Min(recipe.Innovation.MostOfSales.Value, draft.LatentRndPropensity * factor);
    }

    private static bool Scaled(FirmBuilder draft) => draft.Stratum == Stratum.AboveScale && !draft.Titled;

    private static void Spend(FirmBuilder draft, InnovationShape shape, InitialDraws draws)
    {
        ref var s = ref draft.State;
        s.RndIntensity = draft.RndPropensity;
        if (draft.RndPropensity == 0) return;
        s.RndLastYear = InYear(s.SalesLastYear, InitialDrawId.RndLastYear);
        s.RndYearBefore = InYear(s.SalesYearBefore, InitialDrawId.RndYearBefore);
        s.RndThirdYear = InYear(s.SalesThirdYear, InitialDrawId.RndThirdYear);
        MeetConditions(draft, shape);

        long InYear(long sales, InitialDrawId draw) =>
            Fen.Share(sales, draft.RndPropensity * draws.Factor(draft.Id, draw, shape.YearlySpread.Value));
    }

    // A holder whose draws left it below its title's ratio, over three years or in one of the last two, spent the
    // required amount.
    private static void MeetConditions(FirmBuilder draft, InnovationShape shape)
    {
        var required = Required(draft) * shape.AboveCondition.Value;
        if (required == 0) return;
        ref var s = ref draft.State;
        s.RndLastYear = Math.Max(s.RndLastYear, Fen.Share(s.SalesLastYear, required));
        s.RndYearBefore = Math.Max(s.RndYearBefore, Fen.Share(s.SalesYearBefore, required));
        s.RndThirdYear = Math.Max(s.RndThirdYear, Fen.Share(s.SalesThirdYear, required));
    }

    private static void People(FirmBuilder draft, ResearchShape shape, InitialDraws draws)
    {
        if (draft.RndPropensity == 0) return;
        ref var s = ref draft.State;
        double Above(Figure least, Figure above) => least.Value + above.Value * draws.Waiting(draft.Id, InitialDrawId.RndPeople);
        var share = draft.HighTech ? Above(shape.HighTechPeople, shape.HighTechPeopleAbove)
            : draft.Specialised ? Above(shape.SpecialisedPeople, shape.SpecialisedPeopleAbove)
            : draft.Stratum == Stratum.Innovative
                ? shape.CandidatePeople.Value * draws.Factor(draft.Id, InitialDrawId.RndPeople, shape.CandidatePeopleSpread.Value)
            : shape.PeopleToRnd.Value * draft.RndPropensity;
        var people = (int)Math.Round(s.Staff * Math.Min(share, shape.MostPeople.Value));
        if (draft.HighTech) people = Math.Max(people, (s.Staff + 9) / 10);        // the law's tenth, rounded up
        s.RndStaff = (ushort)Math.Clamp(people, draft.Stratum == Stratum.Innovative ? 1 : 0, Math.Min(s.Staff, ushort.MaxValue));
    }

    // Counts of IP and of results put to use (转化) by standing, each with a geometric tail; holders have the counts that
    // earn the points.
    private static void Results(FirmBuilder draft, ResearchShape shape, InitialDraws draws)
    {
        if (draft.RndPropensity == 0) return;
        ref var s = ref draft.State;
        var kind = draft.Kind;
        var least = draft.HighTech ? shape.HighTechResults.Count : 0;
        s.Class1Ip = (ushort)((draft.LittleGiant ? shape.LittleGiantClass1.Count : 0)
            + (int)(shape.Class1Ip.Of(kind) * draws.Waiting(draft.Id, InitialDrawId.Class1Ip)));
        s.Class2Ip = (ushort)(least + (int)(shape.Class2Ip.Of(kind) * draws.Waiting(draft.Id, InitialDrawId.Class2Ip)));
        if (draft.HighTech && s.Class1Ip == 0) s.Class2Ip = Math.Max(s.Class2Ip, (ushort)shape.HighTechWithoutClass1.Count);
        s.TransfersLastYear = Transfers(InitialDrawId.TransfersLastYear);
        s.TransfersYearBefore = Transfers(InitialDrawId.TransfersYearBefore);

        byte Transfers(InitialDrawId draw) => (byte)Math.Min(
            shape.MostTransfers.Count,
            least + (int)(shape.Transfers.Of(kind) * shape.TransfersCounted.Value * draws.Waiting(draft.Id, draw)));
    }

    // Perpetual inventory: the stock before the third year is the steady state of that year's spending.
    private static void Learn(FirmBuilder draft, InnovationShape shape)
    {
        ref var s = ref draft.State;
        var (lost, earlierGrowth) = (shape.Depreciation.Value, shape.GrowthBefore.Value);
        var real = draft.HighTech ? 1 - shape.Relabelled.Value : 1;
        var stock = Fen.ToYuan(s.RndThirdYear) / (lost + earlierGrowth) * (1 + earlierGrowth);
        stock = stock * (1 - lost) + Fen.ToYuan(s.RndYearBefore);
        stock = stock * (1 - lost) + Fen.ToYuan(s.RndLastYear);
        s.Knowledge = (float)(real * stock);
    }

    // Main business, high-tech income and years in the niche are above the minimum that a title requires.
    internal static void Business(FirmBuilder draft, ResearchShape shape, InitialDraws draws)
    {
        var main = draws.Uniform(draft.Id, InitialDrawId.MainBusiness);
        draft.MainBusinessShare = (float)(shape.MainBusiness.Of(draft.Kind) + shape.MainBusinessRange.Of(draft.Kind) * main);
        var income = draws.Uniform(draft.Id, InitialDrawId.HighTechIncome);
        draft.HighTechIncomeShare = (float)(draft.HighTech ? shape.HighTechIncome.Value + shape.HighTechIncomeRange.Value * income
            : draft.Specialised ? shape.SpecialisedIncome.Value + shape.SpecialisedIncomeRange.Value * income
            : draft.Stratum == Stratum.Innovative ? shape.CandidateIncome.Value + shape.CandidateIncomeRange.Value * income
            : draft.RndPropensity > 0 || draft.LatentRndPropensity > 0
                ? shape.ResearchingIncome.Value + shape.ResearchingIncomeRange.Value * income
            : shape.OtherIncomeRange.Value * income);
        var years = draft.State.AgeMonths / 12.0;
        draft.NicheYears = (float)(draft.LittleGiant || draft.Specialised
            ? Math.Max(shape.NicheYears.Value, years * draws.Between(draft.Id, InitialDrawId.Niche, shape.SpecialisedNiche.Value, 1))
            : years * draws.Between(draft.Id, InitialDrawId.Niche, shape.OtherNiche.Value, 1));
    }
}
