using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;

namespace SimLab.Engine.Experiments.Files;

/// <summary>Reads the factors: section, such as <c>behaviour.readinessToAsk: { low: 0.2, high: 0.7 }</c>.</summary>
internal sealed class FactorReader(Values values, Problems problems, MeasureCatalog catalog, Scenario frame, Month last)
{
    internal static readonly string[] Keys = ["low", "high", "values", "log", "integer"];

    public ImmutableArray<ExperimentFactor> Read(MapNode section)
    {
        var factors = ImmutableArray.CreateBuilder<ExperimentFactor>();
        foreach (var (name, node) in section.Entries)
            if (One(name, node) is { } factor) factors.Add(factor);
        return factors.ToImmutable();
    }

    private ExperimentFactor? One(TextNode name, Node node)
    {
        var parts = name.Value.Split('.');
        if (parts.Length is < 2 or > 3 || parts[0] != "macro" && parts.Length == 3 != (parts[0] == "population"))
        {
            problems.Add(
                name.Position,
                $"{NearestWord.Quoted(name.Value)} names no number. Write Measure.lever, Measure.from, Measure.until, behaviour.number, "
                + $"macro.number, macro.number.2023 or population.group.figure.");
            return null;
        }
        return parts[0] switch
        {
            "behaviour" => Number(name, FactorKind.Behaviour, Parameter.Of(frame.Behaviour), parts[1], null, node),
            "macro" => Macro(name, parts, node),
            "population" => Figure(name, $"{parts[1]}.{parts[2]}", node),
            _ => Measure(name, parts, node),
        };
    }

    private ExperimentFactor? Macro(TextNode name, string[] parts, Node node)
    {
        int? year = null;
        if (parts.Length == 3)
        {
            if (!int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var given) || given < frame.Start.Year
                || given > last.Year)
            {
                problems.Add(
                    name.Position,
                    $"{NearestWord.Quoted(parts[2])} in {name.Value} is not a year of the run. Write one from {frame.Start.Year} to "
                    + $"{last.Year}.");
                return null;
            }
            year = given;
        }
        var factor = Number(name, FactorKind.Macro, Parameter.Of(frame.Macro), parts[1], year, node);
        if (factor is null || year is null || Parameter.Of(frame.Macro)
            .First(d => d.Name == parts[1]).Type == typeof(YearPath)) return factor;
        problems.Add(name.Position, $"macro.{parts[1]} is one number for all years. Write macro.{parts[1]}.");
        return null;
    }

    // A figure has no usual range: the widest that a recipe may hold makes no firms.
    private ExperimentFactor? Figure(TextNode name, string key, Node node)
    {
        if (RecipeFigures.Find(key) is not { } entry)
        {
            problems.Add(
                name.Position, $"the population has no figure {NearestWord.Quoted(key)}."
                + $"{NearestWord.Instead(key, $"figures", [.. RecipeFigures.All.Select(figure => figure.Key)])}");
            return null;
        }
        if (Recipe(name) is not { } recipe || Map(name, node) is not { } map) return null;
        var (standing, given) = (entry.In(recipe), entry.Given);
        if (map["values"] is null && (map["low"] is null || map["high"] is null))
        {
            problems.Add(
                node.Position, $"{name.Value} needs a range of its own. Write {{ low: …, high: … }} or a list of values; in the recipe it "
                + $"is {NearestWord.Number(standing)} ({Term.Unit(given.Unit)}).");
            return null;
        }
        var range = Range(name, map, given.Unit is "firms" or "agents" or "slots", Within, given.Min, given.Max);
        return range is null ? null : new(FactorKind.Population, "population", key, null, given.Unit, range) { Standing = standing };

        double? Within(string what, Node end)
        {
            if (values.Number(what, end, given.Unit) is not { } value) return null;
            if (value >= given.Min && value <= given.Max) return value;
            problems.Add(end.Position, $"{what} is {value}, outside [{given.Min}, {given.Max}] {Term.Unit(given.Unit)}.");
            return null;
        }
    }

    private PopulationRecipe? Recipe(TextNode name)
    {
        try
        {
            return PopulationFile.Read(frame.Population).Recipe;
        }
        catch (PopulationException mistake)
        {
            problems.Add(name.Position, mistake.Sentence);
            return null;
        }
    }

    private ExperimentFactor? Measure(TextNode name, string[] parts, Node node)
    {
        if (catalog.Find(parts[0]) is not { } known)
        {
            problems.Add(name.Position, catalog.WhyNot(parts[0], "behaviour", "macro", "population"));
            return null;
        }
        if (frame.Measures.All(m => m.GetType() != known.Type))
        {
            problems.Add(
                name.Position,
                $"{known.Key} is not in the scenario \"{frame.Said}\", so its levers change nothing. Add it to the scenario, or take "
                + $"another factor.");
            return null;
        }
        return parts[1] is "from" or "until" ? Date(name, parts[1], known.Key, node)
            : Number(name, FactorKind.Lever, known.Levers, parts[1], null, node, known.Key);
    }

    private ExperimentFactor? Number(
        TextNode name, FactorKind kind, ImmutableArray<Parameter> parameters, string part, int? year, Node node,
        string? owner = null)
    {
        owner ??= kind == FactorKind.Behaviour ? "behaviour" : "macro";
        if (parameters.FirstOrDefault(d => d.Name == part) is not { } parameter)
        {
            string[] exist = kind == FactorKind.Lever ? [.. parameters.Select(d => d.Name), "from", "until"]
                : [.. parameters.Select(d => d.Name)];
            problems.Add(
                name.Position,
                kind == FactorKind.Lever
                ? Sentence.Of($"there is no lever {NearestWord.Quoted(part)} in {owner}.{NearestWord.Instead(part, $"levers", exist)}")
                : $"there is no number {NearestWord.Quoted(part)} under {owner}.{NearestWord.Instead(part, $"numbers", exist)}");
            return null;
        }
        if (Map(name, node) is not { } map) return null;
        if (parameter.Type == typeof(bool))
        {
            if (map.Entries.IsEmpty) return new(kind, owner, part, year, parameter.Unit, Factor.OneOf(name.Value, 0, 1));
            problems.Add(node.Position, $"{name.Value} is yes or no, and takes no range. Write {name.Value}: {{}}.");
            return null;
        }
        var whole = parameter.Type == typeof(int) || parameter.Type == typeof(long);
        var range = Range(name, map, whole, (what, end) => values.InRange(what, end, parameter.Number), parameter.Min, parameter.Max);
        return range is null ? null : new(kind, owner, part, year, parameter.Unit, range);
    }

    private ExperimentFactor? Date(TextNode name, string part, string owner, Node node)
    {
        if (Map(name, node) is not { } map) return null;
        var range = Range(name, map, whole: true, (what, end) => Month(what, end)?.Number, frame.Start.Number, last.Number);
        return range is null ? null : new(FactorKind.Date, owner, part, null, "month", range);
    }

    private Month? Month(string what, Node node)
    {
        if (values.Month(what, node) is not { } month) return null;
        if (month >= frame.Start && month <= last) return month;
        problems.Add(node.Position, $"{what} is {month}, outside the run, {frame.Start} to {last}.");
        return null;
    }

    // Ends or listed values; the default is the whole range of the number.
    private Factor? Range(TextNode name, MapNode map, bool whole, Func<string, Node, double?> read, double min, double max)
    {
        try
        {
            if (map["values"] is { } listed)
            {
                foreach (var key in (string[])["low", "high", "log", "integer"])
                    if (map[key] is { } both) problems.Add(
                        both.Position, $"{name.Value} has values, so {key} has no meaning. Keep one of them.");
                Node[] items = listed is ListNode list ? [.. list.Items] : [listed];
                double?[] given = [.. items.Select(item => Whole(name.Value, item, read($"{name.Value}.values", item), whole))];
                return given.Contains(null) ? null : Factor.OneOf(name.Value, [.. given.OfType<double>()]);
            }
            var low = map["low"] is { } l ? Whole($"{name.Value}.low", l, read($"{name.Value}.low", l), whole) : min;
            var high = map["high"] is { } h ? Whole($"{name.Value}.high", h, read($"{name.Value}.high", h), whole) : max;
            var log = map["log"] is { } g && values.YesNo($"{name.Value}.log", g) == true;
            var integer = whole || map["integer"] is { } n && values.YesNo($"{name.Value}.integer", n) == true;
            if (low is null || high is null) return null;
            var scale = log ? Scale.Logarithmic : Scale.Linear;
            return integer ? Factor.Integers(name.Value, low.Value, high.Value, scale)
                : Factor.Range(name.Value, low.Value, high.Value, scale);
        }
        catch (MethodException mistake)
        {
            problems.Add(name.Position, mistake.Sentence);
            return null;
        }
    }

    private double? Whole(string what, Node node, double? value, bool whole)
    {
        if (!whole || value is null || Math.Floor(value.Value) == value) return value;
        problems.Add(node.Position, $"{what} is {NearestWord.Number(value.Value)}; a whole number is wanted.");
        return null;
    }

    private MapNode? Map(TextNode name, Node node)
    {
        if (node is ListNode list) return new(node.Position, [new(new TextNode(node.Position, "values"), list)]);
        if (node is not (MapNode or TextNode { Value: "" }))
        {
            problems.Add(
                node.Position,
                $"{name.Value} is {Values.Found(node)}. Write {{ low: …, high: … }}, a list of values, or {{}} for the whole range of "
                + $"the number.");
            return null;
        }
        var map = values.Map(name.Value, node);
        foreach (var (key, _) in map.Entries.Where(e => !Keys.Contains(e.Key.Value)))
            problems.Add(
                key.Position,
                $"there is no key {NearestWord.Quoted(key.Value)} in the factor "
                + $"{name.Value}.{NearestWord.Instead(key.Value, $"keys", Keys)}");
        return map;
    }
}
