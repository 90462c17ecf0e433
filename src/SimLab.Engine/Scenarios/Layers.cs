using System.Collections.Immutable;

namespace SimLab.Engine.Scenarios;

/// <summary>
/// Merges a scenario file over the files it extends. The nearer file wins, key by key, and inside a measure lever by
/// lever; a year path or a target is one statement and is replaced whole. Every value records the file it came from.
/// </summary>
internal static class Layers
{
    private const int Deepest = 10;
    private const int LongestPath = 1000;

    public static MapNode Load(string file, Position? namedAt, MeasureCatalog catalog, Problems problems) =>
        Load(file, namedAt, catalog, problems, []);

    /// <summary>The full path of a file, relative to the folder of the file that names it.</summary>
    public static string Resolve(TextNode name, Problems problems)
    {
        if (!IsPath(name.Value)) throw problems.Fatal(name.Position, $"{NearestWord.Quoted(name.Value)} is not a file name.");
        return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(name.Position.File)!, name.Value));
    }

    public static bool IsPath(string name) => name.Trim().Length > 0 && name.Length <= LongestPath && !name.Any(char.IsControl);

    private static MapNode Load(
        string file, Position? namedAt, MeasureCatalog catalog, Problems problems, ImmutableList<string> under)
    {
        if (under.Contains(file))
            throw problems.Fatal(
                namedAt!.Value, $"extends goes in a circle: {string.Join(" → ", under.Add(file).Select(f => Path.GetFileName(f)))}.");
        if (under.Count == Deepest)
            throw problems.Fatal(namedAt!.Value, $"more than {Deepest} files extend each other here. Put some of them together.");

        return Extended(YamlTree.Read(TextFile.Read(file, namedAt, problems), file, problems), file, catalog, problems, under);
    }

    /// <summary>Merges a tree in place of the file over the files it extends.</summary>
    public static MapNode Extended(MapNode own, string file, MeasureCatalog catalog, Problems problems) =>
        Extended(own, file, catalog, problems, []);

    /// <summary>The file and those it extends, the nearest first.</summary>
    public static ImmutableArray<string> Chain(string file, Problems problems)
    {
        var chain = ImmutableArray.Create(file);
        while (chain.Length <= Deepest
            && YamlTree.Read(TextFile.Read(chain[^1], null, problems), chain[^1], problems)["extends"] is TextNode name)
            chain = chain.Add(Resolve(name, problems));
        return chain;
    }

    private static MapNode Extended(
        MapNode own, string file, MeasureCatalog catalog, Problems problems, ImmutableList<string> under)
    {
        own = MeasureKeys.Normal(own, catalog, problems);
        switch (own["extends"])
        {
            case null:
                return own;
            case TextNode name:
                return Over(Load(Resolve(name, problems), name.Position, catalog, problems, under.Add(file)), own);
            case var other:
                throw problems.Fatal(other.Position, $"extends is {Values.Found(other)}; one file name is wanted.");
        }
    }

    private static MapNode Over(MapNode older, MapNode newer)
    {
        // A name, its note and its branch point belong to one file.
        var inherited = older.Entries.RemoveAll(e => e.Key.Value is "name" or "nameZh" or "note" or "noteZh" or "extends" or "branch");
        return Merge(older with { Entries = inherited }, newer, key => key switch
        {
            "measures" => measure => _ => null,
            "changes" => month => measure => _ => null,
            "macro" or "behaviour" or "targets" => _ => null,
            _ => null,
        });
    }

    // How deeply the entries of a key are merged: null, not at all.
    private delegate Within? Within(string key);

    private static MapNode Merge(MapNode older, MapNode newer, Within within)
    {
        var entries = older.Entries.ToBuilder();
        foreach (var (key, value) in newer.Entries)
        {
            var i = 0;
            while (i < entries.Count && entries[i].Key.Value != key.Value) i++;
            if (i == entries.Count) entries.Add(new(key, value));
            else entries[i] = new(key, One(entries[i].Value, value, within(key.Value)));
        }
        return newer with { Entries = entries.ToImmutable() };
    }

    private static Node One(Node older, Node newer, Within? within) => (older, newer) switch
    {
        (MapNode a, MapNode b) when within is not null => Merge(a, b, within),
        (MapNode, TextNode { Value: "" }) when within is not null => older,   // an empty "measures:" removes nothing
        _ => newer,
    };
}
