using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;
using YamlDotNet.RepresentationModel;

namespace SimLab.Engine.Populations;

/// <summary>Reads a province: names, regions with their tiles, residents and belts, chains, law.</summary>
public sealed partial class ProvinceFile
{
    /// <summary>Usual name of the file.</summary>
    public const string Name = "province.yaml";

    /// <summary>A province to look at, for messages.</summary>
    internal const string Example = "scenarios/provinces/gansu/" + Name;

    private const int LastTile = 16;

    private static readonly RecipeFigureAttribute ResidentsGiven = new("10,000 people", 0.01, 20_000);
    private static readonly RecipeFigureAttribute BeltsGiven = new("number of the belt", 1, 100);
    private static readonly RecipeFigureAttribute WeightGiven = new("weight", 0, 1_000);

    // Places of tables and of the player that are no region.
    private static readonly string[] Reserved = ["all", "Unassigned", .. Enum.GetNames<Industry>()];

    private readonly RecipeYaml _yaml;
    private readonly FigureReader _figures;

    private ProvinceFile(string path)
    {
        _yaml = new(path, $"a province", Example);
        _figures = new(_yaml);
    }

    /// <summary>Reads a province.</summary>
    /// <exception cref="PopulationException">Not a province; the message says where and what is allowed.</exception>
    public static Province Read(string path) => new ProvinceFile(path).Read();

    /// <summary>The province in lines of text: what the hash of a population covers.</summary>
    internal static string Lines(Province province)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"province\t{province.Name}\t{province.NameZh}\n");
        foreach (var region in province.Regions) text.Append(
            CultureInfo.InvariantCulture, $"{region.Name}\t{region.NameZh}\t{region.Column}\t{region.Row}\t{region.Capital}\n");
        foreach (var (name, table) in new[] { ("residents", province.Residents), ("belts", province.Belts) }) text.Append(
            CultureInfo.InvariantCulture, $"{name}\t{Written(table.Values)}\t{table.Unit}\t{table.Tag}\t{table.Source}\n")
            .AppendJoin("", table.Cells.Select(cell => $"{cell}\n"));
        foreach (var chain in province.Chains) text.Append(
            CultureInfo.InvariantCulture,
            $"{chain.Name}\t{chain.NameZh}\t{string.Join(' ', chain.Home.Select(region => (int)region))}\t{Written(chain.Weights)}\n");
        foreach (var rates in province.Law.Rules)
            foreach (var rate in rates.Steps) text.Append(
                CultureInfo.InvariantCulture, $"{rates.Rule}\t{rate.From}\t{rate.Until}\t{rate.Value:R}\t{rate.Document}\t{rate.Tag}\n");
        return text.ToString();

        static string Written(ImmutableArray<double> values) =>
            string.Join(' ', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
    }

    private Province Read()
    {
        var root = _yaml.Load();
        _yaml.AllowOnly(root, null, ["name", "nameZh", "regions", "residents", "belts", "chains", "law"]);
        var regions = Regions(_yaml.Required(root, "regions"));
        string[] names = [.. regions.Select(region => region.Name)];
        return new()
        {
            Name = _yaml.Scalar(root, "name"),
            NameZh = _yaml.Scalar(root, "nameZh"),
            Regions = regions,
            Residents = _figures.Table(_yaml.Required(root, "residents"), "residents", ResidentsGiven, names),
            Belts = _figures.Table(_yaml.Required(root, "belts"), "belts", BeltsGiven, names),
            Chains = Chains(_yaml.Map(_yaml.Required(root, "chains"), "chains"), names),
            Law = LocalLawReader.Read(_yaml, _yaml.Map(_yaml.Required(root, "law"), "law")),
        };
    }

    private ImmutableArray<RegionProfile> Regions(YamlNode node)
    {
        var map = _yaml.Map(node, "regions");
        if (map.Children.Count is 0 or > Province.MostRegions) throw _yaml.Wrong(
            RecipeYaml.Line(map), $"regions are {map.Children.Count}. A province has 1 to {Province.MostRegions}.");
        var regions = ImmutableArray.CreateBuilder<RegionProfile>();
        foreach (var (key, value) in map.Children)
        {
            var name = NameOf(key, $"a region");
            var region = Region(name, _yaml.Map(value, $"regions.{name}"));
            if (regions.FirstOrDefault(other => (other.Column, other.Row) == (region.Column, region.Row)) is { } other)
                throw _yaml.Wrong(RecipeYaml.Line(value),
                    $"regions.{name} has the tile [{region.Column}, {region.Row}] of {other.Name}. Give each region its own.");
            regions.Add(region);
        }
        return regions.DrainToImmutable();
    }

    private RegionProfile Region(string name, YamlMappingNode map)
    {
        var key = $"regions.{name}";
        _yaml.AllowOnly(map, key, ["zh", "tile", "capital"]);
        var node = _yaml.Required(map, "tile", key);
        int[] tile = [.. _yaml.Items(node, $"{key}.tile").Select(item => Tile(item, key))];
        if (tile.Length != 2) throw _yaml.Wrong(
            RecipeYaml.Line(node), $"{key}.tile holds {tile.Length} numbers. Write its column and row, such as [4, 2].");
        var capital = RecipeYaml.Child(map, "capital");
        if (capital is not null && capital is not YamlScalarNode { Value: "yes" or "no" }) throw _yaml.Wrong(
            RecipeYaml.Line(capital), $"{key}.capital must be yes or no.");
        return new(name, _yaml.Scalar(map, "zh", key), tile[0], tile[1], capital is YamlScalarNode { Value: "yes" });
    }

    private int Tile(YamlNode node, string key)
    {
        var at = _yaml.Number(node, $"{key}.tile");
        return at is >= 1 and <= LastTile && at == Math.Floor(at) ? (int)at
            : throw _yaml.Wrong(RecipeYaml.Line(node), $"{key}.tile: columns and rows are whole numbers from 1 to {LastTile}.");
    }

    private ImmutableArray<ChainProfile> Chains(YamlMappingNode map, string[] regions)
    {
        _yaml.AllowOnly(map, "chains", ["values", "unit", "source", "tag"]);
        _figures.Origin(map, "chains", WeightGiven.Unit);
        var values = _figures.Values(map, "chains");
        if (values.Children.Count is 0 or > Province.MostChains) throw _yaml.Wrong(
            RecipeYaml.Line(values), $"chains are {values.Children.Count}. A province has 1 to {Province.MostChains}.");
        return
        [
            .. values.Children.Select(child =>
                NameOf(child.Key, $"a chain") is var name ? Chain(name, _yaml.Map(child.Value, $"chains.{name}"), regions) : null!),
        ];
    }

    private ChainProfile Chain(string name, YamlMappingNode map, string[] regions)
    {
        var key = $"chains.{name}";
        _yaml.AllowOnly(map, key, ["zh", "home", "weights"]);
        var weights = _yaml.Map(_yaml.Required(map, "weights", key), $"{key}.weights");
        var industries = Enum.GetNames<Industry>();
        _yaml.AllowOnly(weights, $"{key}.weights", industries);
        return new(
            name, _yaml.Scalar(map, "zh", key),
            [.. _yaml.Items(_yaml.Required(map, "home", key), $"{key}.home").Select(item => Home(item, $"{key}.home", regions))],
            [
                .. industries.Select(industry =>
                    RecipeYaml.Child(weights, industry) is { } found
                        ? _figures.Number(found, $"{key}.weights.{industry}", WeightGiven) : 0),
            ]);
    }

    private Region Home(YamlNode node, string key, string[] regions)
    {
        var name = (node as YamlScalarNode)?.Value ?? "";
        return Array.IndexOf(regions, name) is >= 0 and var region ? (Region)region
            : throw _yaml.Wrong(
                RecipeYaml.Line(node), $"{key} has no {NearestWord.Quoted(name)}.{NearestWord.Instead(name, $"regions", regions)}");
    }

    private string NameOf(YamlNode node, Sentence what)
    {
        var name = (node as YamlScalarNode)?.Value ?? "";
        if (!Key().IsMatch(name)) throw _yaml.Wrong(
            RecipeYaml.Line(node), $"{NearestWord.Quoted(name)} cannot name {what}. Write Latin letters and digits, such as NewArea.");
        if (Reserved.Contains(name)) throw _yaml.Wrong(
            RecipeYaml.Line(node), $"{NearestWord.Quoted(name)} cannot name {what}: tables use that name for something else.");
        return name;
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9]{0,39}$")]
    private static partial Regex Key();
}
