using System.Collections.Immutable;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;
using YamlDotNet.RepresentationModel;

namespace SimLab.Engine.Populations;

/// <summary>Reads figures and tables, each with unit, tag and source, from the file of a population or province.</summary>
internal sealed class FigureReader(RecipeYaml yaml)
{
    private static readonly string[] FigureKeys = ["value", "unit", "source", "tag"];
    private static readonly string[] TableKeys = ["values", "unit", "source", "tag", CellsKey];
    private static readonly string[] CellKeys = ["source", "tag"];
    private const string CellsKey = "cells";

    public Figure Figure(YamlNode node, string key, RecipeFigureAttribute given)
    {
        var map = yaml.Map(node, key);
        yaml.AllowOnly(map, key, FigureKeys);
        var (unit, source, tag) = Origin(map, key, given.Unit);
        var value = yaml.Required(map, "value", key);
        return new(Number(value, key, given), unit, source, tag);
    }

    /// <param name="node">The table.</param>
    /// <param name="key">Its key in the file.</param>
    /// <param name="given">Unit and range.</param>
    /// <param name="names">The regions or industries that can have a value, in order.</param>
    public RecipeTable Table(YamlNode node, string key, RecipeFigureAttribute given, string[] names)
    {
        var map = yaml.Map(node, key);
        yaml.AllowOnly(map, key, TableKeys);
        var (unit, source, tag) = Origin(map, key, given.Unit);
        var values = Values(map, key);
        yaml.AllowOnly(values, $"{key}.values", names);
        var read = names.Select(name =>
            RecipeYaml.Child(values, name) is { } found ? Number(found, $"{key}.{name}", given) : Missing(name)).ToImmutableArray();
        var sum = read.Sum();
        if (given.SumsToOne && Math.Abs(sum - 1) > 0.0005)
            throw yaml.Wrong(
                RecipeYaml.Line(values),
                $"{key}: the shares come to {sum:0.####}, and must come to 1.");
        return new(read, unit, source, tag) { Cells = Cells(map, values, key, names) };

        // A missing share is zero; a missing level would be a guess.
        double Missing(string name) => given.SumsToOne ? 0
            : throw yaml.Wrong(RecipeYaml.Line(values), $"{key} has no value for {name} ({Term.Unit(given.Unit)}).");
    }

    // Sources of single values, which stand beside them under "cells".
    private ImmutableArray<CellSource> Cells(YamlMappingNode map, YamlMappingNode values, string key, string[] names)
    {
        if (RecipeYaml.Child(map, CellsKey) is not { } node) return [];
        var cells = yaml.Map(node, $"{key}.{CellsKey}");
        yaml.AllowOnly(cells, $"{key}.{CellsKey}", names);
        return [.. names.Where(name => RecipeYaml.Child(cells, name) is not null).Select(Cell)];

        CellSource Cell(string name)
        {
            var what = $"{key}.{CellsKey}.{name}";
            var cell = yaml.Map(RecipeYaml.Child(cells, name)!, what);
            yaml.AllowOnly(cell, what, CellKeys);
            if (RecipeYaml.Child(values, name) is null)
                throw yaml.Wrong(
                    RecipeYaml.Line(cell),
                    $"{what} is the source of a value, but {key}.values has none of {name}. Give it, or take the source out.");
            return new(name, yaml.Scalar(cell, "source", what), Tag(yaml, cell, what));
        }
    }

    /// <summary>The "values" of a table.</summary>
    public YamlMappingNode Values(YamlMappingNode map, string key) =>
        yaml.Map(yaml.Required(map, "values", key), $"{key}.values");

    /// <summary>Unit, source and tag of a figure or table.</summary>
    public (string Unit, string Source, Confidence Tag) Origin(YamlMappingNode map, string key, string wanted)
    {
        var unit = yaml.Scalar(map, "unit", key);
        if (unit != wanted)
            throw yaml.Wrong(
                RecipeYaml.Line(RecipeYaml.Child(map, "unit")!),
                $"{key} is given in {NearestWord.Quoted(unit)}. It must be in \"{wanted}\".");
        return (unit, yaml.Scalar(map, "source", key), Tag(yaml, map, key));
    }

    /// <summary>The tag of a figure, table or rate.</summary>
    public static Confidence Tag(RecipeYaml yaml, YamlMappingNode map, string key)
    {
        var tag = yaml.Scalar(map, "tag", key);
        var tags = Enum.GetNames<Confidence>().Select(name => name.ToLowerInvariant()).ToArray();
        if (!tags.Contains(tag))
            throw yaml.Wrong(
                RecipeYaml.Line(RecipeYaml.Child(map, "tag")!),
                $"{key} has no tag {NearestWord.Quoted(tag)}.{NearestWord.Instead(tag, $"tags", tags)}");
        return Enum.Parse<Confidence>(tag, ignoreCase: true);
    }

    public double Number(YamlNode node, string key, RecipeFigureAttribute given)
    {
        var value = yaml.Number(node, key);
        if (value < given.Min || value > given.Max)
            throw yaml.Wrong(RecipeYaml.Line(node),
                $"{key} is {value}, outside [{given.Min}, {given.Max}] {Term.Unit(given.Unit)}.");
        return value;
    }
}
