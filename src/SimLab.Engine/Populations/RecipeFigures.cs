using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using SimLab.Model;
using SimLab.Model.Populations;

namespace SimLab.Engine.Populations;

/// <summary>Single figures of a recipe that an experiment varies, by their key, such as "loans.medium".</summary>
internal static class RecipeFigures
{
    /// <summary>The figures that can be varied: all but published totals, which nothing is made from.</summary>
    public static ImmutableArray<RecipeEntry> All { get; } =
    [
        .. RecipeShape.Entries.Where(entry =>
            entry.Property.PropertyType == typeof(Figure) && entry.GroupProperty.Name != nameof(PopulationRecipe.Published)),
    ];

    /// <summary>The figure of that key; null: there is none.</summary>
    public static RecipeEntry? Find(string key) => All.FirstOrDefault(entry => entry.Key == key);

    /// <summary>Value of a figure in the recipe.</summary>
    public static double In(this RecipeEntry entry, PopulationRecipe recipe) => ((Figure)entry.Of(recipe)!).Value;

    /// <summary>The recipe with other values of some figures.</summary>
    public static PopulationRecipe With(this PopulationRecipe recipe, IEnumerable<KeyValuePair<string, double>> figures)
    {
        // Copies that no other code has seen: the properties are init-only.
        var turned = recipe with { };
        foreach (var (key, value) in figures)
        {
            var entry = Find(key) ?? throw new InvalidOperationException($"Bug in SimLab: the recipe has no figure {key}.");
            var group = Copy(entry.GroupProperty.GetValue(turned)!);
            entry.Property.SetValue(group, (Figure)entry.Property.GetValue(group)! with { Value = value });
            entry.GroupProperty.SetValue(turned, group);
        }
        return turned;
    }

    /// <summary>The figures as text, equal if they are: "loans.medium=300".</summary>
    public static string Written(IEnumerable<KeyValuePair<string, double>> figures) =>
        string.Join(' ', figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Key}={figure.Value:R}")));

    // What `with` does for a record whose type is known.
    private static object Copy(object record) =>
        record.GetType().GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance)!.Invoke(record, null)!;
}
