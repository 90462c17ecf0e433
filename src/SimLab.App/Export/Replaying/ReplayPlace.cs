using System.Collections.Immutable;
using SimLab.Model;

namespace SimLab.App.Export.Replaying;

/// <summary>What the camera of the player looks at: the province, a region of it, or an industry.</summary>
internal readonly record struct ReplayPlace(Region? Region, Industry? Industry)
{
    /// <summary>The province first, then the regions, then the industries.</summary>
    public static ImmutableArray<ReplayPlace> All { get; } =
    [
        default,
        .. Enum.GetValues<Region>().Select(region => new ReplayPlace(region, null)),
        .. Enum.GetValues<Industry>().Select(industry => new ReplayPlace(null, industry)),
    ];

    /// <summary>As the player and addresses write it: all, Lanzhou, Software.</summary>
    public string Key => Region is { } region ? $"{region}" : Industry is { } industry ? $"{industry}" : "all";

    /// <summary>Its place in <see cref="All"/>.</summary>
    public static int Of(Region region) => 1 + (int)region;

    /// <summary>Its place in <see cref="All"/>.</summary>
    public static int Of(Industry industry) => 1 + Places.Regions + (int)industry;
}
