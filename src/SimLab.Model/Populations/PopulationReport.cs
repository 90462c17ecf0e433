using System.Collections.Immutable;
using SimLab.Model.Enterprises;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Populations;

/// <summary>A total of the recipe beside the synthetic population's.</summary>
public sealed record ReportLine(string Name, double Published, double Synthetic, string Unit, string Source, Confidence Tag)
{
    /// <summary>Tolerance of a total, share.</summary>
    public const double Near = 0.01;

    /// <summary>Reason why the population is not fitted to this total; null: it is.</summary>
    public string? Beside { get; init; }

    /// <summary>The difference is within one per cent or, for few firms, within the limits of whole firms.</summary>
    public bool IsMet => Math.Abs(Difference) <= Near || IsWhole;

    /// <summary>Reason for a difference above one per cent; null: none.</summary>
    public string? Why => Math.Abs(Difference) <= Near ? null : Beside ?? (IsWhole ? "firms are whole" : "not reached");

    // A count can approach a share of few firms only to the next whole firm, or the one beyond where two totals share
    // it.
    private bool IsWhole => Unit == "firms" && Math.Abs(Synthetic - Published) <= 2;

    /// <summary>Synthetic over published, less one; 0 where both are zero.</summary>
    public double Difference => Published != 0 ? Synthetic / Published - 1 : Synthetic == 0 ? 0 : double.PositiveInfinity;
}

/// <summary>
/// Every total of a recipe beside the population's, counted from the firms as a run sees them. Own firms are not
/// counted: the totals are of the synthetic ones.
/// </summary>
public static class PopulationReport
{
    private const double Yi = Fen.PerYi;

    private readonly record struct Observed(Firm Firm, Enterprise State, SizeClass Size)
    {
        public bool OneToOne => Firm.Stratum != Stratum.Ordinary;
        public bool Sme => Size < SizeClass.Large;
        public double Loan => Firm.Weight * (State.Loan / Yi);
        public bool Borrows => State.Loan > 0;
        public bool OnRoster => State.Is(Standing.AboveScale);
    }

    /// <summary>Report of a population, one line per total.</summary>
    public static ImmutableArray<ReportLine> Of(PopulationRecipe recipe, Population population)
    {
        if (recipe.Own is { Alone: true }) return [];
        var alive = population.Firms.Zip(population.Initial)
            .Where(x => x.Second.IsAlive && population.OwnId(x.First.Id).Length == 0)
            .Select(x => new Observed(
                x.First, x.Second, SizeClasses.Of(x.First.Industry, x.Second.Staff, x.Second.SalesLastYear, x.Second.TotalAssets)))
            .ToImmutableArray();
        var next = recipe.At + 1;
        return
        [
            .. Firms(recipe.Firms, recipe.Supply, alive),
            .. recipe.FullScale ? [] : Detail(recipe.Firms, alive, population),
            .. Titles(recipe.Titles, alive, next),
            .. Loans(recipe.Loans, alive, next),
            .. Amounts(recipe, alive),
            .. Ages(recipe.History, alive),
            .. Published(recipe, alive, next),
            .. ByRegion(recipe, alive, next),
            .. ByIndustry(recipe, alive, next),
        ];
    }

    private static ReportLine Line(string name, Figure figure, double synthetic, string? beside = null) =>
        new(name, figure.Value, synthetic, figure.Unit, figure.Source, figure.Tag) { Beside = beside };

    private static double Count(IEnumerable<Observed> firms) => firms.Sum(f => (double)f.Firm.Weight);

    private static double ShareOf(IEnumerable<Observed> firms, Func<Observed, bool> which)
    {
        var all = firms.ToArray();
        return Count(all.Where(which)) / Math.Max(1, Count(all));
    }

    private static IEnumerable<ReportLine> Firms(FirmCounts firms, SupplyShape supply, ImmutableArray<Observed> alive)
    {
        yield return Line("Small, medium and micro enterprises", firms.Smes, Count(alive.Where(f => f.Sme)));
        yield return Line("Above-scale industrial roster", firms.Roster, Count(alive.Where(f => f.OnRoster)));
        yield return Line(
            "Large industrial firms", firms.LargeIndustrial, Count(alive.Where(f => !f.Sme && f.Firm.Industry.IsIndustrial())));
        yield return Line("Large service firms", firms.LargeServices, Count(alive.Where(f => !f.Sme && !f.Firm.Industry.IsIndustrial())));
        yield return Line(
            "Innovative firms off the roster", firms.Innovative, Count(alive.Where(f => f.Firm.Stratum == Stratum.Innovative)));
        yield return Line("Nurture pool", firms.Nurture, Count(alive.Where(f => f.Firm.Stratum == Stratum.Nurture)));
        yield return Line("Chain leaders", firms.ChainLeaders, Count(alive.Where(f => f.Firm.LeadsChain)));
        yield return Line("First-tier suppliers", supply.FirstTier,
            ShareOf(alive.Where(f => f.Firm.Tier > Tier.Leader && (f.OneToOne || !f.Sme)), f => f.Firm.Tier == Tier.First));
        yield return Line("Industrial firms in a chain", firms.IndustrialInChains,
            ShareOf(alive.Where(f => f.Firm.Industry.IsIndustrial() && f.Sme), f => f.Firm.Chain != Chain.None));
    }

    // At full scale there are as many agents as firms.
    private static IEnumerable<ReportLine> Detail(FirmCounts firms, ImmutableArray<Observed> alive, Population population)
    {
        yield return Line("Ordinary agents", firms.OrdinaryAgents, alive.Count(f => f.Firm.Stratum == Stratum.Ordinary && f.Sme));
        yield return Line("Vacant slots", firms.VacantSlots, population.Initial.Count(state => !state.IsAlive));
    }

    private static IEnumerable<ReportLine> Titles(TitleCounts titles, ImmutableArray<Observed> alive, Month next)
    {
        double Holding(Title title) => Count(alive.Where(f => f.State.Holds(title, next)));
        yield return Line("High-tech enterprises", titles.HighTech, Holding(Title.HighTech));
        yield return Line("Technology SMEs", titles.TechSme, Holding(Title.TechSme));
        yield return Line("Innovative SMEs", titles.Innovative, Holding(Title.Innovative));
        yield return Line("Specialised SMEs", titles.Specialised, Holding(Title.Specialised));
        yield return Line("Little giants", titles.LittleGiant, Holding(Title.LittleGiant));
        yield return Line("High-tech enterprises on the roster", titles.HighTechOnRoster,
            ShareOf(
                alive.Where(f => f.State.Holds(Title.HighTech, next)),
                f => f.OnRoster));
        yield return Line("Specialised manufacturers on the roster", titles.SpecialisedMakersOnRoster,
            ShareOf(alive.Where(f => f.State.Holds(Title.Specialised, next) && f.Firm.Industry == Industry.Manufacturing), f =>
                f.OnRoster));

        double Expiring(int years) =>
            ShareOf(
                alive.Where(f => f.State.Holds(Title.HighTech, next)),
                f => f.State.Until(Title.HighTech) == Expiry.Of(next - 1 + 12 * years));
        yield return Line("High-tech titles that run out after one year", titles.ExpireAfterOneYear, Expiring(1));
        yield return Line("High-tech titles that run out after two years", titles.ExpireAfterTwoYears, Expiring(2));
    }

    private static IEnumerable<ReportLine> Loans(LoanTotals loans, ImmutableArray<Observed> alive, Month next)
    {
        yield return Line(
            "Loans to small and micro firms", loans.SmallAndMicro, alive.Where(f => f.Size.IsSmallOrMicro()).Sum(f => f.Loan));
        yield return Line("Loans to medium firms", loans.Medium, alive.Where(f => f.Size == SizeClass.Medium).Sum(f => f.Loan));
        yield return Line("Loans to large firms", loans.Large, alive.Where(f => f.Size == SizeClass.Large).Sum(f => f.Loan));

        var specialised = alive.Where(f => f.State.Holds(Title.Specialised, next)).ToArray();
        var giants = alive.Where(f => f.State.Holds(Title.LittleGiant, next)).ToArray();
        yield return Line("Specialised SMEs with a loan", loans.SpecialisedAccess, ShareOf(specialised, f => f.Borrows));
        yield return Line(
            "Loan of a specialised borrower", loans.SpecialisedMean,
            specialised.Sum(f => f.Loan) / Math.Max(1, Count(specialised.Where(f => f.Borrows))));
        yield return Line("Little giants with a loan", loans.LittleGiantAccess, ShareOf(giants, f => f.Borrows));
        yield return Line(
            "Loan of a little giant", loans.LittleGiantMean, giants.Sum(f => f.Loan) / Math.Max(1, Count(giants.Where(f => f.Borrows))));

        yield return Line(
            "Technology SMEs with a loan", loans.TechSmeAccess,
            ShareOf(alive.Where(f => f.State.Holds(Title.TechSme, next)), f => f.Borrows));
        yield return Line("One-to-one firms with a loan", loans.OneToOneAccess, ShareOf(alive.Where(f => f.OneToOne), f => f.Borrows));
        double Access(SizeClass size) => ShareOf(alive.Where(f => !f.OneToOne && f.Size == size), f => f.Borrows);
        yield return Line("Ordinary micro firms with a loan", loans.MicroAccess, Access(SizeClass.Micro));
        yield return Line("Ordinary small firms with a loan", loans.SmallAccess, Access(SizeClass.Small));
        yield return Line("Ordinary medium firms with a loan", loans.MediumAccess, Access(SizeClass.Medium));
        var small = alive.Where(f => f.Size == SizeClass.Small && f.Borrows).ToArray();
        yield return Line(
            "Loan rate of small firms", loans.Rate, small.Sum(f => f.Firm.Weight * (double)f.State.LoanRate) / Math.Max(1, Count(small)));
    }

    private static IEnumerable<ReportLine> Amounts(PopulationRecipe recipe, ImmutableArray<Observed> alive)
    {
        // Sales of a full year at the present rate: demand plus purchases of public bodies and leaders.
        var perOrderBook = 12 / Math.Max(1e-9, recipe.Balance.OrderBook.Value);
        double ToPublic(Observed f) => f.State.OrdersPublic / Yi * perOrderBook;
        double FullYear(Observed f) =>
            f.State.Demand / recipe.Balance.HalfYearAhead.Value * 12 * Fen.PerYuan / Yi + ToPublic(f)
            + f.State.OrdersChain / Yi * 12 / Math.Max(1e-9, TradeCredit.ChainOrderBook(recipe.Balance));

        var roster = alive.Where(f => f.OnRoster).ToArray();
        var sales = roster.Sum(FullYear);
        yield return Line("Sales of the roster", recipe.Sizes.RosterSales, sales);
        yield return Line("SMEs in the sales of the roster", recipe.Sizes.RosterSmeShare, roster.Where(f => f.Sme).Sum(FullYear) / sales);
        yield return Line("Tail exponent of the roster's SMEs", recipe.Sizes.TailExponent,
            TailExponent(
                [.. roster.Where(f => f.Sme).Select(f => FullYear(f) * 1e8)], recipe.Sizes.TailFrom.Value, recipe.Sizes.SmeCeiling.Value));
        yield return Line("R&D of firms", recipe.Innovation.RndOfFirms, alive.Sum(f => f.Firm.Weight * (f.State.RndLastYear / Yi)));
        yield return Line("Purchases of public bodies", recipe.Balance.PublicPurchases, alive.Sum(f => f.Firm.Weight * ToPublic(f)));
    }

    private static IEnumerable<ReportLine> Ages(GrowthHistory history, ImmutableArray<Observed> alive)
    {
        double Mean(Func<Observed, bool> which) =>
            alive.Where(which).Sum(f => f.Firm.Weight * (double)f.State.AgeMonths) / 12 / Math.Max(1, Count(alive.Where(which)));
        yield return Line("Mean age of ordinary firms", history.OrdinaryMeanAge, Mean(f => !f.OneToOne && f.Sme));
        yield return Line("Mean age of one-to-one firms", history.OneToOneMeanAge, Mean(f => f.OneToOne));
    }

    private static IEnumerable<ReportLine> Published(PopulationRecipe recipe, ImmutableArray<Observed> alive, Month next)
    {
        var published = recipe.Published;
        bool InCapital(Observed f) => recipe.Province.Of(f.Firm.Region).Capital;
        bool Holds(Observed f, Title title) => f.State.Holds(title, next);
        yield return Line(
            "High-tech enterprises of the capital", published.HighTechInCapital,
            Count(alive.Where(f => InCapital(f) && Holds(f, Title.HighTech))));
        yield return Line(
            "Specialised SMEs of the capital", published.SpecialisedInCapital,
            ShareOf(alive.Where(f => Holds(f, Title.Specialised)), InCapital));
        yield return Line("R&D of the whole province", published.RndOfAll, alive.Sum(f => f.Firm.Weight * (f.State.RndLastYear / Yi)),
            "firms only: institutes, universities and sole traders are not in the population");
        yield return Line("Loans to all SMEs", published.SmeLoansInMid2022, alive.Where(f => f.Sme).Sum(f => f.Loan),
            "of seven months later and of a wider scope, loans to owners and sole traders among them");

        var roster = alive.Where(f => f.OnRoster).ToArray();
        double ValueAdded(Observed f) => f.Firm.Weight * (f.State.SalesLastYear / Yi)
            * (1 - recipe.Industries.Materials.Of(f.Firm.Industry));
        yield return Line(
            "SMEs in the value added of the roster", published.RosterSmeValueAdded,
            roster.Where(f => f.Sme).Sum(ValueAdded) / roster.Sum(ValueAdded),
            "of four years later; sizes.rosterSmeShare is set after it, for sales instead of value added");
    }

    // Maximum likelihood for a Pareto distribution cut at a ceiling (Aban, Meerschaert and Panorska 2006), solved by
    // halving.
    private static double TailExponent(double[] sizes, double from, double ceiling)
    {
        var logs = sizes.Where(s => s >= from).Select(s => PortableMath.Log(s / from)).ToArray();
        if (logs.Length == 0) return 0;
        var (mean, width) = (logs.Average(), PortableMath.Log(ceiling / from));
        double low = 0.01, high = 20;
        for (var step = 0; step < 60; step++)
        {
            var a = (low + high) / 2;
            if (1 / a - width / (PortableMath.Exp(a * width) - 1) > mean) low = a;
            else high = a;
        }
        return (low + high) / 2;
    }

    private static IEnumerable<ReportLine> ByRegion(PopulationRecipe recipe, ImmutableArray<Observed> alive, Month next)
    {
        var (tables, regions) = (recipe.Regions, recipe.Province.RegionNames());
        return
        [
            .. Lines(regions, "SMEs in", tables.Smes, recipe.Firms.Smes, alive.Where(f => f.Sme), f => (int)f.Firm.Region),
            .. Lines(regions, "Roster in", tables.Roster, recipe.Firms.Roster, alive.Where(f => f.OnRoster), f => (int)f.Firm.Region),
            .. Lines(
                regions, "High-tech enterprises in", tables.HighTech, recipe.Titles.HighTech,
                alive.Where(f => f.State.Holds(Title.HighTech, next)), f => (int)f.Firm.Region),
            .. Lines(
                regions, "Specialised SMEs in", tables.Specialised, recipe.Titles.Specialised,
                alive.Where(f => f.State.Holds(Title.Specialised, next)), f => (int)f.Firm.Region),
        ];
    }

    private static IEnumerable<ReportLine> ByIndustry(PopulationRecipe recipe, ImmutableArray<Observed> alive, Month next)
    {
        var (tables, industries) = (recipe.Industries, Enum.GetNames<Industry>());
        return
        [
            .. Lines(industries, "SMEs in", tables.Smes, recipe.Firms.Smes, alive.Where(f => f.Sme), f => (int)f.Firm.Industry),
            .. Lines(industries, "Roster in", tables.Roster, recipe.Firms.Roster, alive.Where(f => f.OnRoster), f => (int)f.Firm.Industry),
            .. Lines(
                industries, "Specialised SMEs in", tables.Specialised, recipe.Titles.Specialised,
                alive.Where(f => f.State.Holds(Title.Specialised, next)), f => (int)f.Firm.Industry),
        ];
    }

    private static IEnumerable<ReportLine> Lines(
        string[] names, string what, RecipeTable shares, Figure total, IEnumerable<Observed> firms, Func<Observed, int> key)
    {
        var counts = new double[names.Length];
        foreach (var firm in firms) counts[key(firm)] += firm.Firm.Weight;
        return counts
            .Select((count, k) =>
            {
                var (source, tag) = shares.OriginOf(names[k]);
                return new ReportLine($"{what} {names[k]}", shares.Values[k] * total.Value, count, total.Unit, source, tag);
            })
            .Where(line => line.Published != 0 || line.Synthetic != 0);
    }
}
