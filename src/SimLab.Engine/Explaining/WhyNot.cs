namespace SimLab.Engine.Explaining;

/// <summary>What keeps firms that do R&amp;D from a title, in one world at one filing. Its JSON keys are a contract. Counts are of firms: agents by their weights.</summary>
public sealed record WhyNot
{
    public required string Title { get; init; }
    public required string Month { get; init; }
    public required int Replicate { get; init; }

    /// <summary>"policy" or "baseline".</summary>
    public required string Arm { get; init; }
    public required string ArmName { get; init; }

    /// <summary>Document and clause that judge.</summary>
    public required string Law { get; init; }
    public required string WorldHash { get; init; }

    /// <summary>Firms that hold the title already.</summary>
    public required long Holders { get; init; }

    /// <summary>Of those who meet every condition, or not: how many filed in the month.</summary>
    public required long FiledThoughFailing { get; init; }
    public required long FiledAndMeeting { get; init; }

    public required Stopped Total { get; init; }
    public required IReadOnlyList<Stopped> Regions { get; init; }
    public required IReadOnlyList<Stopped> Industries { get; init; }

    public string ToJson() => ExplainJson.Of(this);
}

/// <summary>Firms of one place without the title, and what stops them.</summary>
/// <param name="Name">A region, an industry, or "all".</param>
/// <param name="NameZh">Null where there is none.</param>
/// <param name="Firms">Do R&amp;D, are in business, hold no such title.</param>
/// <param name="Meeting">Of them, meet every condition.</param>
/// <param name="OneStepAway">Of them, fail one condition only.</param>
/// <param name="Conditions">What stops them, the most frequent first.</param>
public sealed record Stopped(string Name, string? NameZh, long Firms, long Meeting, long OneStepAway, IReadOnlyList<StoppingCondition> Conditions);

/// <summary>A condition and how many it stops.</summary>
/// <param name="Condition">Its id in the rulebook.</param>
/// <param name="OrElse">Other ways of the law round it, none of which these firms have.</param>
/// <param name="Firms">Fail it.</param>
/// <param name="Alone">Fail it and nothing else.</param>
public sealed record StoppingCondition(string Condition, IReadOnlyList<string> OrElse, long Firms, long Alone);
