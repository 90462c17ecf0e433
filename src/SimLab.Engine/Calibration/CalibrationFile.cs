using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Economy;

namespace SimLab.Engine.Calibration;

/// <summary>Reads a calibration and its facts from their YAML files, and reports errors as for scenarios.</summary>
public static class CalibrationFile
{
    /// <summary>Reads the calibration of a path.</summary>
    /// <exception cref="ScenarioException">The files have errors.</exception>
    public static CalibrationOrder Read(string path, MeasureCatalog catalog)
    {
        var problems = new Problems();
        if (!Layers.IsPath(path)) throw problems.Fatal(new(path, 0, 0), $"this is not a file name.");
        var file = Path.GetFullPath(path);
        var text = TextFile.Read(file, null, problems);
        var order = new CalibrationReader(YamlTree.Read(text, file, problems), file, text, catalog, problems).Read();
        problems.ThrowIfAny();
        return order! with { FormerNames = problems.FormerNames };
    }
}

/// <summary>Turns the tree of a calibration file into an order, and notes every error.</summary>
internal sealed class CalibrationReader(MapNode tree, string file, string text, MeasureCatalog catalog, Problems problems)
{
    private const int MostDraws = 100_000, MostRounds = 100;

    private static readonly string[] Keys =
        ["name", "note", "scenario", "facts", "knownBy", "seed", "draws", "kept", "rounds", "checks", "posterior", "behaviour",
            "macro", "parameters"];
    private static readonly string[] ParameterKeys = ["from", "to", "scale", "source"];

    private readonly Values values = new(problems);

    /// <summary>Valid only if no problem was noted.</summary>
    public CalibrationOrder? Read()
    {
        foreach (var (key, _) in tree.Entries.Where(e => !Keys.Contains(e.Key.Value)))
            problems.Add(
                key.Position,
                $"there is no key {NearestWord.Quoted(key.Value)} in a calibration.{NearestWord.Instead(key.Value, $"keys", Keys)}");
        if (tree["note"] is { } note) values.Text("note", note, severalLines: true);
        var name = Required("name", "Gansu, facts to 2023") is { } n ? values.Text("name", n) : null;
        var scenario = Required("scenario", "../gansu-2023.yaml") is { } s && Named("scenario", s) is { } scenarioFile
            ? ScenarioFile.Read(scenarioFile, catalog) : null;
        if (scenario is not null) problems.Note(scenario.FormerNames);
        var knownBy = Required("knownBy", "2022-12") is { } k ? values.Month("knownBy", k) : null;
        var seed = Required("seed", "1") is { } seedNode ? values.Seed(seedNode) : null;
        var from = From();
        var parameters = Parameters(from);
        var facts = Required("facts", "facts.yaml") is { } f && Named("facts", f) is { } factsFile ? Facts(factsFile, f, scenario)
            : default;
        var size = Size();
        problems.ThrowIfAny();
        var order = new CalibrationOrder(
            file, name!, scenario!, knownBy!.Value, seed!.Value, size, from, parameters, facts.Facts, Hash(facts.Text));
        Check(order);
        return order;
    }

    private Node? Required(string key, string example)
    {
        if (tree[key] is { } node) return node;
        problems.Add(new(file, 1, 1), $"{key} is missing. Add \"{key}: {example}\".");
        return null;
    }

    private string? Named(string key, Node node)
    {
        if (values.Text(key, node) is null) return null;
        var path = Layers.Resolve((TextNode)node, problems);
        if (File.Exists(path)) return path;
        TextFile.NoteMissing(path, node.Position, problems);
        return null;
    }

    private CalibrationSize Size()
    {
        var draws = Whole("draws", 160, 20, MostDraws);
        var kept = tree["kept"] is { } node ? values.Number("kept", node, "share") ?? 0.5 : 0.5;
        if (kept is not (> 0 and < 1)) problems.Add(
            tree["kept"]!.Position, $"kept is {NearestWord.Number(kept)}, outside (0, 1) share of draws.");
        return new(draws, kept, Whole("rounds", 4, 1, MostRounds), Whole("checks", 4, 1, MostDraws), Whole("posterior", 64, 10, MostDraws));
    }

    private int Whole(string key, int otherwise, int min, int max) =>
        tree[key] is { } node ? values.Whole(key, node, min, max) ?? otherwise : otherwise;

    // Fixed assumptions: as documented, except where the file sets others.
    private Assumptions From()
    {
        var fresh = Assumptions.Documented;
        Turn("behaviour", fresh.Behaviour);
        Turn("macro", fresh.Macro);
        return fresh;
    }

    private void Turn(string key, object fresh)
    {
        var parameters = Parameter.Of(fresh);
        foreach (var (name, node) in values.Map(key, tree[key]).Entries)
        {
            if (parameters.FirstOrDefault(d => d.Name == name.Value) is not { } parameter)
                problems.Add(
                    name.Position,
                    $"there is no number {NearestWord.Quoted(name.Value)} under "
                    + $"{key}.{NearestWord.Instead(name.Value, $"numbers", [.. parameters.Select(d => d.Name)])}");
            else if (values.Parameter(parameter, key, node) is { } value)
                parameter.Set(fresh, value);
        }
    }

    private ImmutableArray<FreeParameter> Parameters(Assumptions from)
    {
        (Parameter Number, bool IsMacro)[] numbers = [
            .. Parameter.Of(new BehaviouralParameters()).Select(d => (d, false)), .. Parameter.Of(new Macro()).Select(d => (d, true))];
        var read = ImmutableArray.CreateBuilder<FreeParameter>();
        var map = values.Map("parameters", tree["parameters"]);
        if (map.Entries.IsEmpty) problems.Add(
            map.Position.Line == 0 ? new(file, 1, 1) : map.Position,
            $"parameters names no number that may move. Add one, such as \"appliesUnaware: {{ from: 0.5, to: 1, source: … }}\".");
        foreach (var (name, node) in map.Entries)
        {
            var parts = name.Value.Split('.');
            var (parameter, isMacro) = numbers.FirstOrDefault(n => n.Number.Name == parts[0]);
            if (parameter is null)
                problems.Add(
                    name.Position,
                    $"there is no number of behaviour or macro {NearestWord.Quoted(parts[0])}."
                    + $"{NearestWord.Instead(parts[0], $"numbers", [.. numbers.Select(n => n.Number.Name)])}");
            else if (Year(name, parts, parameter, out var year)
                && Free(name.Value, values.Map(name.Value, node), parameter, isMacro, year) is { } free)
                read.Add(free);
        }
        return read.ToImmutable();
    }

    private bool Year(TextNode name, string[] parts, Parameter parameter, out int? year)
    {
        year = null;
        var isPath = parameter.Type == typeof(YearPath);
        if (!isPath && parts.Length == 1 && parameter.Type == typeof(double)) return true;
        if (isPath && parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var found)
            && found is >= 2000 and <= 2100)
        {
            year = found;
            return true;
        }
        problems.Add(name.Position, isPath
            ? Sentence.Of($"{parameter.Name} is a path by year. Name the year that may move, such as {parameter.Name}.2023.")
            : $"{NearestWord.Quoted(name.Value)} cannot move: only whole numbers by name, and paths by name and year, can.");
        return false;
    }

    private FreeParameter? Free(string name, MapNode map, Parameter parameter, bool isMacro, int? year)
    {
        foreach (var (key, _) in map.Entries.Where(e => !ParameterKeys.Contains(e.Key.Value)))
            problems.Add(
                key.Position,
                $"there is no key {NearestWord.Quoted(key.Value)} in the parameter "
                + $"{name}.{NearestWord.Instead(key.Value, $"keys", ParameterKeys)}");
        var low = End(name, map, "from", parameter);
        var high = End(name, map, "to", parameter);
        var source = InFact(name, map, "source") is { } s ? values.Text($"{name}.source", s) : null;
        var scale = map["scale"] is TextNode { Value: "log" } ? Scale.Logarithmic : Scale.Linear;
        if (map["scale"] is { } written && written is not TextNode { Value: "log" or "linear" })
            problems.Add(written.Position, $"{name}.scale is {Values.Found(written)}. Write log or linear.");
        if (low is not { } a || high is not { } b || source is null) return null;
        if (a < b && (scale == Scale.Linear || a > 0)) return new(parameter, isMacro, year, Factor.Range(name, a, b, scale), source);
        problems.Add(
            map.Position,
            scale == Scale.Linear
            ? Sentence.Of($"{name} may move from {a:R} to {b:R}, which is no range. Put the smaller number in from.")
            : $"{name} may move from {a:R} to {b:R}, which is no range on a log scale. Put the smaller number in from.");
        return null;
    }

    private double? End(string name, MapNode map, string key, Parameter parameter)
    {
        if (InFact(name, map, key) is not { } node || values.Number($"{name}.{key}", node, parameter.Unit) is not { } value) return null;
        if (value >= parameter.Min && value <= parameter.Max) return value;
        problems.Add(
            node.Position,
            Values.Outside($"{name}.{key}", value, parameter.Number));
        return null;
    }

    private Node? InFact(string name, MapNode map, string key)
    {
        if (map[key] is { } node) return node;
        problems.Add(map.Position, $"{name} has no {key}. Add \"{key}: …\".");
        return null;
    }

    private (ImmutableArray<KnownFact> Facts, string Text) Facts(string path, Node namedAt, Scenario? scenario)
    {
        var facts = TextFile.Read(path, namedAt.Position, problems);
        return (new FactsReader(YamlTree.Read(facts, path, problems), values, problems).Read(scenario), facts);
    }

    private void Check(CalibrationOrder order)
    {
        if (order.Fitted.IsEmpty)
        {
            problems.Add(tree["knownBy"]!.Position, $"no fact was known by {order.KnownBy}. Give a later month, or more facts.");
            return;
        }
        var kept = (int)Math.Round(order.Size.Kept * order.Size.Draws);
        var least = Math.Max(10, order.Fitted.Length + 2);
        if (kept < least)
            problems.Add(
                (tree["draws"] ?? tree["knownBy"]!).Position,
                $"{order.Size.Draws} draws of which {kept} are kept are too few for {order.Fitted.Length} facts: at least {least} must "
                + $"be kept.");
    }

    private string Hash(string facts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text}\n{facts}".ReplaceLineEndings("\n"))));
}
