using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>Chain, leadership, ownership and fields of business of each firm.</summary>
internal static class ChainMembership
{
    private static double MemberShare(FirmBuilder draft, PopulationRecipe recipe) => draft.Industry switch
    {
        _ when draft.Industry.IsIndustrial() => recipe.Firms.IndustrialInChains.Value,
        Industry.Software or Industry.ResearchAndTechnical =>
            (draft.OneToOne ? recipe.Membership.SoftwareAndResearch : recipe.Membership.OrdinarySoftwareAndResearch).Value,
        Industry.Agriculture => recipe.Membership.Agriculture.Value,
        Industry.Telecommunication => recipe.Membership.Telecommunication.Value,
        Industry.Transport or Industry.Wholesale => recipe.Membership.TransportAndWholesale.Value,
        _ => 0,
    };

    public static void Join(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        foreach (var kind in drafts.GroupBy(d =>
            (Share: d.Large ? 1 : MemberShare(d, recipe), d.Vacant, OneToOne: d.Stratum != Stratum.Ordinary)))
            foreach (var draft in Fitting.UpTo(
                Fitting.Lottery(kind, _ => 1, draws, InitialDrawId.ChainMember), kind.Key.Share * kind.Sum(d => d.Weight)))
                draft.Chain = Draw(draft, recipe, draws);
    }

    private static Chain Draw(FirmBuilder draft, PopulationRecipe recipe, InitialDraws draws)
    {
        var atHome = (draft.Large ? recipe.Membership.GiantAtHome : recipe.Membership.AtHome).Value;
        double[] weights =
        [
            .. recipe.Province.Chains.Select(chain => chain.Weights[(int)draft.Industry]
                * (chain.Home.Contains(draft.Region) ? atHome : 1)),
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

        var least = Math.Max(1, (int)(wanted / chains * recipe.Membership.FewestLeaders.Value));
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
            var shape = recipe.Membership;
            var owned = draft.Large ? recipe.Firms.LargeStateOwned.Value
                : draft.Stratum == Stratum.AboveScale ? shape.RosterStateOwned.Value
                : draft.Vacant ? 0 : shape.OthersStateOwned.Value;
            draft.StateOwned = draws.Bernoulli(draft.Id, InitialDrawId.StateOwned, owned);

            draft.StrategicField = draws.Bernoulli(draft.Id, InitialDrawId.Strategic, InStrategicFields(draft, shape));

            draft.WesternEncouraged = (draft.Industry.IsIndustrial() || draft.Industry == Industry.Software)
                && draws.Bernoulli(draft.Id, InitialDrawId.Western, recipe.Firms.WesternEncouraged.Value);
        }
    }

    // Title holders and candidates work in such fields as their titles require.
    private static double InStrategicFields(FirmBuilder draft, MembershipShape shape) =>
        draft.HighTech || draft.LittleGiant ? 1
        : draft.Specialised ? shape.SpecialisedInStrategicFields.Value
        : draft.Stratum == Stratum.Innovative ? shape.CandidatesInStrategicFields.Value
        : draft.Industry == Industry.Software ? shape.SoftwareInStrategicFields.Value
        : draft.Industry.IsIndustrial() ? shape.IndustryInStrategicFields.Value
        : shape.OthersInStrategicFields.Value;
}
