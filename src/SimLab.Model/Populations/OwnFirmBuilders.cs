using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// Completes the firms supplied by the user with the same steps as synthetic ones: the user's values stay, the rest is
/// drawn for a firm of the same industry, size and titles. Nothing is scaled to a total of the province: they are only
/// part of it.
/// </summary>
internal static class OwnFirmBuilders
{
    /// <param name="recipe">A recipe with own firms.</param>
    /// <param name="there">The synthetic firms, chains linked. Own firms are numbered after them, by region, in the
    /// order of the file.</param>
    /// <param name="draws">Draws of month zero.</param>
    public static FirmBuilder[] Complete(PopulationRecipe recipe, FirmBuilder[] there, InitialDraws draws)
    {
        (OwnFirm Own, FirmBuilder Draft)[] firms = [
            .. InOrder(recipe.Own!).Select((own, n) => (own, Settle(own, there.Length + n, recipe)))];
        FirmBuilder[] drafts = [.. firms.Select(f => f.Draft)];
        foreach (var (own, draft) in firms) Size(own, draft, recipe, draws);
        if (there.Length > 0) SupplyNetwork.Join(drafts, there, recipe, draws);
        else SupplyNetwork.Link(drafts, recipe, draws);
        Histories.GrowOld(drafts, recipe.History, draws);
        foreach (var (own, draft) in firms) Remember(own, draft, recipe, draws);
        ChainMembership.Describe(drafts, recipe, draws);
        foreach (var (own, draft) in firms)
        {
            Describe(own, draft);
            Research(own, draft, recipe, draws);
            Trade(own, draft, recipe, draws);
            Borrow(own, draft, recipe, draws);
        }
        Maturity.Draw(drafts, recipe.Maturity, draws);
        foreach (var (own, draft) in firms) Mature(own, draft);
        Techniques.Draw(drafts, recipe, draws);
        return drafts;
    }

    /// <summary>The user's firms in the order of their enterprise numbers.</summary>
    public static IEnumerable<OwnFirm> InOrder(OwnFirms own) => own.Firms.OrderBy(firm => firm.Region);

    /// <summary>
    /// Vacant slots beside own firms that stand alone: as many per firm as the recipe has in its province.
    /// </summary>
    public static FirmBuilder[] Vacant(PopulationRecipe recipe, FirmBuilder[] own, InitialDraws draws)
    {
        var firms = recipe.Firms;
        var room = firms.VacantSlots.Value / firms.OrdinaryAgents.Value;
        var vacant = new List<FirmBuilder>();
        foreach (var region in own.GroupBy(d => d.Region).OrderBy(g => g.Key))
        {
            double[] industries = [.. Enumerable.Range(0, Places.Industries).Select(i => (double)region.Count(d => (int)d.Industry == i))];
            var slots = Fitting.WholeNumbers(industries, (int)Math.Ceiling(room * region.Count()));
            var weight = Math.Max(1, (int)Math.Round(region.Average(d => (double)d.Weight)));
            for (var industry = 0; industry < slots.Length; industry++)
                for (var n = 0; n < slots[industry]; n++)
                    vacant.Add(new()
                    {
                        Id = own.Length + vacant.Count,
                        Region = region.Key,
                        Industry = (Industry)industry,
                        Stratum = Stratum.Ordinary,
                        Weight = weight,
                        Vacant = true,
                    });
        }
        FirmBuilder[] all = [.. vacant];
        Techniques.Draw(all, recipe, draws);
        return all;
    }

    private static FirmBuilder Settle(OwnFirm own, int id, PopulationRecipe recipe)
    {
        var next = recipe.At + 1;
        bool Holds(Title title) => own.Holds(title, next);
        return new()
        {
            Id = id,
            Region = own.Region,
            Industry = own.Industry,
            Weight = own.Weight,
            Stratum = own.AboveScale ? Stratum.AboveScale
                : own.RndLastYear > 0 || Enum.GetValues<Title>().Any(Holds) ? Stratum.Innovative
                : Stratum.Ordinary,
            Holding = (Holds(Title.LittleGiant), Holds(Title.Specialised), Holds(Title.HighTech)) switch
            {
                (true, _, var highTech) => highTech ? Holding.LittleGiantHighTech : Holding.LittleGiant,
                (_, true, var highTech) => highTech ? Holding.SpecialisedHighTech : Holding.Specialised,
                (_, _, var highTech) => highTech ? Holding.HighTech : Holding.None,
            },
            TechSme = Holds(Title.TechSme),
            Chain = own.Chain,
            Tier = own.LeadsChain ? Tier.Leader : Tier.None,
        };
    }

    private static void Size(OwnFirm own, FirmBuilder draft, PopulationRecipe recipe, InitialDraws draws)
    {
        ref var s = ref draft.State;
        draft.Sales = Fen.ToYuan(own.SalesLastYear);
        s.SalesLastYear = own.SalesLastYear;
        s.Staff = own.Staff;
        Balances.Own(draft, recipe, draws);
        s.Cash = own.Cash ?? s.Cash;
        s.FixedAssets = own.FixedAssets ?? s.FixedAssets;
        draft.Large = draft.SizeClass == SizeClass.Large;
    }

    private static void Remember(OwnFirm own, FirmBuilder draft, PopulationRecipe recipe, InitialDraws draws)
    {
        ref var s = ref draft.State;
        if (own.Founded is { } founded) s.AgeMonths = (ushort)Math.Min(ushort.MaxValue, recipe.At - founded + 1);
        // A firm younger than a year would sell more in a full one.
        draft.Sales /= Math.Min(12.0, s.AgeMonths) / 12;
        Histories.Sales(draft, recipe.History, draws);
        s.SalesLastYear = own.SalesLastYear;
        s.SalesYearBefore = own.SalesYearBefore ?? s.SalesYearBefore;
        s.SalesThirdYear = own.SalesThirdYear ?? s.SalesThirdYear;
        Histories.Stand(draft);
    }

    private static void Describe(OwnFirm own, FirmBuilder draft)
    {
        draft.StateOwned = own.StateOwned ?? draft.StateOwned;
        draft.StrategicField = own.StrategicField ?? draft.StrategicField;
        draft.WesternEncouraged = own.WesternEncouraged ?? draft.WesternEncouraged;
        foreach (var title in Enum.GetValues<Title>())
            if (own.Until(title) is { } until) draft.State.SetUntil(title, Expiry.Of(until));
    }

    private static void Research(OwnFirm own, FirmBuilder draft, PopulationRecipe recipe, InitialDraws draws)
    {
        ref var s = ref draft.State;
        Innovation.Intend(draft, recipe.Innovation, draws);
        if (own.RndLastYear is { } rnd)
        {
            var share = rnd / (double)own.SalesLastYear;
            draft.RndPropensity = s.RndIntensity = (float)Math.Min(1, share);
            (s.RndLastYear, s.RndYearBefore, s.RndThirdYear) = (
                rnd, Fen.Share(s.SalesYearBefore, share), Fen.Share(s.SalesThirdYear, share));
        }
        s.RndYearBefore = own.RndYearBefore ?? s.RndYearBefore;
        s.RndThirdYear = own.RndThirdYear ?? s.RndThirdYear;
        Innovation.Work(draft, recipe, draws);
        s.RndStaff = (ushort)Math.Min(ushort.MaxValue, own.RndStaff ?? s.RndStaff);
        s.Class1Ip = (ushort)(own.Class1Ip ?? s.Class1Ip);
        s.Class2Ip = (ushort)(own.Class2Ip ?? s.Class2Ip);
        s.TransfersLastYear = (byte)(own.TransfersLastYear ?? s.TransfersLastYear);
        s.TransfersYearBefore = (byte)(own.TransfersYearBefore ?? s.TransfersYearBefore);
        Innovation.Business(draft, recipe.Research, draws);
        draft.MainBusinessShare = (float)(own.MainBusinessShare ?? draft.MainBusinessShare);
        draft.HighTechIncomeShare = (float)(own.HighTechIncomeShare ?? draft.HighTechIncomeShare);
        draft.NicheYears = (float)(own.NicheYears ?? draft.NicheYears);
    }

    // Nothing is owed along the chain at month zero: it begins with the first month's orders.
    private static void Trade(OwnFirm own, FirmBuilder draft, PopulationRecipe recipe, InitialDraws draws)
    {
        draft.PublicShare = own.PublicSalesShare
            ?? Math.Min(1, recipe.Industries.SalesToPublic.Of(draft.Industry)
                * Balances.SellerShare(draft, InitialDrawId.PublicShare, recipe.Balance, draws));
        Balances.MeetDemand(draft, recipe.Balance);
        TradeCredit.SellToPublic(draft, recipe.Balance);
        ref var s = ref draft.State;
        var late = own.ArrearsPublic is { } known ? TradeCredit.LateByAge(known) : s.OwedByPublic;
        s.OwedByPublic = late with { NotDue = own.ReceivablePublic ?? s.OwedByPublic.NotDue };
    }

    private static void Borrow(OwnFirm own, FirmBuilder draft, PopulationRecipe recipe, InitialDraws draws)
    {
        ref var s = ref draft.State;
        s.Loan = own.Loan ?? Borrowing.Usual(draft, recipe.Loans, draws);
        Borrowing.Close(draft, recipe, draws);
        if (s.Loan > 0 && own.LoanRate is { } rate) s.LoanRate = (float)rate;
        s.LossCarried = own.LossCarried ?? s.LossCarried;
    }

    private static void Mature(OwnFirm own, FirmBuilder draft)
    {
        ref var s = ref draft.State;
        s.DigitalLevel = (float)(own.DigitalLevel ?? s.DigitalLevel);
        s.Set(Standing.QualityCertified, own.QualityCertified ?? s.Is(Standing.QualityCertified));
        s.Set(Standing.OnCloud, own.OnCloud ?? s.Is(Standing.OnCloud));
    }
}
