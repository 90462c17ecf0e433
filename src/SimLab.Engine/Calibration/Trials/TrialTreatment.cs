using System.Collections.Immutable;
using SimLab.Model.Policies;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>What a market awards treated firms in the first month of a trial.</summary>
public enum TrialAward
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>A public contract of the firm's kind, at its price without luck.</summary>
    Contract,
    /// <summary>
    /// The loan that a bank has just refused, from outside the banks' lending room, at the rate of the firm's debt or else at the prime
    /// rate.
    /// </summary>
    RefusedLoan,
}

/// <summary>What treated firms get.</summary>
/// <param name="Measures">Measures that reach them, each with the levers named and all others at zero.</param>
/// <param name="Assigned">Measures that must be claimed reach them without a claim.</param>
/// <param name="Award">What a market awards them.</param>
public sealed record TrialTreatment(ImmutableArray<Measure> Measures, bool Assigned, TrialAward Award);
