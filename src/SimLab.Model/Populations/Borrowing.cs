using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// Borrowers and their loans at month zero:
/// 1. borrowers are drawn to the recipe's access;
/// 2. they own more than others (banks lend on assets);
/// 3. loans, each below a share of the firm's assets, are scaled to the total of their size class.
/// </summary>
internal static class Borrowing
{
    public static void Lend(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        var borrowers = Choose(drafts, recipe, draws);
        foreach (var draft in borrowers) OwnMore(draft, recipe.Balance.BorrowersAssets.Value);
        Balance(borrowers, recipe, draws);
        foreach (var draft in drafts.Where(d => !d.Vacant)) Close(draft, recipe, draws);
    }

    // Not if the firm would then fall into another size class, where assets count for that.
    private static void OwnMore(FirmBuilder draft, double times)
    {
        var (size, assets) = (draft.SizeClass, draft.State.FixedAssets);
        draft.State.FixedAssets = Fen.Share(assets, times);
        if (draft.SizeClass != size) draft.State.FixedAssets = assets;
    }

    private static FirmBuilder[] Choose(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        var loans = recipe.Loans;
        var chosen = new List<FirmBuilder>();
        FirmBuilder[] Among(Func<FirmBuilder, bool> who, Func<FirmBuilder, double> weight) =>
            Fitting.Lottery(drafts.Where(d => !d.Vacant && who(d)), weight, draws, InitialDrawId.Borrows);

        var giants = Among(d => d.LittleGiant, _ => 1);
        var specialised = Among(d => d.Specialised && !d.LittleGiant, _ => 1);
        chosen.AddRange(Fitting.UpTo(giants, Firms(giants) * loans.LittleGiantAccess.Value));
        chosen.AddRange(
            Fitting.UpTo(specialised, Math.Round((Firms(giants) + Firms(specialised)) * loans.SpecialisedAccess.Value) - Firms(chosen)));

        chosen.AddRange(drafts.Where(d => d.Large));
        var techSmes = Among(d => d.TechSme && !d.Specialised && !d.Large, _ => 1);
        chosen.AddRange(
            Fitting.UpTo(
            techSmes, Math.Round(Firms(drafts.Where(d => d.TechSme)) * loans.TechSmeAccess.Value) - Firms(chosen.Where(d => d.TechSme))));
        var oneToOne = Among(d => d.OneToOne && !d.Specialised && !d.TechSme && !d.Large, d =>
            AccessOf(d, loans) * Math.Sqrt(Bankability(d, loans)) * (d.Titled ? loans.TitledAccess.Value : 1));
        var all = Firms(drafts.Where(d => d.OneToOne));
        chosen.AddRange(Fitting.UpTo(oneToOne, Math.Round(all * loans.OneToOneAccess.Value) - Firms(chosen.Where(d => d.OneToOne))));

        for (var size = SizeClass.Micro; size <= SizeClass.Medium; size++)
        {
            var order = Among(d => d.Stratum == Stratum.Ordinary && !d.Large && d.SizeClass == size, d => Bankability(d, loans));
            if (order.Length == 0) continue;
            var quota = Firms(order) * AccessOf(order[0], loans);
            chosen.AddRange(Fitting.UpTo(order, quota));
        }
        return [.. chosen.OrderBy(d => d.Id)];
    }

    private static double Firms(IEnumerable<FirmBuilder> drafts) => drafts.Sum(d => (double)d.Weight);

    // The exponent is half of it among one-to-one firms, which banks know.
    private static double Bankability(FirmBuilder draft, LoanTotals loans) => PortableMath.Pow(draft.Sales / 1e7, loans.AccessRise.Value);

    private static double AccessOf(FirmBuilder draft, LoanTotals loans) => draft.SizeClass switch
    {
        SizeClass.Micro => loans.MicroAccess.Value,
        SizeClass.Small => loans.SmallAccess.Value,
        SizeClass.Medium => loans.MediumAccess.Value,
        _ => 1,
    };

    private static void Balance(FirmBuilder[] borrowers, PopulationRecipe recipe, InitialDraws draws)
    {
        var loans = recipe.Loans;
        FirmBuilder[] Of(Func<FirmBuilder, bool> who) => [.. borrowers.Where(who)];
        var giants = Of(d => d.LittleGiant);
        var specialised = Of(d => d.Specialised && !d.LittleGiant);
        var ofGiants = loans.LittleGiantMean.Value * Firms(giants);
        Scale(giants, ofGiants, "loans.littleGiantMean", recipe, draws);
        Scale(specialised, loans.SpecialisedMean.Value * (Firms(giants) + Firms(specialised)) - ofGiants, "loans.specialisedMean",
            recipe, draws);

        Rest(d => d.SizeClass <= SizeClass.Small, loans.SmallAndMicro.Value, "loans.smallAndMicro");
        Rest(d => d.SizeClass == SizeClass.Medium, loans.Medium.Value, "loans.medium");
        Rest(d => d.SizeClass == SizeClass.Large, loans.Large.Value, "loans.large");

        void Rest(Func<FirmBuilder, bool> size, double total, string key)
        {
            var ofSpecialised = borrowers.Where(d => d.Specialised && size(d)).Sum(d => d.Weight * d.State.Loan) / (double)Fen.PerYi;
            Scale(Of(d => !d.Specialised && size(d)), total - ofSpecialised, key, recipe, draws);
        }
    }

    /// <summary>The loan of a single firm, where no total is to be met.</summary>
    internal static long Usual(FirmBuilder draft, LoanTotals loans, InitialDraws draws)
    {
        var access = draft.LittleGiant ? loans.LittleGiantAccess.Value : draft.Specialised ? loans.SpecialisedAccess.Value
            : draft.TechSme ? loans.TechSmeAccess.Value : AccessOf(draft, loans);
        return draws.Bernoulli(draft.Id, InitialDrawId.Borrows, access)
            ? Fen.FromYuan(Wish(draft, loans, draws)) : 0;
    }

    // Leaders' payables come first.
    private static double Most(FirmBuilder draft, LoanTotals loans) =>
        Math.Max(0, loans.LargestToAssets.Value * Fen.ToYuan(draft.State.TotalAssets) - Fen.ToYuan(draft.State.Payable));

    // Borrowers differ in how close they come to the largest loan.
    private static double Wish(FirmBuilder draft, LoanTotals loans, InitialDraws draws) =>
        Most(draft, loans) * draws.Between(draft.Id, InitialDrawId.LoanSize, loans.LeastOfLargest.Value, 1);

    private static void Scale(FirmBuilder[] group, double hundredMillions, string key, PopulationRecipe recipe, InitialDraws draws)
    {
        double Most(FirmBuilder d) => Borrowing.Most(d, recipe.Loans);
        double Wish(FirmBuilder d) => Borrowing.Wish(d, recipe.Loans, draws);
        var factor = CappedAllocation.Level(hundredMillions * 1e8, group, d => d.Weight * Wish(d), d =>
            d.Weight * Most(d), key, "borrowers of that size");
        foreach (var draft in group) draft.State.Loan = Fen.FromYuan(Math.Min(Most(draft), factor * Wish(draft)));
    }

    internal static void Close(FirmBuilder draft, PopulationRecipe recipe, InitialDraws draws)
    {
        ref var s = ref draft.State;
        var loans = recipe.Loans;
        if (s.Loan > 0)
        {
            var bySize = draft.SizeClass switch
            {
                SizeClass.Large => -loans.LargeDiscount.Value,
                SizeClass.Medium => -loans.MediumDiscount.Value,
                SizeClass.Micro => loans.MicroSurcharge.Value,
                _ => 0,
            };
            s.BookLoanAs(draft.SizeClass);
            s.LoanRate = (float)Math.Clamp(
                loans.Rate.Value + bySize + loans.RateSpread.Value * draws.Normal(draft.Id, InitialDrawId.LoanRate),
                loans.LeastRate.Value, loans.MostRate.Value);
        }
        s.Set(Standing.EverBorrowed, s.Loan > 0 || draws.Bernoulli(
            draft.Id, InitialDrawId.Borrowed, (draft.OneToOne ? loans.OneToOneBorrowedBefore : loans.OthersBorrowedBefore).Value));
        if (draws.Bernoulli(draft.Id, InitialDrawId.LossCarried, recipe.Balance.CarryLosses.Value))
            s.LossCarried = Fen.Share(
                s.SalesLastYear, draws.Between(draft.Id, InitialDrawId.NetAssets, 0, recipe.Balance.MostLosses.Value));
        NetAssets(draft, recipe.History);
    }

    // Net assets followed sales, at a distance, and grew a little of themselves.
    private static void NetAssets(FirmBuilder draft, GrowthHistory history)
    {
        ref var s = ref draft.State;
        var most = history.MostGrowth.Value;
        int age = s.AgeMonths;
        double Earlier(double later, long sales, long salesBefore, int months) => age <= months || sales <= 0 || salesBefore <= 0 ? 0
            : later * PortableMath.Exp(-history.NetAssetsGrow.Value
                - history.NetAssetsFollow.Value * Math.Clamp(PortableMath.Log((double)sales / salesBefore), -most, most));
        var now = Fen.ToYuan(s.NetAssets);
        var before = Earlier(now, s.SalesLastYear, s.SalesYearBefore, 12);
        s.NetAssetsLastYear = (float)now;
        s.NetAssetsYearBefore = (float)before;
        s.NetAssetsThirdYear = (float)Earlier(before, s.SalesYearBefore, s.SalesThirdYear, 24);
    }
}
