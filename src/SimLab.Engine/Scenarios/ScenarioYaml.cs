using System.Globalization;
using System.Text;
using SimLab.Model;

namespace SimLab.Engine.Scenarios;

/// <summary>Formats parts of the scenario files that SimLab writes.</summary>
internal static class ScenarioYaml
{
    /// <summary>Path of a file relative to the folder, with slashes.</summary>
    public static string Relative(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    /// <summary>Text in double quotes, escaped for YAML and JSON; letters of all scripts are unchanged.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
            _ = letter switch
            {
                '"' or '\\' => quoted.Append('\\').Append(letter),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' =>
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => quoted.Append(letter),
            };
        return quoted.Append('"').ToString();
    }

    /// <summary>A number, a yes or no, or a path by year, formatted to read back as the same bits.</summary>
    public static string Number(object value) => value switch
    {
        YearPath path =>
            $"{{ {string.Join(", ", path.ByYear.Select(y => string.Create(CultureInfo.InvariantCulture, $"{y.Key}: {y.Value:R}")))} }}",
        bool yes => yes ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Keys and values in braces, as in the file.</summary>
    public static string Flow(Node node) => node switch
    {
        MapNode map => $"{{ {string.Join(", ", map.Entries.Select(e => $"{e.Key.Value}: {Flow(e.Value)}"))} }}",
        TextNode { Value: var number } when double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => number,
        TextNode text => Quoted(text.Value),
        _ => "",
    };
}
