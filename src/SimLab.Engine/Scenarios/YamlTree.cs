using System.Collections.Immutable;
using SimLab.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SimLab.Engine.Scenarios;

/// <summary>A node of a YAML file that records its position, also after files have been merged.</summary>
internal abstract record Node(Position Position);

internal sealed record TextNode(Position Position, string Value) : Node(Position);

/// <summary>A list. Experiment files have lists; a scenario has none and reports one as an error.</summary>
internal sealed record ListNode(Position Position, ImmutableArray<Node> Items) : Node(Position);

internal sealed record MapNode(Position Position, ImmutableArray<KeyValuePair<TextNode, Node>> Entries) : Node(Position)
{
    public Node? this[string key] => Entries.FirstOrDefault(e => e.Key.Value == key).Value;
}

/// <summary>
/// Reads the subset of YAML that scenarios and experiments need: maps and lists of texts. Rejects anchors, aliases and
/// tags (a few lines of them can expand to gigabytes), a second document and deep nesting.
/// </summary>
internal sealed class YamlTree
{
    private const int Deepest = 8;
    private readonly Parser parser;
    private readonly string file;
    private readonly Problems problems;
    private readonly Wanted wanted;

    /// <summary>Wording of diagnostics: "a", "scenario", and what an empty file lacks.</summary>
    internal sealed record Wanted(Sentence One, Sentence Needs)
    {
        public static readonly Wanted Scenario = new(
            $"a scenario", $"A scenario needs at least a name, and \"extends\" or its own start, months and population.");
    }

    private YamlTree(string text, string file, Problems problems, Wanted wanted)
    {
        this.wanted = wanted;
        parser = new Parser(new StringReader(text));
        this.file = file;
        this.problems = problems;
    }

    public static MapNode Read(string text, string file, Problems problems, Wanted? wanted = null)
    {
        var tree = new YamlTree(text, file, problems, wanted ?? Wanted.Scenario);
        try
        {
            return FormerNames.Renamed(tree.Document(), problems);
        }
        catch (YamlException mistake)
        {
            throw tree.Broken(mistake, text);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet throws these for a key inside unclosed brackets and for half a surrogate pair.
            throw tree.OutOfPlace();
        }
    }

    private MapNode Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) throw Empty();
        parser.Consume<DocumentStart>();
        var root = Node(1);
        parser.Consume<DocumentEnd>();
        if (parser.Current is { } next and not StreamEnd)
            throw problems.Fatal(At(next), $"a second document begins here. One file holds {wanted.One}.");
        return root switch
        {
            MapNode map => map,
            TextNode { Value: "" } => throw Empty(),
            _ => throw problems.Fatal(root.Position, $"{wanted.One} is written as keys and values, such as \"name: Higher rewards\"."),
        };
    }

    private ScenarioException Empty() =>
        problems.Fatal(
            new(file, 0, 0),
            $"is empty. {wanted.Needs}");

    private Node Node(int depth)
    {
        var next = parser.Consume<ParsingEvent>();
        var at = At(next);
        if (next is AnchorAlias || next is NodeEvent { Anchor.IsEmpty: false })
            throw problems.Fatal(
                at, $"anchors (&) and aliases (*) are not allowed in {wanted.One}. Write the value out, or quote it if it is a text.");
        if (next is NodeEvent { Tag.IsEmpty: false })
            throw problems.Fatal(at, $"tags (!) are not allowed in {wanted.One}. Quote the value if it is a text.");
        if (depth > Deepest)
            throw problems.Fatal(at, $"this is nested more than {Deepest} levels deep. Three are enough.");
        return next switch
        {
            Scalar scalar => new TextNode(at, scalar.Value),
            MappingStart => Map(at, depth),
            SequenceStart => List(at, depth),
            _ => throw OutOfPlace(),
        };
    }

    private MapNode Map(Position at, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<TextNode, Node>>();
        var lines = new Dictionary<string, int>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var found = Node(depth + 1);
            var value = Node(depth + 1);
            if (found is not TextNode key)
                problems.Add(found.Position, $"a word is wanted before the colon.");
            else if (lines.TryAdd(key.Value, key.Position.Line))
                entries.Add(new(key, value));
            else
                problems.Add(
                    key.Position,
                    $"{NearestWord.Quoted(key.Value)} stands here a second time; the first is in line {lines[key.Value]}. Keep one.");
        }
        return new(at, entries.ToImmutable());
    }

    private ListNode List(Position at, int depth)
    {
        var items = ImmutableArray.CreateBuilder<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
        return new(at, items.ToImmutable());
    }

    private Position At(ParsingEvent found) => At(found.Start, file);

    private static Position At(Mark mark, string file) => new(file, Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    private ScenarioException Broken(YamlException mistake, string text)
    {
        var at = At(mistake.Start, file);
        var lines = text.Split('\n');

        // YamlDotNet may give the first line for a tab anywhere; the tab is after the last event read.
        var read = Math.Max(at.Line, (int)(parser.Current?.End.Line ?? 1));
        for (var line = read; line <= lines.Length && mistake.Message.Contains(" tab ", StringComparison.Ordinal); line++)
            if (Indent(lines[line - 1]).Contains('\t', StringComparison.Ordinal))
                return problems.Fatal(new(file, line, 1), $"a tab indents this line. YAML wants spaces.");

        var found = at.Line <= lines.Length ? lines[at.Line - 1].Trim() : "";
        return problems.Fatal(at, $"this is not YAML: {Term.Yaml(mistake.Message)}. Found: {NearestWord.Quoted(found)}.");
    }

    private ScenarioException OutOfPlace() => problems.Fatal(
        parser.Current is { } last ? At(last.End, file) : new(file, 1, 1),
        $"this is not YAML from here on. Is a bracket or a quote not closed, or a \\u escape incomplete?");

    private static string Indent(string line) => line[..(line.Length - line.TrimStart().Length)];
}
