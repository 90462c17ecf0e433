namespace SimLab.Engine.Explaining;

/// <summary>
/// Conditions that stop firms with R&amp;D from earning a title, in one world at one filing. Its JSON keys are a
/// contract. Counts are of firms: enterprises times their weights.
/// </summary>
public sealed record WhyNot
{
    /// <summary>Id of the title, snake_case.</summary>
    public required string Title { get; init; }
    /// <summary>Month of the filing, as 2023-08.</summary>
    public required string Month { get; init; }
    /// <summary>Number of the replicate, from 0.</summary>
    public required int Replicate { get; init; }

    /// <summary>"policy" or "baseline".</summary>
    public required string Arm { get; init; }
    /// <summary>Name of the arm's scenario.</summary>
    public required string ArmName { get; init; }
    /// <summary>The same in Chinese; null: it has none.</summary>
    public string? ArmNameZh { get; init; }

    /// <summary>Document and clause of the rule version applied.</summary>
    public required string Law { get; init; }
    /// <summary>Hash of the world, equal in the recording and the replay.</summary>
    public required string WorldHash { get; init; }

    /// <summary>Firms that already hold the title.</summary>
    public required long Holders { get; init; }

    /// <summary>Firms that filed in the month without meeting every condition.</summary>
    public required long FiledThoughFailing { get; init; }
    /// <summary>Firms that filed in the month and meet every condition.</summary>
    public required long FiledAndMeeting { get; init; }

    /// <summary>The whole province.</summary>
    public required Stopped Total { get; init; }
    /// <summary>By region; regions without such firms are omitted.</summary>
    public required IReadOnlyList<Stopped> Regions { get; init; }
    /// <summary>By industry; industries without such firms are omitted.</summary>
    public required IReadOnlyList<Stopped> Industries { get; init; }

    /// <summary>The answer as indented JSON with camelCase keys.</summary>
    public string ToJson() => ExplainJson.Of(this);
}

/// <summary>Firms of one place without the title, and the conditions that stop them.</summary>
/// <param name="Name">A region, an industry, or "all".</param>
/// <param name="NameZh">Chinese name; null where there is none.</param>
/// <param name="Firms">Firms in business that do R&amp;D and do not hold the title.</param>
/// <param name="Meeting">Of them, firms that meet every condition.</param>
/// <param name="OneStepAway">Of them, firms that fail exactly one condition.</param>
/// <param name="Conditions">Failed conditions, the most frequent first.</param>
public sealed record Stopped(
    string Name, string? NameZh, long Firms, long Meeting, long OneStepAway, IReadOnlyList<StoppingCondition> Conditions);

/// <summary>A condition and the number of firms it stops.</summary>
/// <param name="Condition">Its id in the rulebook.</param>
/// <param name="OrElse">Alternatives under the law, none of which these firms have.</param>
/// <param name="Firms">Firms that fail it.</param>
/// <param name="Alone">Firms that fail only this condition.</param>
public sealed record StoppingCondition(string Condition, IReadOnlyList<string> OrElse, long Firms, long Alone);
