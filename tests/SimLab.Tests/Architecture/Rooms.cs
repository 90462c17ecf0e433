using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using SimLab.App;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Pages;

namespace SimLab.Tests.Architecture;

/// <summary>An arrow between two rooms: a type of one uses a type of another.</summary>
/// <param name="From">Namespace of the user.</param>
/// <param name="To">Namespace of what is used.</param>
/// <param name="User">Name of the type that uses.</param>
/// <param name="Used">Name of the type that is used.</param>
internal sealed record Arrow(string From, string To, string User, string Used)
{
    public override string ToString() => $"{From} → {To}: {User} uses {Used}";
}

/// <summary>The rooms of the program, which are its namespaces, and the arrows between them, read from the compiled assemblies.</summary>
internal static class Rooms
{
    private static readonly Lazy<Arrow[]> Read = new(ReadArrows);

    public static IReadOnlyList<Arrow> Arrows => Read.Value;

    /// <summary>Names of types that are not nested, with their namespace.</summary>
    public static IEnumerable<(string Room, string Name)> Types =>
        from assembly in new[] { typeof(Month).Assembly, typeof(ReportInput).Assembly, typeof(Simulation).Assembly, typeof(Cli).Assembly }
        from type in assembly.GetTypes()
        where !type.IsNested && IsOurs(type.Namespace) && !type.Name.StartsWith('<') && type.Name != "_Imports"
        select (type.Namespace!, type.Name.Split('`')[0]);

    /// <summary>
    /// Groups of rooms that reach each other in a circle, each with the arrows within it; none where all arrows point one way.
    /// </summary>
    public static IEnumerable<IReadOnlyList<Arrow>> Circles(IReadOnlyCollection<Arrow> arrows)
    {
        var reached = arrows.Select(arrow => arrow.From).Distinct().ToDictionary(room => room, room => Reach(room, arrows));
        bool InCircle(Arrow arrow) => reached.TryGetValue(arrow.To, out var on) && on.Contains(arrow.From);
        return arrows.Where(InCircle)
            .GroupBy(arrow =>
                string.Join(' ',
                reached[arrow.From].Where(room => reached.TryGetValue(room, out var back) && back.Contains(arrow.From))
                .Order(StringComparer.Ordinal)))
            .Select(group => group.ToArray());
    }

    private static HashSet<string> Reach(string room, IReadOnlyCollection<Arrow> arrows)
    {
        var next = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);
        var reached = new HashSet<string>();
        var waiting = new Stack<string>([room]);
        while (waiting.TryPop(out var here))
            foreach (var to in next[here])
                if (reached.Add(to)) waiting.Push(to);
        return reached;
    }

    private static Arrow[] ReadArrows()
    {
        var architecture = new ArchLoader()
            .LoadAssemblies(typeof(Month).Assembly, typeof(ReportInput).Assembly, typeof(Simulation).Assembly, typeof(Cli).Assembly)
                .Build();
        return
        [
            .. (from type in architecture.Types
                let room = type.Namespace?.FullName
                where IsOurs(room)
                from dependency in type.Dependencies
                where dependency.Target is not GenericParameter
                let used = dependency.Target.Namespace?.FullName
                where IsOurs(used) && used != room
                select new Arrow(room!, used!, type.Name, dependency.Target.Name)).Distinct(),
        ];
    }

    // Orleans writes its serialisers into namespaces of their own.
    private static bool IsOurs(string? room) =>
        room is not null && room.StartsWith("SimLab.", StringComparison.Ordinal)
            && !room.Contains("OrleansCodeGen", StringComparison.Ordinal);
}
