using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;
using YamlDotNet.RepresentationModel;

namespace SimLab.Engine.Populations;

/// <summary>A recipe read from a YAML file, with the hash of its content for provenance.</summary>
public sealed class PopulationFile
{
    private const string OwnKey = "ownFirms", ExtendsKey = "extends", ProvinceKey = "province", ScaleKey = "scale";
    private const string Example = "scenarios/provinces/gansu/population.yaml";

    private readonly Dictionary<string, int> lines = [];

    private readonly string province = "";                 // full path

    private PopulationFile(string path, bool fullScale, ImmutableList<string> under)
    {
        Path = path;
        var yaml = new RecipeYaml(path, $"a population", Example);
        var written = yaml.Load();
        var below = Below(yaml, written, under);
        province = ProvinceOf(yaml, written, below);
        Recipe = ReadRecipe(yaml, written, below) with { FullScale = fullScale };
        Hash = HashOf(Recipe);
    }

    // From a recorded run: the manifest has the recipe and everything it names.
    private PopulationFile(string path, PopulationRecipe recipe)
    {
        Path = path;
        Recipe = recipe;
        Hash = HashOf(Recipe);
    }

    // Errors of the extended recipe are reported with its own name and lines.
    private PopulationFile? Below(RecipeYaml yaml, YamlMappingNode root, ImmutableList<string> under)
    {
        if (RecipeYaml.Child(root, ExtendsKey) is not { } node) return null;
        var line = RecipeYaml.Line(node);
        var name = yaml.Scalar(root, ExtendsKey);
        if (!Layers.IsPath(name)) throw yaml.Wrong(line, $"extends is {NearestWord.Quoted(name)}, not a file name.");
        var file = Beside(name);
        under = under.Add(System.IO.Path.GetFullPath(Path));
        if (under.Contains(file)) throw yaml.Wrong(
            line, $"extends goes in a circle: {string.Join(" → ", under.Add(file).Select(f => System.IO.Path.GetFileName(f)))}.");
        if (!File.Exists(file)) throw yaml.Wrong(line, $"there is no file {Position.Shown(file)} to extend.");
        return new(file, fullScale: false, under);
    }

    private string ProvinceOf(RecipeYaml yaml, YamlMappingNode written, PopulationFile? below)
    {
        if (RecipeYaml.Child(written, ProvinceKey) is not { } node) return below?.province ?? throw yaml.Wrong(
            0, $"the recipe has no \"{ProvinceKey}\". Name the file of its province: \"{ProvinceKey}: province.yaml\".");
        var name = yaml.Scalar(written, ProvinceKey);
        return Layers.IsPath(name) ? Beside(name)
            : throw yaml.Wrong(RecipeYaml.Line(node), $"{ProvinceKey} is {NearestWord.Quoted(name)}, not a file name.");
    }

    private string Beside(string name) =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!, name));

    /// <summary>Path of the file, as given.</summary>
    public string Path { get; }
    /// <summary>The recipe, with everything it extends.</summary>
    public PopulationRecipe Recipe { get; }

    /// <summary>SHA-256 of recipe, own firms and scale, independent of layout, comments and key order.</summary>
    public string Hash { get; }

    /// <summary>Reads a recipe and the recipes it extends.</summary>
    /// <exception cref="PopulationException">Not a recipe; the message says where and what is allowed.</exception>
    public static PopulationFile Read(string path, bool fullScale = false) => new(path, fullScale, []);

    /// <summary>Wraps a recipe that is already read, such as the one in the manifest of a recorded run.</summary>
    /// <param name="path">The file that holds it.</param>
    /// <param name="recipe">The recipe, with everything it names.</param>
    public static PopulationFile Recorded(string path, PopulationRecipe recipe) => new(path, recipe);

    /// <summary>Returns this population if its month is the one before the scenario starts.</summary>
    /// <exception cref="PopulationException">It is of another month.</exception>
    public PopulationFile For(Scenario scenario)
    {
        var at = Recipe.At;
        if (scenario.Start != at + 1)
            throw new PopulationException(Position.Shown(scenario.File), 0,
                $"start is {scenario.Start}, but its population, {Position.Shown(scenario.Population)}, is of the end of {at}: its first "
                    + $"month can be {at + 1}. "
                + $"Write \"start: {at + 1}\", or name a population of {scenario.Start - 1}.");
        return this;
    }

    /// <summary>Whether the file looks like a population, not a scenario. Its reader reports errors.</summary>
    public static bool IsPopulation(string path)
    {
        try
        {
            string[] keys = ["at:", $"{OwnKey}:", .. RecipeShape.Groups.Select(group => $"{RecipeShape.KeyOf(group)}:")];
            return File.Exists(path) && File.ReadLines(path).Take(1_000)
                .Any(line => keys.Any(key => line.StartsWith(key, StringComparison.Ordinal)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// Generates the firms of month zero. Reports contradictory figures with the line to check first.
    /// </summary>
    public Population Generate(ulong seed)
    {
        try
        {
            return PopulationGenerator.Generate(Recipe, seed);
        }
        catch (PopulationMismatchException mismatch)
        {
            throw new PopulationException(Path, lines.GetValueOrDefault(mismatch.Key), mismatch.Sentence);
        }
    }

    private PopulationRecipe ReadRecipe(RecipeYaml yaml, YamlMappingNode written, PopulationFile? below)
    {
        yaml.AllowOnly(
            written, null,
            ["name", "nameZh", "at", ExtendsKey, ProvinceKey, ScaleKey, OwnKey, .. RecipeShape.Groups.Select(RecipeShape.KeyOf)]);
        var recipe = (PopulationRecipe)Blank(typeof(PopulationRecipe));
        Set(recipe, nameof(PopulationRecipe.Name),
            below is null || RecipeYaml.Child(written, "name") is not null
                ? yaml.Scalar(written, "name") : below.Recipe.Name);
        // A Chinese name belongs to the name beside it.
        Set(recipe, nameof(PopulationRecipe.NameZh),
            RecipeYaml.Child(written, "nameZh") is not null ? yaml.Scalar(written, "nameZh")
                : RecipeYaml.Child(written, "name") is null ? below?.Recipe.NameZh : null);
        Set(recipe, nameof(PopulationRecipe.At),
            below is null || RecipeYaml.Child(written, "at") is not null ? ReadMonth(yaml, written) : below.Recipe.At);
        var elsewhere = below is not null && below.province != province;
        Set(recipe, nameof(PopulationRecipe.Province), below is null || elsewhere ? ProvinceFile.Read(province) : below.Recipe.Province);
        var regions = recipe.Province.RegionNames();
        var borrowed = elsewhere ? new BorrowedFigures(below!.Recipe, yaml, RecipeYaml.Child(written, ScaleKey)) : null;
        if (!elsewhere && RecipeYaml.Child(written, ScaleKey) is { } scale) throw yaml.Wrong(
            RecipeYaml.Line(scale), $"{ScaleKey} is for a population that extends one of another province. Take it out.");
        foreach (var property in RecipeShape.Groups)
            property.SetValue(recipe, ReadGroup(yaml, written, property, regions, below, borrowed));
        var own = RecipeYaml.Child(written, OwnKey) is not null ? ReadOwn(yaml, written, recipe)
            : elsewhere ? null : below?.Recipe.Own;
        return recipe with { Own = own };
    }

    private OwnFirms ReadOwn(RecipeYaml yaml, YamlMappingNode written, PopulationRecipe recipe)
    {
        var map = yaml.Map(RecipeYaml.Child(written, OwnKey)!, OwnKey);
        yaml.AllowOnly(map, OwnKey, ["file", "stand"]);
        var file = yaml.Scalar(map, "file", OwnKey);
        var stand = yaml.Scalar(map, "stand", OwnKey);
        if (stand is not ("alone" or "beside"))
            throw yaml.Wrong(
                RecipeYaml.Line(RecipeYaml.Child(map, "stand")!),
                $"{OwnKey}.stand is {NearestWord.Quoted(stand)}. Write alone (instead of the synthetic firms) or beside (on top of them).");
        if (!Layers.IsPath(file)) throw yaml.Wrong(
            RecipeYaml.Line(RecipeYaml.Child(map, "file")!), $"{OwnKey}.file is {NearestWord.Quoted(file)}, not a file name.");
        return OwnFirmsFile.Read(Beside(file), stand == "alone", recipe.At, recipe.Province);
    }

    // Every property of a recipe is required, so only reflection can create a blank one; all are set before use.
    private static object Blank(Type type) => Activator.CreateInstance(type)!;

    private static void Set(PopulationRecipe recipe, string property, object? value) =>
        typeof(PopulationRecipe).GetProperty(property)!.SetValue(recipe, value);

    private static Month ReadMonth(RecipeYaml yaml, YamlMappingNode root)
    {
        var text = yaml.Scalar(root, "at");
        var line = RecipeYaml.Line(RecipeYaml.Child(root, "at")!);
        if (!Month.TryParse(text, out var month)) throw yaml.Wrong(
            line, $"at: {NearestWord.Quoted(text)} is not a month. Write it as 2021-12.");
        if (!month.EndsYear) throw yaml.Wrong(
            line, $"at: {month} does not end a year. A population holds closed years: use {month.Year - 1}-12 or {month.Year}-12.");
        return month;
    }

    private object ReadGroup(
        RecipeYaml yaml, YamlMappingNode written, PropertyInfo property, string[] regions, PopulationFile? below,
        BorrowedFigures? borrowed)
    {
        var key = RecipeShape.KeyOf(property);
        var node = RecipeYaml.Child(written, key) ?? (below is null ? throw yaml.Wrong(0, $"the recipe has no \"{key}\".") : null);
        var map = node is null ? null : yaml.Map(node, key);
        var entries = RecipeShape.Entries.Where(e => e.Group == key).ToArray();
        if (map is not null) yaml.AllowOnly(map, key, [.. entries.Select(e => e.Name)]);
        var figures = new FigureReader(yaml);
        var group = Blank(property.PropertyType);
        foreach (var entry in entries)
        {
            var found = map is null ? null : RecipeYaml.Child(map, entry.Name);
            // An entry of the extended file has no line in this one.
            if (found is not null) lines[entry.Key] = RecipeYaml.Line(found);
            entry.Property.SetValue(group,
                found is null ? (borrowed is null ? below is null ? null : entry.Of(below.Recipe) : borrowed.Of(entry))
                    ?? throw yaml.Wrong(map is null ? 0 : RecipeYaml.Line(map), Lacks(entry))
                : entry.Given.By is not { } by ? figures.Figure(found, entry.Key, entry.Given)
                : figures.Table(found, entry.Key, entry.Given, by == typeof(Region) ? regions : Enum.GetNames(by)));
        }
        return group;

        Sentence Lacks(RecipeEntry entry) => below is null ? Sentence.Of($"{key} has no \"{entry.Name}\" ({Term.Unit(entry.Given.Unit)}).")
            : $"{key} has no \"{entry.Name}\" ({Term.Unit(entry.Given.Unit)}): that of {below.Recipe.Province.Name} has other regions. "
                + $"Give {regions} their values.";
    }

    private static string HashOf(PopulationRecipe recipe)
    {
        var text = new StringBuilder().Append(recipe.Name).Append('\n').Append(recipe.At).Append('\n');
        foreach (var entry in RecipeShape.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            var (values, unit, source, tag) = entry.Of(recipe) switch
            {
                Figure figure => ([figure.Value], figure.Unit, figure.Source, figure.Tag),
                RecipeTable table => (table.Values, table.Unit, table.Source, table.Tag),
                _ => throw new InvalidOperationException($"Bug in SimLab: {entry.Key} is neither figure nor table."),
            };
            var numbers = string.Join(' ', values.Select(v => v.ToString("R", CultureInfo.InvariantCulture)));
            text.Append(CultureInfo.InvariantCulture, $"{entry.Key}\t{numbers}\t{unit}\t{tag}\t{source}\n");
            if (entry.Of(recipe) is RecipeTable { Cells: var cells }) text.AppendJoin("", cells.Select(cell => $"{cell}\n"));
        }
        text.Append(ProvinceFile.Lines(recipe.Province));
        if (recipe.FullScale) text.Append("full scale\n");
        if (recipe.Own is { } own) text.Append(
            CultureInfo.InvariantCulture, $"own firms\t{(own.Alone ? "alone" : "beside")}\t{own.Hash}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
