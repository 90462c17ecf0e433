using System.Collections.Immutable;
using System.Globalization;
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
    private const string OwnKey = "ownFirms", ExtendsKey = "extends";

    private static readonly string[] FigureKeys = ["value", "unit", "source", "tag"];
    private static readonly string[] TableKeys = ["values", "unit", "source", "tag"];

    private readonly Dictionary<string, int> lines = [];

    private readonly YamlMappingNode root;

    private PopulationFile(string path, bool fullScale, ImmutableList<string> under)
    {
        Path = path;
        var yaml = new RecipeYaml(path);
        var written = root = yaml.Load();
        var below = Below(yaml, under);
        if (below is not null) root = RecipeYaml.Over(below.root, written, ExtendsKey);
        Recipe = ReadRecipe(yaml, written, below) with { FullScale = fullScale };
        Hash = HashOf(Recipe);
    }

    // From a recorded run: the manifest has the recipe and everything it names.
    private PopulationFile(string path, PopulationRecipe recipe)
    {
        Path = path;
        root = [];
        Recipe = recipe;
        Hash = HashOf(Recipe);
    }

    // Errors of the extended recipe are reported with its own name and lines.
    private PopulationFile? Below(RecipeYaml yaml, ImmutableList<string> under)
    {
        if (RecipeYaml.Child(root, ExtendsKey) is not { } node) return null;
        var line = RecipeYaml.Line(node);
        var name = yaml.Scalar(root, ExtendsKey, "the recipe");
        if (!Layers.IsPath(name)) throw yaml.Wrong(line, $"extends is {NearestWord.Quoted(name)}, not a file name.");
        var file = Beside(name);
        under = under.Add(System.IO.Path.GetFullPath(Path));
        if (under.Contains(file)) throw yaml.Wrong(
            line, $"extends goes in a circle: {string.Join(" → ", under.Add(file).Select(f => System.IO.Path.GetFileName(f)))}.");
        if (!File.Exists(file)) throw yaml.Wrong(line, $"there is no file {Position.Shown(file)} to extend.");
        return new(file, fullScale: false, under);
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
            throw new PopulationException(Path, lines.GetValueOrDefault(mismatch.Key), mismatch.Message);
        }
    }

    private PopulationRecipe ReadRecipe(RecipeYaml yaml, YamlMappingNode written, PopulationFile? below)
    {
        yaml.AllowOnly(written, "a recipe", ["name", "at", ExtendsKey, OwnKey, .. RecipeShape.Groups.Select(RecipeShape.KeyOf)]);
        var recipe = (PopulationRecipe)Blank(typeof(PopulationRecipe));
        Set(recipe, nameof(PopulationRecipe.Name), yaml.Scalar(root, "name", "the recipe"));
        Set(recipe, nameof(PopulationRecipe.At), ReadMonth(yaml, root));
        foreach (var property in RecipeShape.Groups)
            property.SetValue(recipe, ReadGroup(yaml, written, RecipeShape.KeyOf(property), property.PropertyType));
        return recipe with { Own = RecipeYaml.Child(written, OwnKey) is null ? below?.Recipe.Own : ReadOwn(yaml, written, recipe.At) };
    }

    private OwnFirms ReadOwn(RecipeYaml yaml, YamlMappingNode written, Month at)
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
        return OwnFirmsFile.Read(Beside(file), stand == "alone", at);
    }

    // Every property of a recipe is required, so only reflection can create a blank one; all are set before use.
    private static object Blank(Type type) => Activator.CreateInstance(type)!;

    private static void Set(PopulationRecipe recipe, string property, object value) =>
        typeof(PopulationRecipe).GetProperty(property)!.SetValue(recipe, value);

    private static Month ReadMonth(RecipeYaml yaml, YamlMappingNode root)
    {
        var text = yaml.Scalar(root, "at", "the recipe");
        var line = RecipeYaml.Line(RecipeYaml.Child(root, "at")!);
        if (!Month.TryParse(text, out var month)) throw yaml.Wrong(
            line, $"at: {NearestWord.Quoted(text)} is not a month. Write it as 2021-12.");
        if (!month.EndsYear) throw yaml.Wrong(
            line, $"at: {month} does not end a year. A population holds closed years: use {month.Year - 1}-12 or {month.Year}-12.");
        return month;
    }

    private object ReadGroup(RecipeYaml yaml, YamlMappingNode written, string key, Type type)
    {
        var here = RecipeYaml.Child(written, key) as YamlMappingNode;
        var node = RecipeYaml.Child(root, key) ?? throw yaml.Wrong(0, $"the recipe has no \"{key}\".");
        var map = yaml.Map(node, key);
        var entries = RecipeShape.Entries.Where(e => e.Group == key).ToArray();
        yaml.AllowOnly(map, key, [.. entries.Select(e => e.Name)]);
        var group = Blank(type);
        foreach (var entry in entries)
        {
            var found = RecipeYaml.Child(map, entry.Name)
                ?? throw yaml.Wrong(RecipeYaml.Line(map), $"{key} has no \"{entry.Name}\" ({entry.Given.Unit}).");
            // An entry of the extended file has no line in this one.
            if (ReferenceEquals(found, here is null ? null : RecipeYaml.Child(here, entry.Name))) lines[entry.Key] = RecipeYaml.Line(found);
            entry.Property.SetValue(group, entry.Given.By is null ? ReadFigure(yaml, found, entry) : ReadTable(yaml, found, entry));
        }
        return group;
    }

    private static Figure ReadFigure(RecipeYaml yaml, YamlNode node, RecipeEntry entry)
    {
        var map = yaml.Map(node, entry.Key);
        yaml.AllowOnly(map, entry.Key, FigureKeys);
        var (unit, source, tag) = ReadOrigin(yaml, map, entry);
        var value = RecipeYaml.Child(map, "value") ?? throw yaml.Wrong(RecipeYaml.Line(map), $"{entry.Key} has no \"value\".");
        return new(ReadNumber(yaml, value, entry.Key, entry.Given), unit, source, tag);
    }

    private static RecipeTable ReadTable(RecipeYaml yaml, YamlNode node, RecipeEntry entry)
    {
        var map = yaml.Map(node, entry.Key);
        yaml.AllowOnly(map, entry.Key, TableKeys);
        var (unit, source, tag) = ReadOrigin(yaml, map, entry);
        var values = yaml.Map(
            RecipeYaml.Child(map, "values") ?? throw yaml.Wrong(RecipeYaml.Line(map), $"{entry.Key} has no \"values\"."),
            $"{entry.Key}.values");
        var names = Enum.GetNames(entry.Given.By!);
        yaml.AllowOnly(values, $"{entry.Key}.values", names);
        var read = names.Select(name =>
            RecipeYaml.Child(values, name) is { } found ? ReadNumber(yaml, found, $"{entry.Key}.{name}", entry.Given)
            : Missing(name)).ToImmutableArray();
        var sum = read.Sum();
        if (entry.Given.SumsToOne && Math.Abs(sum - 1) > 0.0005)
            throw yaml.Wrong(
                RecipeYaml.Line(values),
                string.Create(CultureInfo.InvariantCulture, $"{entry.Key}: the shares come to {sum:0.####}, and must come to 1."));
        return new(read, unit, source, tag);

        // A missing share is zero; a missing level would be a guess.
        double Missing(string name) => entry.Given.SumsToOne ? 0
            : throw yaml.Wrong(RecipeYaml.Line(values), $"{entry.Key} has no value for {name} ({entry.Given.Unit}).");
    }

    private static (string Unit, string Source, Confidence Tag) ReadOrigin(RecipeYaml yaml, YamlMappingNode map, RecipeEntry entry)
    {
        var unit = yaml.Scalar(map, "unit", entry.Key);
        if (unit != entry.Given.Unit)
            throw yaml.Wrong(
                RecipeYaml.Line(RecipeYaml.Child(map, "unit")!),
                $"{entry.Key} is given in {NearestWord.Quoted(unit)}. It must be in \"{entry.Given.Unit}\".");
        var tag = yaml.Scalar(map, "tag", entry.Key);
        var tags = Enum.GetNames<Confidence>().Select(name => name.ToLowerInvariant()).ToArray();
        if (!tags.Contains(tag))
            throw yaml.Wrong(
                RecipeYaml.Line(RecipeYaml.Child(map, "tag")!),
                $"{entry.Key} has no tag {NearestWord.Quoted(tag)}.{NearestWord.Instead(tag, "tags", tags)}");
        return (unit, yaml.Scalar(map, "source", entry.Key), Enum.Parse<Confidence>(tag, ignoreCase: true));
    }

    private static double ReadNumber(RecipeYaml yaml, YamlNode node, string key, RecipeFigureAttribute given)
    {
        var value = yaml.Number(node, key);
        if (value < given.Min || value > given.Max)
            throw yaml.Wrong(RecipeYaml.Line(node),
                string.Create(CultureInfo.InvariantCulture, $"{key} is {value}, outside [{given.Min}, {given.Max}] {given.Unit}."));
        return value;
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
            text.Append(CultureInfo.InvariantCulture,
                $"{entry.Key}\t{string.Join(' ', values.Select(v => v.ToString("R", CultureInfo.InvariantCulture)))}\t{unit}\t{tag}\t{source}\n");
        }
        if (recipe.FullScale) text.Append("full scale\n");
        if (recipe.Own is { } own) text.Append(
            CultureInfo.InvariantCulture, $"own firms\t{(own.Alone ? "alone" : "beside")}\t{own.Hash}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
