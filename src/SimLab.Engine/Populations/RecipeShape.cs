using System.Collections.Immutable;
using System.Reflection;
using SimLab.Model;
using SimLab.Model.Populations;

namespace SimLab.Engine.Populations;

/// <summary>A figure or table of a recipe: its key in the file ("loans.medium") and its property.</summary>
internal sealed record RecipeEntry(
    string Group, string Name, PropertyInfo GroupProperty, PropertyInfo Property, RecipeFigureAttribute Given)
{
    public string Key => $"{Group}.{Name}";

    public object? Of(PopulationRecipe recipe) => Property.GetValue(GroupProperty.GetValue(recipe));

    /// <summary>Of a table: names of the regions or industries that have a value, in order.</summary>
    public string[] MembersIn(Province province) => Given.By == typeof(Region) ? province.RegionNames() : Enum.GetNames(Given.By!);
}

/// <summary>The keys of a recipe file: the properties of <see cref="PopulationRecipe"/>.</summary>
internal static class RecipeShape
{
    public static readonly ImmutableArray<PropertyInfo> Groups =
        [.. typeof(PopulationRecipe).GetProperties().Where(p => p.PropertyType.GetProperties().Any(IsGiven))];

    public static readonly ImmutableArray<RecipeEntry> Entries =
    [
        .. from theGroup in Groups
           from property in theGroup.PropertyType.GetProperties()
           where IsGiven(property)
           select new RecipeEntry(
               KeyOf(theGroup), KeyOf(property), theGroup, property, property.GetCustomAttribute<RecipeFigureAttribute>()!),
    ];

    public static string KeyOf(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    private static bool IsGiven(PropertyInfo property) => property.GetCustomAttribute<RecipeFigureAttribute>() is not null;
}
