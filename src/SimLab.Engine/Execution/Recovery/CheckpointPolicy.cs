using System.Diagnostics;

namespace SimLab.Engine.Execution.Recovery;

/// <summary>
/// Decides when a run saves a checkpoint: every given number of months; by default when a minute of work would be lost,
/// but spending at most a twentieth of the time on it. Does not affect results.
/// </summary>
/// <param name="months">Months between checkpoints; null: by time.</param>
public sealed class CheckpointPolicy(int? months)
{
    private const int AtMostOneIn = 20;
    private static readonly TimeSpan WorthSaving = TimeSpan.FromMinutes(1);

    private long _kept = Stopwatch.GetTimestamp();
    private TimeSpan _cost;
    private int _since;

    /// <summary>Counts one more simulated month. Returns whether a checkpoint is due.</summary>
    public bool IsDue()
    {
        _since++;
        if (months is { } every) return _since >= every;
        var elapsed = Stopwatch.GetElapsedTime(_kept);
        return elapsed >= WorthSaving && elapsed >= _cost * AtMostOneIn;
    }

    /// <summary>Restarts the interval: a checkpoint was saved, at the given cost, or restored.</summary>
    public void Saved(TimeSpan cost = default)
    {
        if (cost > TimeSpan.Zero) _cost = cost;
        (_kept, _since) = (Stopwatch.GetTimestamp(), 0);
    }
}
