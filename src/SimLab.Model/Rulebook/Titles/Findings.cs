namespace SimLab.Model.Rulebook;

/// <summary>Outcome of a condition, ordered so that "and" is the minimum and "or" the maximum.</summary>
public enum Verdict : byte { Fail, CannotJudge, Pass }

/// <summary>
/// One line of a judgement. A condition has an outcome; an item of a score has points.
/// Group 0: the condition must hold. Within a group above 0, all conditions of any one branch are enough.
/// </summary>
public readonly record struct Finding(
    Condition Condition, double Value, double Threshold, Verdict Outcome,
    double Points, double MaxPoints, byte Group, byte Branch, Facts Needs)
{
    /// <summary>The line is a scored item, not a condition.</summary>
    public bool IsItem => MaxPoints > 0;
}

/// <summary>Points, or their range while facts are missing.</summary>
public readonly record struct Points(double Least, double Most)
{
    /// <summary>Adds points and their ranges.</summary>
    public static Points operator +(Points a, Points b) => new(a.Least + b.Least, a.Most + b.Most);

    /// <summary>The same points, at most <paramref name="cap"/>.</summary>
    public Points CappedAt(double cap) => new(Math.Min(cap, Least), Math.Min(cap, Most));
}

/// <summary>
/// Records the lines of a judgement in the caller's span, if there is one, and evaluates missing facts in three-valued
/// logic. With an empty span it stores only the running result: the simulation judges without allocating, the command
/// line shows every line, and both run the same code.
/// </summary>
public ref struct Findings(Span<Finding> lines)
{
    /// <summary>Length of a span that holds the lines of any title.</summary>
    public const int Enough = 32;

    private readonly Span<Finding> _lines = lines;
    private Facts _missing;

    /// <summary>Number of lines of the last judgement, including those that did not fit the span.</summary>
    public int Count { get; private set; }

    /// <summary>Score of the last judgement; with missing facts, a range.</summary>
    public Points Score { get; private set; }

    /// <summary>Outcome of the last judgement.</summary>
    public Verdict Verdict { get; private set; }

    /// <summary>Missing facts that some line needed.</summary>
    public Facts Lacks { get; private set; }

    /// <summary>Recorded lines of the last judgement.</summary>
    public readonly ReadOnlySpan<Finding> Lines => _lines[..Math.Min(Count, _lines.Length)];

    /// <summary>Begins a judgement.</summary>
    internal void Open(in FirmFacts facts)
    {
        _missing = facts.Missing;
        Count = 0;
        Score = default;
        Verdict = Verdict.Fail;
        Lacks = Facts.None;
    }

    internal Verdict AtLeast(Condition condition, double value, double bound, Facts needs, byte group = 0, byte branch = 0) =>
        Check(condition, value, bound, value >= bound, needs, group, branch);

    internal Verdict AtMost(Condition condition, double value, double bound, Facts needs, byte group = 0, byte branch = 0) =>
        Check(condition, value, bound, value <= bound, needs, group, branch);

    internal Verdict Is(Condition condition, bool holds, Facts needs, byte group = 0, byte branch = 0) =>
        Check(condition, holds ? 1 : 0, 1, holds, needs, group, branch);

    /// <summary>Records a condition that the caller has evaluated.</summary>
    internal Verdict Check(Condition condition, double value, double bound, bool pass, Facts needs, byte group = 0, byte branch = 0)
    {
        var lacking = needs & _missing;
        Lacks |= lacking;
        var outcome = lacking != 0 ? Verdict.CannotJudge : pass ? Verdict.Pass : Verdict.Fail;
        Write(new(condition, value, bound, outcome, 0, 0, group, branch, needs));
        return outcome;
    }

    /// <summary>Records an item of the score.</summary>
    internal Points Item(Condition condition, double value, double points, double most, Facts needs)
    {
        var lacking = needs & _missing;
        Lacks |= lacking;
        Write(new(condition, value, double.NaN, lacking != 0 ? Verdict.CannotJudge : Verdict.Pass, points, most, 0, 0, needs));
        return lacking != 0 ? new(0, most) : new(points, points);
    }

    /// <summary>
    /// Records a condition on a sum of points; with missing facts it is decided once no missing fact can change it.
    /// </summary>
    internal Verdict Scored(Condition condition, Points points, double bound, bool strictly = false, byte group = 0, byte branch = 0)
    {
        var outcome = Passes(points.Least) ? Verdict.Pass : Passes(points.Most) ? Verdict.CannotJudge : Verdict.Fail;
        Write(new(condition, points.Least, bound, outcome, 0, 0, group, branch, Facts.None));
        return outcome;

        bool Passes(double sum) => strictly ? sum > bound : sum >= bound;
    }

    /// <summary>Ends a judgement: true only when the title is earned for certain.</summary>
    internal bool Close(Verdict verdict, Points score = default)
    {
        Verdict = verdict;
        Score = score;
        return verdict == Verdict.Pass;
    }

    private void Write(Finding line)
    {
        if (Count < _lines.Length) _lines[Count] = line;
        Count++;
    }
}

/// <summary>"And" and "or" of outcomes.</summary>
internal static class Verdicts
{
    public static Verdict And(this Verdict a, Verdict b) => a < b ? a : b;

    public static Verdict Or(this Verdict a, Verdict b) => a > b ? a : b;
}
