using System.Reflection;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Economy;

namespace SimLab.App.Describing;

/// <summary>
/// The names a page may use: behavioural parameters and macro parameters by themselves, types of the model and its
/// executor, and <c>Type.Member</c>.
/// </summary>
internal static class CodeNames
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly ILookup<string, Type> Types = typeof(Month).Assembly.GetTypes()
        .Concat(typeof(Simulation).Assembly.GetTypes().Where(type => type.Namespace == typeof(Simulation).Namespace))
        .ToLookup(type => type.Name.Split('`')[0]);

    /// <summary>The name as readers see it: its last part.</summary>
    /// <exception cref="DescribingException">The code has no such name.</exception>
    public static string Shown(string name, string page)
    {
        var parts = name.Split('.');
        var known = parts.Length switch
        {
            1 => IsBehavioural(name) || typeof(Macro).GetProperty(name) is not null || Types[name].Any(),
            2 => Types[parts[0]].Any(type => type.GetMember(parts[1], Any).Length > 0),
            _ => false,
        };
        return known ? parts[^1]
            : throw new DescribingException(
            $"{page} speaks of {name}, which the model does not have. Write a number of the register, a type or Type.Member.");
    }

    /// <summary>Whether the name is a behavioural parameter.</summary>
    public static bool IsBehavioural(string name) => typeof(BehaviouralParameters).GetProperty(name) is not null;
}
