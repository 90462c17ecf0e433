using System.Collections.Immutable;

namespace SimLab.Model;

/// <summary>
/// A province: its regions and industrial chains, where its people live, and its law. Data, read from the folder of the
/// province; it travels with the population in the plan of a run.
/// </summary>
public sealed record Province
{
    /// <summary>Most regions a province can have.</summary>
    public const int MostRegions = 64;
    /// <summary>Most chains a province can have.</summary>
    public const int MostChains = 32;

    /// <summary>English name.</summary>
    public required string Name { get; init; }
    /// <summary>Chinese name.</summary>
    public required string NameZh { get; init; }

    /// <summary>The regions, in the order of <see cref="Region"/>.</summary>
    public required ImmutableArray<RegionProfile> Regions { get; init; }

    /// <summary>Residents of each region: public spending follows them.</summary>
    public required RecipeTable Residents { get; init; }

    /// <summary>The belt each region lies in; regions with the same number are near to each other.</summary>
    public required RecipeTable Belts { get; init; }

    /// <summary>The industrial chains; <see cref="Chain"/> counts them from 1.</summary>
    public required ImmutableArray<ChainProfile> Chains { get; init; }

    /// <summary>Rates that national law leaves to the province.</summary>
    public required LocalLaw Law { get; init; }

    /// <summary>Length of an array by chain: the chains and <see cref="Chain.None"/>.</summary>
    public int ChainCells() => Chains.Length + 1;

    /// <summary>Every region, in order.</summary>
    public IEnumerable<Region> AllRegions() => Enumerable.Range(0, Regions.Length).Select(region => (Region)region);

    /// <summary>Names of the regions as in files and tables, in order.</summary>
    public string[] RegionNames() => [.. Regions.Select(region => region.Name)];

    /// <summary>Names and tile of a region.</summary>
    public RegionProfile Of(Region region) => Regions[(int)region];

    /// <summary>Name, industries and home of a chain; null: none.</summary>
    public ChainProfile? Of(Chain chain) => chain == Chain.None ? null : Chains[(int)chain - 1];

    /// <summary>The region with that name in files and tables; null: there is none.</summary>
    public Region? Find(string? name)
    {
        for (var region = 0; region < Regions.Length; region++)
            if (Regions[region].Name == name) return (Region)region;
        return null;
    }

    /// <summary>Each region's share of public spending, 0 to 1: that of its residents.</summary>
    public double[] PublicSpending() => [.. Residents.Values.Select(people => people / Residents.Values.Sum())];
}

/// <summary>A region of a province.</summary>
/// <param name="Name">Name in files and tables, such as <c>LanzhouNewArea</c>.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="Column">Column of its tile on the map, from 1.</param>
/// <param name="Row">Row of its tile on the map, from 1.</param>
/// <param name="Capital">Whether it is the capital or part of it.</param>
public sealed record RegionProfile(string Name, string NameZh, int Column, int Row, bool Capital);

/// <summary>An industrial chain of a province.</summary>
/// <param name="Name">Name in files and tables, such as <c>DigitalEconomy</c>.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="Home">Regions in which it weighs more.</param>
/// <param name="Weights">Weight among the chains that a firm can join, by industry.</param>
public sealed record ChainProfile(string Name, string NameZh, ImmutableArray<Region> Home, ImmutableArray<double> Weights);
