using System.Globalization;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using Spectre.Console;

namespace SimLab.App.Console;

/// <summary>Prints a lever or an assumption: name, value, unit and range on one line, its source below.</summary>
internal static class ParameterLines
{
    /// <param name="console">Where it is printed.</param>
    /// <param name="parameter">The lever or assumption.</param>
    /// <param name="below">A line below its source; null: none.</param>
    public static void WriteParameter(this IAnsiConsole console, Parameter parameter, string? below = null)
    {
        var confidence = parameter.Number is AssumptionAttribute assumption ? $"{assumption.Confidence}. " : "";
        console.WriteLine(
            $"  {parameter.Name} = {Shown(parameter.Default)}  [{Number(parameter.Min)}, {Number(parameter.Max)}] {parameter.Unit}");
        var text = confidence + parameter.Source + (below is null ? "" : $"\n{below}");
        console.Write(new Padder(new Text(text), new Padding(6, 0, 0, 0)));
    }

    private static string Shown(object value) => value switch
    {
        YearPath path => string.Join(", ", path.ByYear.Select(y => $"{y.Key}: {Number(y.Value)}")),
        bool yes => yes ? "true" : "false",
        _ => Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
    };

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 1e5 ? "N0" : "0.######", CultureInfo.InvariantCulture);
}
