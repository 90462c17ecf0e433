using System.Globalization;
using System.Text;
using SimLab.Model;

namespace SimLab.Engine.Scenarios;

/// <summary>Pieces of scenario files that SimLab itself writes.</summary>
internal static class ScenarioYaml
{
    /// <summary>As a file in the folder would name another, with slashes.</summary>
    public static string Relative(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    /// <summary>In double quotes, as YAML and JSON have it; the letters of all scripts stay as they are.</summary>
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
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => quoted.Append(letter),
            };
        return quoted.Append('"').ToString();
    }

    /// <summary>A number, a yes or no, or a path by year, so that it reads back as the same bits.</summary>
    public static string Number(object value) => value switch
    {
        YearPath path => $"{{ {string.Join(", ", path.ByYear.Select(y => string.Create(CultureInfo.InvariantCulture, $"{y.Key}: {y.Value:R}")))} }}",
        bool yes => yes ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Keys and values in braces, as they stood in a file.</summary>
    public static string Flow(Node node) => node switch
    {
        MapNode map => $"{{ {string.Join(", ", map.Entries.Select(e => $"{e.Key.Value}: {Flow(e.Value)}"))} }}",
        TextNode { Value: var number } when double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => number,
        TextNode text => Quoted(text.Value),
        _ => "",
    };
}
