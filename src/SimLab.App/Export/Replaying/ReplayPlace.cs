using System.Collections.Immutable;
using SimLab.Model;

namespace SimLab.App.Export.Replaying;

/// <summary>A place the player can show: the province, one of its regions, or an industry.</summary>
internal readonly record struct ReplayPlace(Region? Region, Industry? Industry)
{
    /// <summary>The province, then the regions, then the industries.</summary>
    public static ImmutableArray<ReplayPlace> All { get; } =
    [
        default,
        .. Enum.GetValues<Region>().Select(region => new ReplayPlace(region, null)),
        .. Enum.GetValues<Industry>().Select(industry => new ReplayPlace(null, industry)),
    ];

    /// <summary>Whether it is the whole province.</summary>
    public bool IsWhole => Region is null && Industry is null;

    /// <summary>The key in the player and in addresses: all, Lanzhou, Software.</summary>
    public string Key => Region is { } region ? $"{region}" : Industry is { } industry ? $"{industry}" : "all";

    /// <summary>Index in <see cref="All"/>.</summary>
    public static int Of(Region region) => 1 + (int)region;

    /// <summary>Index in <see cref="All"/>.</summary>
    public static int Of(Industry industry) => 1 + Places.Regions + (int)industry;
}
