using SimLab.Model;
namespace SimLab.Engine.Execution.Recovery;

/// <summary>Losses and recoveries of a run and their cost. Not part of the result.</summary>
public sealed record RecoveryReport
{
    /// <summary>Times the run was resumed after its driving process was gone.</summary>
    public int Resumed { get; set; }

    /// <summary>Times a silo of the run was lost, or did not answer for too long.</summary>
    public int Losses { get; set; }

    /// <summary>Months simulated again.</summary>
    public int MonthsReplayed { get; set; }

    /// <summary>Time from the first sign of a loss until the run was back at the same month, seconds.</summary>
    public double SecondsLost { get; set; }

    /// <summary>Times the districts were redistributed because a silo had joined.</summary>
    public int Rebalanced { get; set; }

    /// <summary>Checkpoints saved.</summary>
    public int Checkpoints { get; set; }
    /// <summary>Time to save them, seconds.</summary>
    public double CheckpointSeconds { get; set; }

    /// <summary>Whether the run was resumed, lost a silo, replayed months or moved districts.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Anything => Resumed + Losses + MonthsReplayed + Rebalanced > 0;

    /// <summary>
    /// For users, such as
    /// "Recovered: resumed once; silos lost or silent twice; 2 months re-simulated (identical); 3.1 s lost."
    /// </summary>
    public Sentence InWords()
    {
        List<Sentence> parts = [];
        if (Resumed > 0) parts.Add($"resumed {Times(Resumed)}");
        if (Losses > 0) parts.Add($"silos lost or silent {Times(Losses)}");
        if (Rebalanced > 0) parts.Add($"districts redistributed {Times(Rebalanced)} for a silo that joined");
        if (MonthsReplayed > 0) parts.Add(
            MonthsReplayed == 1 ? Sentence.Of($"1 month re-simulated (identical)")
            : $"{MonthsReplayed} months re-simulated (identical)");
        return $"Recovered: {WordList.Clauses(parts)}; {SecondsLost:0.0} s lost.";
    }

    private static Sentence Times(int n) => n switch { 1 => Sentence.Of($"once"), 2 => $"twice", _ => $"{n} times" };
}
