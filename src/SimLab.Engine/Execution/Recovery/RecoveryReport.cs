namespace SimLab.Engine.Execution.Recovery;

/// <summary>What a run went through and what it cost. Nothing of it is in the result.</summary>
public sealed record RecoveryReport
{
    /// <summary>Times it was taken up again after the process that drove it had gone.</summary>
    public int Resumed { get; set; }

    /// <summary>Times a silo it lived on was lost, or did not answer for too long.</summary>
    public int Losses { get; set; }

    /// <summary>Months that were lived once more.</summary>
    public int MonthsReplayed { get; set; }

    /// <summary>From the first sign of a loss until the run was back where it had been, seconds.</summary>
    public double SecondsLost { get; set; }

    /// <summary>Times its districts were dealt out anew because a silo had joined.</summary>
    public int Rebalanced { get; set; }

    public int Checkpoints { get; set; }
    public double CheckpointSeconds { get; set; }

    [System.Text.Json.Serialization.JsonIgnore]
    public bool Anything => Resumed + Losses + MonthsReplayed + Rebalanced > 0;

    /// <summary>For a person: "Recovered: resumed once; silos lost or silent twice; 2 months re-simulated (identical); 3.1 s lost."</summary>
    public string InWords()
    {
        List<string> parts = [];
        if (Resumed > 0) parts.Add($"resumed {Times(Resumed)}");
        if (Losses > 0) parts.Add($"silos lost or silent {Times(Losses)}");
        if (Rebalanced > 0) parts.Add($"districts redistributed {Times(Rebalanced)} for a silo that joined");
        if (MonthsReplayed > 0) parts.Add($"{MonthsReplayed} {(MonthsReplayed == 1 ? "month" : "months")} re-simulated (identical)");
        var said = string.Join("; ", parts);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Recovered: {said}; {SecondsLost:0.0} s lost.");
    }

    private static string Times(int n) => n switch { 1 => "once", 2 => "twice", _ => $"{n} times" };
}
