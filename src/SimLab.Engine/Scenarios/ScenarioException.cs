using System.Collections.Immutable;
using SimLab.Model;

namespace SimLab.Engine.Scenarios;

/// <summary>A position in a file. Line and column count from 1; line 0 is the file as a whole.</summary>
public readonly record struct Position(string File, int Line, int Column)
{
    public override string ToString() => Line == 0 ? Shown(File) : $"{Shown(File)}:{Line}";

    /// <summary>The path as a person would write it from the current directory.</summary>
    internal static string Shown(string file)
    {
        if (!Path.IsPathRooted(file)) return NearestWord.Quoted(file);          // not a path at all
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, file);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? file : relative).Replace('\\', '/');
    }
}

/// <summary>One error in a scenario, worded for its author.</summary>
public sealed record Problem(Position Position, Sentence What)
{
    /// <summary>The error in English, without its position.</summary>
    public string Message => What.ToString();

    /// <summary>With its position.</summary>
    public Sentence Sentence => $"{Position}: {What}";

    public override string ToString() => Sentence.ToString();
}

/// <summary>A scenario is invalid. The message lists each error on its own line, ready for the user.</summary>
/// <param name="problems">The errors, at least one.</param>
/// <param name="unlisted">Number of further errors.</param>
/// <param name="formerNames">Former names that were read, since errors use the current names.</param>
public sealed class ScenarioException(ImmutableArray<Problem> problems, int unlisted, ImmutableArray<FormerName> formerNames)
    : SentenceException(Text(problems, unlisted, formerNames))
{
    /// <summary>The errors, at least one.</summary>
    public ImmutableArray<Problem> Problems { get; } = problems;

    /// <summary>Former names read before the errors were found.</summary>
    public ImmutableArray<FormerName> FormerNames { get; } = formerNames;

    /// <summary>File of the first error.</summary>
    public string File => Problems[0].Position.File;
    /// <summary>Line of the first error, from 1; 0: the whole file.</summary>
    public int Line => Problems[0].Position.Line;
    /// <summary>Column of the first error, from 1.</summary>
    public int Column => Problems[0].Position.Column;

    private static Sentence Text(ImmutableArray<Problem> problems, int unlisted, ImmutableArray<FormerName> formerNames) =>
        Sentence.Lines(
        [
            .. problems.Select(problem => problem.Sentence),
            .. unlisted == 0 ? [] : new Sentence[] { $"… and {unlisted} more." },
            .. formerNames.Select(name => name.Sentence),
        ]);
}

/// <summary>Collects errors, so that a user sees all of them at once.</summary>
internal sealed class Problems
{
    private const int Shown = 20;
    private readonly List<Problem> all = [];
    private readonly List<FormerName> former = [];

    /// <summary>Former names that were read, each once however often its file was read.</summary>
    public ImmutableArray<FormerName> FormerNames => [.. former.Distinct()];

    public void Add(Position position, Sentence message) => all.Add(new(position, message));

    /// <summary>Notes a former name, which is not an error.</summary>
    public void Note(Position position, string word, string today) =>
        former.Add(new(position.File, position.Line, word, today));

    /// <summary>Adds the former names of a file that was read separately.</summary>
    public void Note(ImmutableArray<FormerName> names) => former.AddRange(names);

    /// <summary>Adds the errors and former names of a file that was read separately.</summary>
    public void Add(ScenarioException mistakes)
    {
        all.AddRange(mistakes.Problems);
        Note(mistakes.FormerNames);
    }

    /// <summary>For an error after which reading cannot continue.</summary>
    public ScenarioException Fatal(Position position, Sentence message)
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
        var byFile = all.DistinctBy(problem => (problem.Position, problem.Message))
            .GroupBy(p => p.Position.File).SelectMany(file => file.OrderBy(p => p.Position.Line)).ToList();
        return new([.. byFile.Take(Shown)], Math.Max(0, byFile.Count - Shown), FormerNames);
    }
}
