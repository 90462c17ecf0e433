using System.Collections.Immutable;
using SimLab.Model;

namespace SimLab.App.Export.Replaying;

/// <summary>A place the player can show: the province, one of its regions, or an industry.</summary>
/// <param name="Key">In the player and in addresses: all, Lanzhou, Software.</param>
/// <param name="Region">The region; null: none.</param>
/// <param name="Industry">The industry; null: none.</param>
internal readonly record struct ReplayPlace(string Key, Region? Region, Industry? Industry)
{
    /// <summary>Whether it is the whole province.</summary>
    public bool IsWhole => Region is null && Industry is null;
}

/// <summary>The places of a run: the province, then its regions, then the industries.</summary>
internal sealed class ReplayPlaces(Province province)
{
    /// <summary>All places, in order.</summary>
    public ImmutableArray<ReplayPlace> All { get; } =
    [
        new("all", null, null),
        .. province.AllRegions().Select(region => new ReplayPlace(province.Of(region).Name, region, null)),
        .. Enum.GetValues<Industry>().Select(industry => new ReplayPlace($"{industry}", null, industry)),
    ];

    /// <summary>The province.</summary>
    public Province Province => province;

    /// <summary>Number of regions.</summary>
    public int Regions => province.Regions.Length;

    /// <summary>Index in <see cref="All"/>.</summary>
    public static int Of(Region region) => 1 + (int)region;

    /// <summary>Index in <see cref="All"/>.</summary>
    public int Of(Industry industry) => 1 + Regions + (int)industry;
}
