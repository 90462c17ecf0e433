using System.Collections.Immutable;

namespace SimLab.Engine.Scenarios;

/// <summary>A place in a file. Line and column count from 1; line 0 is the file as a whole.</summary>
public readonly record struct Position(string File, int Line, int Column)
{
    public override string ToString() => Line == 0 ? Shown(File) : $"{Shown(File)}:{Line}";

    /// <summary>As a person would write the path from where they stand.</summary>
    internal static string Shown(string file)
    {
        if (!Path.IsPathRooted(file)) return NearestWord.Quoted(file);          // not a path at all
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, file);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? file : relative).Replace('\\', '/');
    }
}

/// <summary>One mistake in a scenario, in words for the person who wrote it.</summary>
public sealed record Problem(Position Position, string Message)
{
    public override string ToString() => $"{Position}: {Message}";
}

/// <summary>A scenario cannot be read. The message names each mistake on its own line; there is nothing else to show the user.</summary>
public sealed class ScenarioException(ImmutableArray<Problem> problems, int unlisted = 0) : Exception(Text(problems, unlisted))
{
    public ImmutableArray<Problem> Problems { get; } = problems;

    public string File => Problems[0].Position.File;
    public int Line => Problems[0].Position.Line;
    public int Column => Problems[0].Position.Column;

    private static string Text(ImmutableArray<Problem> problems, int unlisted) =>
        string.Join('\n', problems) + (unlisted == 0 ? "" : $"\n… and {unlisted} more.");
}

/// <summary>Gathers mistakes, so that a user sees all of them at once.</summary>
internal sealed class Problems
{
    private const int Shown = 20;
    private readonly List<Problem> all = [];

    public void Add(Position position, string message) => all.Add(new(position, message));

    /// <summary>For a mistake after which nothing sensible can be read.</summary>
    public ScenarioException Fatal(Position position, string message)
    {
        Add(position, message);
        return Exception();
    }

    public void ThrowIfAny()
    {
        if (all.Count > 0) throw Exception();
    }

    private ScenarioException Exception()
    {
        var byFile = all.Distinct().GroupBy(p => p.Position.File).SelectMany(file => file.OrderBy(p => p.Position.Line)).ToList();
        return new([.. byFile.Take(Shown)], Math.Max(0, byFile.Count - Shown));
    }
}
