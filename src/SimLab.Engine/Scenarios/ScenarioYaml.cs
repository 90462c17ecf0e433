using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SimLab.Model;

namespace SimLab.Engine.Scenarios;

/// <summary>Pieces of scenario files that SimLab itself writes.</summary>
internal static class ScenarioYaml
{
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As a file in the folder would name another, with slashes.</summary>
    public static string Relative(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    /// <summary>In double quotes, as YAML and JSON have it.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);

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
        TextNode text => Quoted(text.Value),
        _ => "",
    };
}
