namespace SimLab.Model.Populations;

/// <summary>Chains, owners and fields of business.</summary>
public sealed record MembershipShape
{
    /// <summary>Software and research firms that represent themselves and sell along a chain.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure SoftwareAndResearch { get; init; }
    /// <summary>Ordinary software and research firms that sell along a chain.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure OrdinarySoftwareAndResearch { get; init; }
    /// <summary>Agricultural firms that sell along a chain.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure Agriculture { get; init; }
    /// <summary>Telecommunication firms that sell along a chain.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure Telecommunication { get; init; }
    /// <summary>Carriers and wholesalers that sell along a chain.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure TransportAndWholesale { get; init; }
    /// <summary>Weight of a chain in its home regions.</summary>
    [RecipeFigure("times", 1, 1_000)] public required Figure AtHome { get; init; }
    /// <summary>Weight of a chain in its home regions for a large firm.</summary>
    [RecipeFigure("times", 1, 1_000)] public required Figure GiantAtHome { get; init; }
    /// <summary>Fewest leaders of a chain.</summary>
    [RecipeFigure("share of the mean number of leaders", 0, 1)] public required Figure FewestLeaders { get; init; }
    /// <summary>Firms of a region and chain from which they count as a specialised cluster.</summary>
    [RecipeFigure("members that represent themselves", 1, 10_000)] public required Figure ClusterMembers { get; init; }
    /// <summary>Roster firms, other than large ones, that the state owns.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure RosterStateOwned { get; init; }
    /// <summary>Other firms that the state owns.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure OthersStateOwned { get; init; }
    /// <summary>Specialised SMEs in strategic fields; high-tech firms and little giants all are.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure SpecialisedInStrategicFields { get; init; }
    /// <summary>Innovative firms without such a title in strategic fields.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure CandidatesInStrategicFields { get; init; }
    /// <summary>Other software firms in strategic fields.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure SoftwareInStrategicFields { get; init; }
    /// <summary>Other industrial firms in strategic fields.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure IndustryInStrategicFields { get; init; }
    /// <summary>All other firms in strategic fields.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure OthersInStrategicFields { get; init; }
}
