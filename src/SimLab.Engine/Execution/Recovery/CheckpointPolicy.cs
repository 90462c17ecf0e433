using System.Diagnostics;

namespace SimLab.Engine.Execution.Recovery;

/// <summary>
/// When a run keeps a checkpoint: every so many months; or, left to itself, when a minute would be lost, and never so often
/// that keeping takes more than a twentieth of the time. It changes nothing in the result.
/// </summary>
public sealed class CheckpointPolicy(int? months)
{
    private const int AtMostOneIn = 20;
    private static readonly TimeSpan WorthSaving = TimeSpan.FromMinutes(1);

    private long _kept = Stopwatch.GetTimestamp();
    private TimeSpan _cost;
    private int _since;

    /// <summary>One more month has been lived.</summary>
    public bool IsDue()
    {
        _since++;
        if (months is { } every) return _since >= every;
        var elapsed = Stopwatch.GetElapsedTime(_kept);
        return elapsed >= WorthSaving && elapsed >= _cost * AtMostOneIn;
    }

    /// <summary>A checkpoint was kept or gone back to.</summary>
    public void Saved(TimeSpan cost = default)
    {
        if (cost > TimeSpan.Zero) _cost = cost;
        (_kept, _since) = (Stopwatch.GetTimestamp(), 0);
    }
}
