namespace SimLab.Engine.Calibration.Stylised;

/// <summary>A published regularity of firms, beside the model's value.</summary>
/// <param name="Name">Name in words.</param>
/// <param name="Published">The published finding, in words.</param>
/// <param name="Low">Lower end of the published range; NaN: the finding has no number.</param>
/// <param name="High">Upper end of the published range.</param>
/// <param name="Source">Publication.</param>
/// <param name="Ours">Value of the model.</param>
/// <param name="Error">Standard error of the model's value; NaN: unknown.</param>
/// <param name="Note">Caveats of the comparison.</param>
public sealed record StylisedFact(
    string Name, string Published, double Low, double High, string Source, double Ours, double Error, string Note)
{
    /// <summary>
    /// Distance of the model's value from the published range, as a share of its nearer end; 0 inside; NaN where either
    /// is missing.
    /// </summary>
    public double Distance => double.IsNaN(Low) || double.IsNaN(Ours) ? double.NaN
        : Ours < Low ? (Ours - Low) / Math.Abs(Low)
        : Ours > High ? (Ours - High) / Math.Abs(High) : 0;
}

/// <summary>Values by class or bin, to draw.</summary>
/// <param name="Title">Title of the chart.</param>
/// <param name="Labels">Labels under the bars.</param>
/// <param name="Values">Heights of the bars.</param>
/// <param name="Published">Published values; empty: none to compare.</param>
public sealed record Shape(string Title, string[] Labels, double[] Values, double[] Published);
