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
/// <param name="problems">The mistakes, at least one.</param>
/// <param name="unlisted">How many more there are.</param>
/// <param name="formerNames">Former words that were read, since mistakes name what they are called now.</param>
public sealed class ScenarioException(ImmutableArray<Problem> problems, int unlisted, ImmutableArray<FormerName> formerNames)
    : Exception(Text(problems, unlisted, formerNames))
{
    public ImmutableArray<Problem> Problems { get; } = problems;

    /// <summary>Former words that were read before the mistakes stopped it.</summary>
    public ImmutableArray<FormerName> FormerNames { get; } = formerNames;

    public string File => Problems[0].Position.File;
    public int Line => Problems[0].Position.Line;
    public int Column => Problems[0].Position.Column;

    private static string Text(ImmutableArray<Problem> problems, int unlisted, ImmutableArray<FormerName> formerNames) =>
        string.Join('\n', problems) + (unlisted == 0 ? "" : $"\n… and {unlisted} more.") + string.Concat(formerNames.Select(name => $"\n{name}"));
}

/// <summary>Gathers mistakes, so that a user sees all of them at once.</summary>
internal sealed class Problems
{
    private const int Shown = 20;
    private readonly List<Problem> all = [];
    private readonly List<FormerName> former = [];

    /// <summary>Former words that were read, each once however often its file was read.</summary>
    public ImmutableArray<FormerName> FormerNames => [.. former.Distinct()];

    public void Add(Position position, string message) => all.Add(new(position, message));

    /// <summary>A former word was read, which is no mistake.</summary>
    public void Note(Position position, string word, string today) =>
        former.Add(new($"{Position.Shown(position.File)}, line {position.Line}", word, today));

    /// <summary>Former words of a file that was read by itself.</summary>
    public void Note(ImmutableArray<FormerName> names) => former.AddRange(names);

    /// <summary>Mistakes and former words of a file that was read by itself.</summary>
    public void Add(ScenarioException mistakes)
    {
        all.AddRange(mistakes.Problems);
        Note(mistakes.FormerNames);
    }

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
        return new([.. byFile.Take(Shown)], Math.Max(0, byFile.Count - Shown), FormerNames);
    }
}
