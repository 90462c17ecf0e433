using System.Globalization;
using System.Text.RegularExpressions;
using SimLab.Model;

namespace SimLab.Engine.Scenarios;

/// <summary>
/// Parses numbers as people write them: <c>300000</c>, <c>300000 yuan</c>, <c>30万元</c>, <c>80 billion yuan</c>,
/// <c>30%</c>.
/// </summary>
internal static partial class Amount
{
    private const int LongestNumber = 100;

    // Spelling of a unit, its base unit, and the power of ten between them.
    private static readonly (string Written, string Unit, int Power)[] OtherUnits =
    [
        ("%", "share", -2), ("万元", "yuan", 4), ("亿元", "yuan", 8), ("元", "yuan", 0),
        ("thousand yuan", "yuan", 3), ("million yuan", "yuan", 6), ("billion yuan", "yuan", 9),
    ];

    /// <param name="complaint">The error if the result is false, to follow the name of the number: <c>is "x", not a number …</c>.</param>
    public static bool TryRead(string text, string unit, out double value, out Sentence complaint)
    {
        value = 0;
        var parts = text.Length <= LongestNumber ? Parts().Match(text.Trim()) : Match.Empty;
        if (!parts.Success)
        {
            complaint = text.Length == 0 ? Sentence.Of($"has no value. {HowToWrite(unit)}")
                : $"is {NearestWord.Quoted(text)}, not a number. {HowToWrite(unit)}";
            return false;
        }

        var (rest, power) = InOurUnit(parts.Groups["unit"].Value);
        if (rest.Length > 0 && !unit.Equals(rest, StringComparison.OrdinalIgnoreCase)
            && !unit.StartsWith(rest + " ", StringComparison.OrdinalIgnoreCase))
        {
            complaint = $"is given in {NearestWord.Quoted(parts.Groups["unit"].Value)}; its unit is {Term.Unit(unit)}. {HowToWrite(unit)}";
            return false;
        }

        // The power of ten goes into the text, so that 4.6% is the same double as 0.046.
        if (parts.Groups["power"].Success) power += int.Parse(parts.Groups["power"].Value, CultureInfo.InvariantCulture);
        value = 0.0 + double.Parse($"{parts.Groups["number"].Value}e{power}", NumberStyles.Float, CultureInfo.InvariantCulture);
        complaint = $"is {NearestWord.Quoted(text)}, more than a number can hold.";
        return double.IsFinite(value);
    }

    private static (string Unit, int Power) InOurUnit(string written)
    {
        foreach (var other in OtherUnits)
            if (written.StartsWith(other.Written, StringComparison.OrdinalIgnoreCase))
                return (other.Unit + written[other.Written.Length..], other.Power);
        return (written, 0);
    }

    private static Sentence HowToWrite(string unit) => FirstWord(unit) switch
    {
        "yuan" => $"Write 300000, 300000 yuan, 30万元 or 0.3 million yuan.",
        "share" => $"Write 0.3 or 30%.",
        _ => $"Write a number in {Term.Unit(unit)}, such as 0.5.",
    };

    private static string FirstWord(string unit) => unit.Split(' ')[0];

    [GeneratedRegex(
        @"^(?<number>[+-]?([0-9]+\.?[0-9]*|\.[0-9]+))([eE](?<power>[+-]?[0-9]{1,4}))?\s*(?<unit>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
