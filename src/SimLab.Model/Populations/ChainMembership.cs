using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>Chain, leadership, ownership and fields of business of each firm.</summary>
internal static class ChainMembership
{
    private static readonly Chain[] All =
    [
        Chain.MetallurgyAndNonFerrous, Chain.Petrochemicals, Chain.NewEnergyEquipment, Chain.EquipmentManufacturing,
        Chain.DigitalEconomy, Chain.Biomedicine, Chain.FoodAndFarmProducts,
    ];

    // assumption: names of chains after the clusters of gansu.md B8 (six are published; the seventh, food, is added),
    // weights by the products of each industry.
    private static double[] WeightsOf(Industry industry) => industry switch
    {
        Industry.Manufacturing => [25, 15, 10, 20, 3, 10, 22],
        Industry.Mining => [70, 30, 0, 0, 0, 0, 0],
        Industry.Utilities => [0, 5, 95, 0, 0, 0, 0],
        Industry.Software or Industry.Telecommunication => [0, 0, 0, 0, 100, 0, 0],
        Industry.Agriculture => [0, 0, 0, 0, 0, 15, 85],
        Industry.ResearchAndTechnical => [10, 10, 15, 20, 25, 20, 0],
        Industry.Transport or Industry.Wholesale => [35, 25, 0, 0, 0, 5, 35],
        _ => [0, 0, 0, 0, 0, 0, 0],
    };

    // assumption: a chain weighs three times as much in its home regions, for a giant thirty times.
    private static bool AtHome(Chain chain, Region region) => chain switch
    {
        Chain.MetallurgyAndNonFerrous => region is Region.Jinchang or Region.Jiayuguan or Region.Baiyin or Region.Longnan,
        Chain.Petrochemicals => region is Region.Lanzhou or Region.LanzhouNewArea or Region.Qingyang,
        Chain.NewEnergyEquipment => region is Region.Jiuquan or Region.Zhangye or Region.Wuwei or Region.LanzhouNewArea,
        Chain.EquipmentManufacturing => region is Region.Lanzhou or Region.Tianshui,
        Chain.DigitalEconomy => region is Region.Lanzhou or Region.LanzhouNewArea or Region.Qingyang,
        Chain.Biomedicine => region is Region.Lanzhou or Region.Dingxi,
        _ => region is Region.Dingxi or Region.Zhangye or Region.Wuwei or Region.Linxia or Region.Gannan or Region.Pingliang,
    };

    // assumption: shares of firms that sell along a chain, beside the recipe's share of industrial firms.
    private static double MemberShare(FirmBuilder draft, PopulationRecipe recipe) => draft.Industry switch
    {
        _ when draft.Industry.IsIndustrial() => recipe.Firms.IndustrialInChains.Value,
        Industry.Software or Industry.ResearchAndTechnical => draft.OneToOne ? 0.40 : 0.15,
        Industry.Agriculture => 0.20,
        Industry.Telecommunication => 0.20,
        Industry.Transport or Industry.Wholesale => 0.08,
        _ => 0,
    };

    public static void Join(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        foreach (var kind in drafts.GroupBy(d =>
            (Share: d.Large ? 1 : MemberShare(d, recipe), d.Vacant, OneToOne: d.Stratum != Stratum.Ordinary)))
            foreach (var draft in Fitting.UpTo(
                Fitting.Lottery(kind, _ => 1, draws, InitialDrawId.ChainMember), kind.Key.Share * kind.Sum(d => d.Weight)))
                draft.Chain = Draw(draft, draws);
    }

    private static Chain Draw(FirmBuilder draft, InitialDraws draws)
    {
        var weights = WeightsOf(draft.Industry);
        for (var c = 0; c < weights.Length; c++)
            if (AtHome(All[c], draft.Region)) weights[c] *= draft.Large ? 30 : 3;
        var point = draws.Uniform(draft.Id, InitialDrawId.ChainName) * weights.Sum();
        for (var c = 0; c < weights.Length; c++)
        {
            point -= weights[c];
            if (point < 0) return All[c];
        }
        return Chain.None;
    }

    /// <summary>The largest firms of every chain lead it, then the largest of all; call when sizes are known.</summary>
    public static void ChooseLeaders(FirmBuilder[] drafts, PopulationRecipe recipe)
    {
        var large = drafts.Where(d => d.Large).OrderByDescending(d => d.Sales).ThenBy(d => d.Id).ToArray();
        var wanted = recipe.Firms.ChainLeaders.Count;
        if (large.Length < wanted)
            throw new PopulationMismatchException("firms.chainLeaders",
                $"firms.chainLeaders is {wanted}, but there are only {large.Length} large firms to lead. Lower it, or raise "
                    + $"firms.largeIndustrial.");

        // assumption: no chain has fewer leaders than half the average.
        var least = Math.Max(1, wanted / All.Length / 2);
        foreach (var chain in All)
        {
            while (large.Count(d => d.Chain == chain) < least) Spared(large, least).Chain = chain;
            foreach (var leader in large.Where(d => d.Chain == chain).Take(least)) leader.Tier = Tier.Leader;
        }
        var others = large.Where(d => d.Chain != Chain.None && !d.LeadsChain);
        foreach (var draft in others.Take(wanted - least * All.Length).ToArray()) draft.Tier = Tier.Leader;
    }

    // A chain left without a large firm gets a manufacturer from the most crowded chain, after that chain's own
    // leaders.
    private static FirmBuilder Spared(FirmBuilder[] large, int least) =>
        large.Where(d => d.Industry == Industry.Manufacturing)
            .GroupBy(d => d.Chain)
            .OrderByDescending(chain => chain.Count()).ThenBy(chain => chain.Key)
            .Select(chain => chain.ElementAtOrDefault(least))
            .FirstOrDefault(d => d is not null)
        ?? throw new PopulationMismatchException("firms.largeIndustrial",
            "firms.largeIndustrial is too small for every chain to have a leader. Raise it, or lower firms.chainLeaders.");

    public static void Describe(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        foreach (var draft in drafts)
        {
            // assumption: the state owns one roster firm in sixteen and one other firm in a hundred.
            var owned = draft.Large ? recipe.Firms.LargeStateOwned.Value : draft.Stratum == Stratum.AboveScale ? 0.06 : draft.Vacant
                ? 0 : 0.01;
            draft.StateOwned = draws.Bernoulli(draft.Id, InitialDrawId.StateOwned, owned);

            // assumption: title holders and candidates work in such fields as their titles require.
            var strategic = draft.HighTech || draft.LittleGiant ? 1 : draft.Specialised ? 0.9
                : draft.Stratum == Stratum.Innovative ? 0.75 : draft.Industry == Industry.Software ? 0.5
                : draft.Industry.IsIndustrial() ? 0.15 : 0.02;
            draft.StrategicField = draws.Bernoulli(draft.Id, InitialDrawId.Strategic, strategic);

            draft.WesternEncouraged = (draft.Industry.IsIndustrial() || draft.Industry == Industry.Software)
                && draws.Bernoulli(draft.Id, InitialDrawId.Western, recipe.Firms.WesternEncouraged.Value);
        }
    }
}
