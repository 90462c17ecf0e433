using System.Globalization;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace SimLab.Engine.Populations;

/// <summary>
/// The YAML of one population or province: maps of texts with lines. Diagnostics are SimLab's own texts.
/// </summary>
/// <param name="file">Path of the file.</param>
/// <param name="kind">What it holds: a population or a province.</param>
/// <param name="example">Such a file, to look at.</param>
internal sealed class RecipeYaml(string file, Sentence kind, string example)
{
    private const int LargestBytes = 1 << 20;
    private const int Deepest = 8;

    public YamlMappingNode Load()
    {
        var text = Text();
        try
        {
            RefuseTricks(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 0) throw Wrong(0, $"is empty. An example of {kind} is {example}.");
            if (stream.Documents.Count != 1) throw Wrong(0, $"holds {stream.Documents.Count} YAML documents; {kind} is one.");
            return Map(stream.Documents[0].RootNode);
        }
        catch (YamlException mistake)
        {
            throw Wrong((int)mistake.Start.Line, $"this is not YAML: {Term.Yaml(mistake.Message)}.");
        }
    }

    private string Text()
    {
        try
        {
            if (Directory.Exists(file)) throw Wrong(0, $"is a directory. Name a file in it.");
            if (!File.Exists(file)) throw Wrong(
                0, $"there is no such file. An example of {kind} is {example}.");
            if (new FileInfo(file).Length > LargestBytes) throw Wrong(
                0, $"is larger than 1 MB, and was not read; {kind} is a few pages of text.");
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(0, $"cannot be read: {e.Message}");
        }
    }

    // Anchors and aliases can expand to gigabytes, and deep nesting can exhaust the stack: a recipe needs neither.
    private void RefuseTricks(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            var line = (int)parser.Current!.Start.Line;
            if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
                throw Wrong(line, $"anchors (&) and aliases (*) are not allowed in {kind}. Write the value out.");
            depth += parser.Current.NestingIncrease;
            if (depth > Deepest) throw Wrong(line, $"this is nested too deep. Five levels are enough.");
        }
    }

    /// <param name="node">The keys and values.</param>
    /// <param name="what">Their key in the file; null: they are the whole file.</param>
    public YamlMappingNode Map(YamlNode node, string? what = null) =>
        node as YamlMappingNode ?? throw Wrong(Line(node), $"{Called(what)} must hold keys and values, but here is {Found(node)}.");

    public YamlNode Required(YamlMappingNode map, string key, string? of = null) =>
        Child(map, key) ?? throw Wrong(Line(map), $"{Called(of)} has no \"{key}\".");

    public string Scalar(YamlMappingNode map, string key, string? of = null)
    {
        var node = Required(map, key, of);
        if (node is YamlScalarNode { Value.Length: > 0 } scalar) return scalar.Value;
        throw Wrong(Line(node), $"{Called(of)}: {key} must be a text or number, but here is {Found(node)}.");
    }

    public IEnumerable<YamlNode> Items(YamlNode node, string what) =>
        (node as YamlSequenceNode)?.Children
        ?? throw Wrong(Line(node), $"{what} must be a list such as [1, 2], but here is {Found(node)}.");

    public double Number(YamlNode node, string what)
    {
        if (node is YamlScalarNode { Value: { } text }
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        throw Wrong(Line(node), $"{what} must be a number such as 475900 or 0.35, but here is {Found(node)}.");
    }

    public void AllowOnly(YamlMappingNode map, string? what, IReadOnlyCollection<string> keys)
    {
        foreach (var (node, _) in map.Children)
        {
            var found = (node as YamlScalarNode)?.Value ?? "";
            if (!keys.Contains(found)) throw Wrong(
                Line(node), $"{Called(what)} has no {NearestWord.Quoted(found)}.{NearestWord.Instead(found, $"keys", keys)}");
        }
    }

    public static YamlNode? Child(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    public static int Line(YamlNode node) => (int)node.Start.Line;

    public PopulationException Wrong(int line, Sentence problem) => new(file, line, problem);

    private Sentence Called(string? what) => what is null ? kind : Sentence.Verbatim(what);

    private static Sentence Found(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { Length: > 0 } value } => Sentence.Verbatim(NearestWord.Quoted(value)),
        YamlScalarNode => $"nothing",
        YamlSequenceNode => $"a list",
        _ => $"a group of keys",
    };
}
