namespace SimLab.Engine.Calibration.Stylised;

/// <summary>A regularity of firms that is known from elsewhere, beside the model's.</summary>
/// <param name="Name">In words.</param>
/// <param name="Published">As published.</param>
/// <param name="Low">Lower end of what is published; NaN: no number was found, only that it is so.</param>
/// <param name="High">Upper end.</param>
/// <param name="Source">Where.</param>
/// <param name="Ours">The model's.</param>
/// <param name="Error">Standard error of ours where it can be said; else NaN.</param>
/// <param name="Note">What must be known to compare them.</param>
public sealed record StylisedFact(string Name, string Published, double Low, double High, string Source, double Ours, double Error, string Note)
{
    /// <summary>How far ours lies outside the published range, as a share of its nearer end; 0 inside; NaN where nothing was published or nothing seen.</summary>
    public double Distance => double.IsNaN(Low) || double.IsNaN(Ours) ? double.NaN
        : Ours < Low ? (Ours - Low) / Math.Abs(Low)
        : Ours > High ? (Ours - High) / Math.Abs(High) : 0;
}

/// <summary>Values by class or bin, to be drawn.</summary>
/// <param name="Title">What is drawn.</param>
/// <param name="Labels">Under the bars.</param>
/// <param name="Values">Heights.</param>
/// <param name="Published">The same as published; empty: nothing to compare.</param>
public sealed record Shape(string Title, string[] Labels, double[] Values, double[] Published);
