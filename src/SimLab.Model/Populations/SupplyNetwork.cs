using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// The supply network along each chain: leaders buy from the first tier, the first tier from the second.
/// 1. First tier: the recipe's share of the members that represent themselves, larger ones likelier; other members are
/// the second tier. So every debt has one debtor, though a creditor may represent many.
/// 2. Customer: each supplier has one, its main one, of the tier above in its chain. The chance of being chosen rises
/// with a firm's sales, less than in proportion, and is higher in the supplier's own region and belt. Sales have a
/// power-law tail, so the number of suppliers has a thinner one, as in observed firm-to-firm networks (Saito, Watanabe
/// and Iwamura 2007 for Japan; Bernard and others 2022 for Belgium; not checked here). The rule is assumed.
/// A vacant slot has its customer too: the firm founded there sells to it.
/// </summary>
internal static class SupplyNetwork
{
    public static void Link(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        foreach (var chain in drafts.Where(d => d.Chain != Chain.None).GroupBy(d => d.Chain))
        {
            var others = chain.Where(d => !d.LeadsChain).ToArray();
            foreach (var draft in others) draft.Tier = Tier.Second;
            var direct = others.Where(d => d.Large || d.OneToOne)
                .OrderByDescending(d => d.Sales * draws.Factor(d.Id, InitialDrawId.FirstTier, recipe.Supply.FirstTierSpread.Value))
                .ThenBy(d => d.Id).ToArray();
            foreach (var draft in direct.Take((int)Math.Round(direct.Length * recipe.Supply.FirstTier.Value))) draft.Tier = Tier.First;

            FirmBuilder[] Of(Tier tier) => [.. chain.Where(d => d.Tier == tier)];
            Choose(Of(Tier.First), Of(Tier.Leader), recipe, draws);
            Choose(Of(Tier.Second), [.. Of(Tier.First).Where(CanOwe)], recipe, draws);
        }
    }

    // In a reduced population some of the first tier represent many; they sell to leaders, and owe nobody.
    private static bool CanOwe(FirmBuilder draft) => draft.Weight == 1;

    /// <summary>
    /// Adds firms to a province with linked chains: each member of a chain sells to a firm of its first tier.
    /// </summary>
    public static void Join(FirmBuilder[] coming, FirmBuilder[] there, PopulationRecipe recipe, InitialDraws draws)
    {
        foreach (var chain in coming.Where(d => d.Chain != Chain.None && !d.LeadsChain).GroupBy(d => d.Chain))
        {
            FirmBuilder[] members = [.. chain];
            foreach (var draft in members) draft.Tier = Tier.Second;
            Choose(members, [.. there.Where(d => d.Chain == chain.Key && d.Tier == Tier.First && CanOwe(d))], recipe, draws);
        }
    }

    /// <summary>Numbers the customers once all links are set.</summary>
    public static void OpenAccounts(FirmBuilder[] drafts)
    {
        var account = 0;
        foreach (var draft in drafts.Where(d => d.Suppliers > 0)) draft.Account = account++;
    }

    private static void Choose(FirmBuilder[] suppliers, FirmBuilder[] customers, PopulationRecipe recipe, InitialDraws draws)
    {
        var byRegion = new double[]?[recipe.Province.Regions.Length];      // cumulative attraction of customers
        foreach (var supplier in suppliers)
        {
            if (customers.Length == 0)
            {
                supplier.Tier = Tier.None;                 // no customer available
                continue;
            }
            var upTo = byRegion[(int)supplier.Region] ??= Attraction(supplier.Region, customers, recipe);
            var place = Array.BinarySearch(upTo, draws.Uniform(supplier.Id, InitialDrawId.Customer) * upTo[^1]);
            supplier.Customer = customers[Math.Min(place < 0 ? ~place : place, customers.Length - 1)];
            supplier.Customer.Suppliers++;
        }
    }

    private static double[] Attraction(Region region, FirmBuilder[] customers, PopulationRecipe recipe)
    {
        var (shape, belts) = (recipe.Supply, recipe.Province.Belts);
        var upTo = new double[customers.Length];
        double sum = 0;
        for (var i = 0; i < customers.Length; i++)
        {
            var there = customers[i].Region;
            var nearness = there == region ? shape.SameRegion.Value : belts.Of(there) == belts.Of(region) ? shape.SameBelt.Value : 1;
            upTo[i] = sum += PortableMath.Pow(customers[i].Sales, shape.Attraction.Value) * nearness;
        }
        return upTo;
    }
}
