using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>
/// A number a scenario may set: a measure's lever, a behavioural parameter or a macro path.
/// Found by its <see cref="NumberAttribute"/>, so a new property needs no registration.
/// </summary>
public sealed record Parameter(string Name, PropertyInfo Property, NumberAttribute Number, object Default)
{
    /// <summary>Unit, such as yuan or share.</summary>
    public string Unit => Number.Unit;
    /// <summary>Lowest value allowed.</summary>
    public double Min => Number.Min;
    /// <summary>Highest value allowed.</summary>
    public double Max => Number.Max;
    /// <summary>Source of the documented value.</summary>
    public string Source => Number.Source;

    /// <summary>double, int, long, bool or <see cref="YearPath"/>.</summary>
    public Type Type => Property.PropertyType;

    /// <summary>Value of the parameter in its owner.</summary>
    public object In(object owner) => Property.GetValue(owner)!;

    /// <summary>Only for an owner not yet shared: the properties are init-only.</summary>
    internal void Set(object owner, object value) => Property.SetValue(owner, value);

    /// <summary>The parameters of a record, in the order of declaration.</summary>
    public static ImmutableArray<Parameter> Of(object fresh) =>
    [
        .. from property in fresh.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
           let number = property.GetCustomAttribute<NumberAttribute>()
           where number is not null
           orderby property.DeclaringType == typeof(Measure), property.MetadataToken
           select new Parameter(
               JsonNamingPolicy.CamelCase.ConvertName(property.Name), Checked(property), number, property.GetValue(fresh)!),
    ];

    private static PropertyInfo Checked(PropertyInfo property)
    {
        var type = property.PropertyType;
        if (type != typeof(double) && type != typeof(int) && type != typeof(long) && type != typeof(bool) && type != typeof(YearPath))
            throw new InvalidOperationException(
                $"Bug in SimLab: {property.DeclaringType!.Name}.{property.Name} is a {type.Name}. A number is a double, int, long, bool "
                    + $"or YearPath.");
        if (!property.CanWrite)
            throw new InvalidOperationException(
                $"Bug in SimLab: {property.DeclaringType!.Name}.{property.Name} cannot be set. Give it an init.");
        return property;
    }
}
