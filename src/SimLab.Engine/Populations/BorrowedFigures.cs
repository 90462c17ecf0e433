using System.Globalization;
using SimLab.Model;
using SimLab.Model.Populations;
using YamlDotNet.RepresentationModel;

namespace SimLab.Engine.Populations;

/// <summary>
/// What is not known of a province is taken from the population of another, and says so: counts and amounts in
/// proportion to the scale, shares and means as they are. Tables by region are not taken, since the regions are others.
/// </summary>
internal sealed class BorrowedFigures
{
    private static readonly RecipeFigureAttribute Given = new("times", 0.001, 1_000);
    private static readonly string[] Keys = ["value", "source"];

    private readonly PopulationRecipe _from;
    private readonly double _scale = 1;
    private readonly string _source = "";

    /// <param name="from">The population of the other province.</param>
    /// <param name="yaml">The file that extends it.</param>
    /// <param name="scale">Size of the province relative to the other; null: the same.</param>
    public BorrowedFigures(PopulationRecipe from, RecipeYaml yaml, YamlNode? scale)
    {
        _from = from;
        if (scale is null) return;
        var map = yaml.Map(scale, "scale");
        yaml.AllowOnly(map, "scale", Keys);
        var value = yaml.Required(map, "value", "scale");
        _scale = new FigureReader(yaml).Number(value, "scale", Given);
        _source = string.Create(CultureInfo.InvariantCulture, $" times {_scale} ({yaml.Scalar(map, "source", "scale")})");
    }

    /// <summary>The figure or table, marked; null: a table by region.</summary>
    public object? Of(RecipeEntry entry)
    {
        if (entry.Given.By == typeof(Region)) return null;
        return entry.Of(_from) switch
        {
            Figure figure when IsTotal(figure.Unit) => figure with
            {
                Value = IsCount(figure.Unit) ? Math.Round(figure.Value * _scale) : Math.Round(figure.Value * _scale, 2),
                Tag = Confidence.Assumed,
                Source = Source(figure.Source, _source),
            },
            Figure figure => figure with { Tag = Confidence.Assumed, Source = Source(figure.Source, "") },
            RecipeTable table => table with
            {
                Tag = Confidence.Assumed,
                Source = Source(table.Source, ""),
                Cells = [.. table.Cells.Select(cell => cell with { Tag = Confidence.Assumed, Source = Source(cell.Source, "") })],
            },
            _ => null,
        };
    }

    private string Source(string source, string scaled) => $"assumed, taken from {_from.Province.Name}{scaled}: {source}";

    private static bool IsCount(string unit) => unit is "firms" or "agents" or "slots";

    private static bool IsTotal(string unit) => IsCount(unit)
        || unit.StartsWith("100 million yuan", StringComparison.Ordinal) && !unit.Contains("per borrower", StringComparison.Ordinal);
}
