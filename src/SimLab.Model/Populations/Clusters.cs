namespace SimLab.Model.Populations;

/// <summary>
/// Specialised clusters (中小企业特色产业集群): a chain and a region with many member firms. The province's list was not found.
/// </summary>
internal static class Clusters
{
    public static void Form(FirmBuilder[] drafts, PopulationRecipe recipe)
    {
        var (chains, least) = (recipe.Province.ChainCells(), recipe.Membership.ClusterMembers.Count);
        var members = new int[recipe.Province.Regions.Length * chains];
        foreach (var draft in drafts)
            if (draft.OneToOne && draft.Chain != Chain.None) members[Cell(draft)] += draft.Weight;
        foreach (var draft in drafts) draft.InCluster = draft.Chain != Chain.None && !draft.Large && members[Cell(draft)] >= least;

        int Cell(FirmBuilder draft) => (int)draft.Region * chains + (int)draft.Chain;
    }
}
