using System.Collections.Immutable;
using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>Chain, leadership, ownership and fields of business of each firm.</summary>
internal static class ChainMembership
{
    // assumption: a chain weighs three times as much in its home regions, for a giant thirty times.
    private const double AtHome = 3, GiantAtHome = 30;

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
                draft.Chain = Draw(draft, recipe.Province.Chains, draws);
    }

    private static Chain Draw(FirmBuilder draft, ImmutableArray<ChainProfile> chains, InitialDraws draws)
    {
        double[] weights =
        [
            .. chains.Select(chain => chain.Weights[(int)draft.Industry]
                * (!chain.Home.Contains(draft.Region) ? 1 : draft.Large ? GiantAtHome : AtHome)),
        ];
        var point = draws.Uniform(draft.Id, InitialDrawId.ChainName) * weights.Sum();
        for (var c = 0; c < weights.Length; c++)
        {
            point -= weights[c];
            if (point < 0) return (Chain)(c + 1);
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

        var chains = recipe.Province.Chains.Length;
        if (wanted < chains)
            throw new PopulationMismatchException("firms.chainLeaders",
                $"firms.chainLeaders is {wanted}, but {recipe.Province.Name} has {chains} chains, and each has a leader. Raise it.");

        // assumption: no chain has fewer leaders than half the average.
        var least = Math.Max(1, wanted / chains / 2);
        for (var chain = (Chain)1; (int)chain <= chains; chain++)
        {
            while (large.Count(d => d.Chain == chain) < least) Spared(large, least).Chain = chain;
            foreach (var leader in large.Where(d => d.Chain == chain).Take(least)) leader.Tier = Tier.Leader;
        }
        var others = large.Where(d => d.Chain != Chain.None && !d.LeadsChain);
        foreach (var draft in others.Take(wanted - least * chains).ToArray()) draft.Tier = Tier.Leader;
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
            $"firms.largeIndustrial is too small for every chain to have a leader. Raise it, or lower firms.chainLeaders.");

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
