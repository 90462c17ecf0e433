using SimLab.Engine.Statistics;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>How our estimate stands to the published one.</summary>
public enum TrialVerdict
{
    /// <summary>It agrees with what was published.</summary>
    Inside,
    /// <summary>It does not.</summary>
    Outside,
    /// <summary>The trial gave no estimate: nobody was treated, or nothing moved that the outcome divides by.</summary>
    NoEstimate,
}

/// <summary>
/// A published effect in the unit of an outcome: an interval; one number (<paramref name="Centre"/> alone); or a direction (one of
/// <paramref name="Low"/> and <paramref name="High"/>).
/// </summary>
/// <param name="Outcome">The model's counterpart.</param>
/// <param name="Low">Lower end; null: open.</param>
/// <param name="Centre">Central estimate; null: none.</param>
/// <param name="High">Upper end; null: open.</param>
/// <param name="Source">Publication.</param>
public sealed record PublishedEffect(TrialOutcome Outcome, double? Low, double? Centre, double? High, string Source)
{
    /// <summary>Half a unit of the last digit of a single number: it is published no more exactly.</summary>
    public double Rounding { get; init; }

    /// <summary>Whether both ends were published.</summary>
    public bool IsInterval => Low is not null && High is not null && Low < High;

    /// <summary>Whether only a direction was published.</summary>
    public bool IsDirection => Low is null != High is null;

    /// <summary>
    /// An interval holds our mean; a direction is one if all of our 95 % interval lies beyond its end; a single number, as it was rounded,
    /// lies in our 95 % interval.
    /// </summary>
    public TrialVerdict Judge(PairedDifference? ours)
    {
        if (ours is null) return TrialVerdict.NoEstimate;
        var (low, high) = ours.Interval ?? (ours.Mean, ours.Mean);
        var inside = IsInterval ? ours.Mean >= Low && ours.Mean <= High
            : IsDirection ? Low is null ? high < High : low > Low
            : low <= Number + Rounding && Number - Rounding <= high;
        return inside ? TrialVerdict.Inside : TrialVerdict.Outside;
    }

    /// <summary>
    /// Distance from the nearest published number, in half-widths: of the published interval, or of our own where there is none. 0:
    /// inside; null: no estimate, or our interval has no width.
    /// </summary>
    public double? Distance(PairedDifference? ours)
    {
        if (Judge(ours) == TrialVerdict.Inside) return 0;
        if (ours is null) return null;
        var half = IsInterval ? (High - Low) / 2 : (ours.Interval?.High - ours.Interval?.Low) / 2;
        var nearest = IsInterval ? ours.Mean < Low ? Low : High : Number;
        return half > 0 ? (ours.Mean - nearest) / half : null;
    }

    /// <summary>Whether our interval reaches into the published one.</summary>
    public bool Meets(PairedDifference ours) => IsInterval && ours.Interval is var (low, high) && low <= High && high >= Low;

    private double Number => Centre ?? Low ?? High ?? 0;
}
