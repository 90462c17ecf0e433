using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using SimLab.Engine.Populations;
using SimLab.Model;
using SimLab.Model.Economy;

namespace SimLab.Engine.Calibration;

/// <summary>
/// Parts of the program that read a parameter, found in the compiled code, so that the register cannot differ: every
/// type with a method that calls the number's getter. A type has the name of its file.
/// </summary>
public static class Readers
{
    private const byte Call = 0x28, CallVirtual = 0x6F;
    private const BindingFlags Any =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Type[] Registers =
        [typeof(BehaviouralParameters), typeof(Macro), .. RecipeShape.Groups.Select(group => group.PropertyType)];

    /// <summary>Names of types by the number's property, such as "BehaviouralParameters.GrowthSpread".</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> All { get; } = Find();

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Find()
    {
        var read = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var type in new[] { typeof(Month).Assembly, typeof(Readers).Assembly }.SelectMany(assembly => assembly.GetTypes()))
        {
            // a record reads itself to compare and print
            if (Registers.Contains(Outer(type))) continue;
            foreach (var method in type.GetMethods(Any).Cast<MethodBase>().Concat(type.GetConstructors(Any)))
                foreach (var getter in GettersCalledBy(method))
                {
                    if (!read.TryGetValue(getter, out var types)) read.Add(getter, types = new(StringComparer.Ordinal));
                    types.Add(Outer(type).Name);
                }
        }
        return read.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal);
    }

    private static IEnumerable<string> GettersCalledBy(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code) yield break;
        for (var i = 0; i + 4 < code.Length; i++)
        {
            // Tries every byte as a call; a byte that is none resolves to no getter of ours.
            if (code[i] is not (Call or CallVirtual) || Called(method, BitConverter.ToInt32(code, i + 1)) is not { } called) continue;
            if (Registers.Contains(called.DeclaringType)
                && called.Name.StartsWith("get_", StringComparison.Ordinal))
                yield return $"{called.DeclaringType!.Name}.{called.Name["get_".Length..]}";
        }
    }

    private static MethodBase? Called(MethodBase method, int token)
    {
        if (token >>> 24 is not (0x06 or 0x0A)) return null;              // a method, or a reference to one
        try
        {
            return method.Module.ResolveMethod(
                token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (Exception e)
            when (e is ArgumentException or BadImageFormatException or MissingMethodException or TypeLoadException or FileNotFoundException)
        {
            return null;
        }
    }

    // Closures and state machines belong to the type that contains their source.
    private static Type Outer(Type type)
    {
        while (type.DeclaringType is { } outer && (type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.IsNested)) type = outer;
        return type;
    }
}
