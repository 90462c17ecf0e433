using System.Globalization;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using Spectre.Console;

namespace SimLab.App.Console;

/// <summary>Prints a lever: name, value, unit and range on one line, its source below.</summary>
internal static class ParameterLines
{
    /// <param name="console">Where it is printed.</param>
    /// <param name="measure">Name of its measure.</param>
    /// <param name="parameter">The lever.</param>
    /// <param name="below">A line below its source; null: none.</param>
    public static void WriteLever(this IAnsiConsole console, string measure, Parameter parameter, string? below)
    {
        var name = Term.Name(parameter.Name, $"{ParameterTexts.Of(measure, parameter).Zh} {parameter.Name}");
        var unit = ParameterTexts.Unit(parameter);
        var line = ConsoleTexts.Say($"{name} = {Shown(parameter.Default)}  [{Number(parameter.Min)}, {Number(parameter.Max)}] "
            + $"{Term.Name(unit.En, unit.Zh)}");
        console.WriteLine($"  {line}");
        var text = ConsoleTexts.Say(SourceTexts.Of(parameter)) + (below is null ? "" : $"\n{below}");
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
