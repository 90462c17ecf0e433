using System.Collections.Immutable;
using System.Globalization;
using SimLab.Model;

namespace SimLab.Engine.Scenarios;

/// <summary>Reads single values and notes their errors. A null result means that a problem was noted.</summary>
internal sealed class Values(Problems problems)
{
    private static readonly Month Earliest = Model.Month.Of(2000, 1), Latest = Model.Month.Of(2100, 12);

    /// <summary>A lever, behavioural parameter or macro path, in the type of its property.</summary>
    public object? Parameter(Parameter parameter, string owner, Node node)
    {
        var what = $"{owner}.{parameter.Name}";
        if (parameter.Type == typeof(YearPath)) return Path(what, node, parameter.Number);
        if (parameter.Type == typeof(bool)) return YesNo(what, node);
        if (InRange(what, node, parameter.Number) is not { } value) return null;
        if (parameter.Type == typeof(double)) return value;
        if (Math.Floor(value) != value)
        {
            problems.Add(node.Position, $"{what} is {NearestWord.Number(value)}; a whole number of {Term.Unit(parameter.Unit)} is wanted.");
            return null;
        }
        return parameter.Type == typeof(int) ? (int)value : (object)(long)value;
    }

    public double? Number(string what, Node node, string unit)
    {
        if (Scalar(what, node, $"a number") is not { } text) return null;
        if (Amount.TryRead(text.Value, unit, out var value, out var complaint)) return value;
        problems.Add(text.Position, $"{what} {complaint}");
        return null;
    }

    public bool? YesNo(string what, Node node)
    {
        if (Scalar(what, node, $"true or false") is not { } text) return null;
        if (text.Value is "true" or "false") return text.Value == "true";
        problems.Add(text.Position, $"{what} is {NearestWord.Quoted(text.Value)}. Write true or false.");
        return null;
    }

    public int? Whole(string what, Node node, int min, int max)
    {
        if (Scalar(what, node, $"a whole number") is not { } text) return null;
        if (int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min
            && value <= max) return value;
        problems.Add(text.Position, $"{what} is {NearestWord.Quoted(text.Value)}. Write a whole number from {min} to {max}.");
        return null;
    }

    public ulong? Seed(Node node)
    {
        if (Scalar("seed", node, $"a whole number") is not { } text) return null;
        if (ulong.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return value;
        problems.Add(text.Position, $"seed is {NearestWord.Quoted(text.Value)}. Write a whole number from 0 to {ulong.MaxValue}.");
        return null;
    }

    public Month? Month(string what, Node node)
    {
        if (Scalar(what, node, $"a month") is not { } text) return null;
        if (Model.Month.TryParse(text.Value, out var month) && month >= Earliest && month <= Latest) return month;
        problems.Add(
            text.Position, $"{what} is {NearestWord.Quoted(text.Value)}. Write a month from {Earliest} to {Latest}, such as 2023-03.");
        return null;
    }

    public string? Text(string what, Node node, bool severalLines = false)
    {
        if (Scalar(what, node, $"a text") is not { } text) return null;
        if (text.Value.Trim() is not { Length: > 0 } value)
            problems.Add(text.Position, $"{what} is empty.");
        else if (value.Any(c => char.IsControl(c) && !(severalLines && c == '\n')))
            problems.Add(
                text.Position, severalLines
                ? Sentence.Of($"{what} is {NearestWord.Quoted(value)}, with control characters in it. Write plain text.")
                : $"{what} is {NearestWord.Quoted(value)}, with control characters in it. Write plain text on one line.");
        else
            return value;
        return null;
    }

    /// <summary>A section with further keys. It may be empty.</summary>
    public MapNode Map(string what, Node? node)
    {
        if (node is MapNode map) return map;
        if (node is not (null or TextNode { Value: "" }))
            problems.Add(node.Position, $"{what} is {Found(node)}. Write its parts as \"key: value\", one on each line below it.");
        return new(node?.Position ?? default, []);
    }

    public double? InRange(string what, Node node, NumberAttribute number)
    {
        if (Number(what, node, number.Unit) is not { } value) return null;
        if (value >= number.Min && value <= number.Max) return value;
        problems.Add(node.Position, Outside(what, value, number));
        return null;
    }

    /// <summary>A number outside its range, with unit and source.</summary>
    public static Sentence Outside(string what, double value, NumberAttribute number) =>
        $"{what} is {value:R}, outside [{number.Min:R}, {number.Max:R}] {Term.Unit(number.Unit)} ({Term.Source(number.Source)}).";

    private YearPath? Path(string what, Node node, NumberAttribute number)
    {
        if (node is not MapNode map)
            return InRange(what, node, number) is { } always ? YearPath.Of((Earliest.Year, always)) : null;
        if (map.Entries.IsEmpty)
        {
            problems.Add(map.Position, $"{what} names no year. Write one number, or numbers by year: {{ 2022: 0.05, 2023: 0.06 }}.");
            return null;
        }
        var years = ImmutableSortedDictionary.CreateBuilder<int, double>();
        foreach (var (key, given) in map.Entries)
        {
            var value = InRange($"{what} of {NearestWord.Quoted(key.Value).Trim('"')}", given, number);
            if (!int.TryParse(key.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < Earliest.Year
                || year > Latest.Year)
                problems.Add(
                    key.Position, $"{NearestWord.Quoted(key.Value)} in {what} is not a year from {Earliest.Year} to {Latest.Year}.");
            else if (value is not null)
                years[year] = value.Value;
        }
        return years.Count == map.Entries.Length ? new(years.ToImmutable()) : null;
    }

    private TextNode? Scalar(string what, Node node, Sentence wanted)
    {
        if (node is TextNode text) return text;
        problems.Add(node.Position, $"{what} is {Found(node)}; {wanted} is wanted.");
        return null;
    }

    public static Sentence Found(Node node) => node switch
    {
        TextNode text => Sentence.Verbatim(NearestWord.Quoted(text.Value)),
        MapNode => $"a group of keys",
        _ => $"a list",
    };
}
