using System.Collections.Immutable;
using SimLab.Model;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>An effect that others measured and that the model does or does not pose as a trial.</summary>
/// <param name="Id">Its name in the file.</param>
/// <param name="Name">Its name for readers, in both languages.</param>
public abstract record MeasuredEffect(string Id, Term Name);

/// <summary>An effect for which today's model has no mechanism.</summary>
/// <param name="Id">Its name in the file.</param>
/// <param name="Name">Its name for readers.</param>
/// <param name="Published">What was found.</param>
/// <param name="Source">Publication.</param>
/// <param name="Why">What the model lacks.</param>
public sealed record UnposedEffect(string Id, Term Name, Term Published, string Source, Term Why) : MeasuredEffect(Id, Name);

/// <summary>An effect that is measured again inside the model, as a randomised trial.</summary>
/// <param name="Id">Its name in the file.</param>
/// <param name="Name">Its name for readers.</param>
/// <param name="Eligible">Firms of which a random half is treated.</param>
/// <param name="Treatment">What treated firms get.</param>
/// <param name="TreatmentWords">The same for readers.</param>
/// <param name="Months">Months from the first under treatment to the last that is read.</param>
/// <param name="Reads">Months at the end of which flows are added up.</param>
/// <param name="Outcomes">What is compared with what was published.</param>
/// <param name="Grades">Levers whose effect the trial examines, as Measure.lever.</param>
public sealed record EffectTrial(
    string Id, Term Name, EligibleFirms Eligible, TrialTreatment Treatment, string TreatmentWords, int Months, int Reads,
    ImmutableArray<PublishedEffect> Outcomes, ImmutableArray<string> Grades) : MeasuredEffect(Id, Name)
{
    /// <summary>Chance of an eligible firm to be treated, 0 to 1: small where treated firms would otherwise crowd each other out.</summary>
    public double Share { get; init; } = 0.5;

    /// <summary>Why our estimate differs from the published one, for readers; null: nothing to explain.</summary>
    public string? Explained { get; init; }
}
