using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.Calibration;

/// <summary>Size of a calibration.</summary>
/// <param name="Draws">Points of the first round; each is one world, whose random key few others share.</param>
/// <param name="Kept">Share of them retained in every round.</param>
/// <param name="Rounds">Maximum number of rounds, including the first.</param>
/// <param name="Checks">Replicates in which the candidates for the best fit are simulated again.</param>
/// <param name="Posterior">Posterior draws stored for forecasts.</param>
public sealed record CalibrationSize(int Draws, double Kept, int Rounds, int Checks, int Posterior);

/// <summary>A calibration as its file specifies it.</summary>
/// <param name="File">Full path.</param>
/// <param name="Scenario">Gives firms, first month and measures. Its behaviour and macro are not used.</param>
/// <param name="KnownBy">Facts published by this month are fitted; later ones are for prediction.</param>
/// <param name="From">Values of all fixed parameters.</param>
/// <param name="AllFacts">All facts in the order of their file.</param>
/// <param name="FactsHash">SHA-256 of the facts file and this file.</param>
public sealed record CalibrationOrder(
    string File, string Name, Scenario Scenario, Month KnownBy, ulong Seed, CalibrationSize Size, Assumptions From,
    ImmutableArray<FreeParameter> Parameters, ImmutableArray<KnownFact> AllFacts, string FactsHash)
{
    /// <summary>Former names in its files, to show to the user; each was read as its present name.</summary>
    public ImmutableArray<FormerName> FormerNames { get; init; } = [];

    /// <summary>Facts to fit: published by <see cref="KnownBy"/>, and suitable.</summary>
    public ImmutableArray<KnownFact> Fitted => [.. AllFacts.Where(fact => fact.MayFit && fact.Known <= KnownBy)];

    /// <summary>Facts published later, whether or not a later calibration may fit them.</summary>
    public ImmutableArray<KnownFact> Later => [.. AllFacts.Where(fact => fact.Known > KnownBy)];

    /// <summary>Last month to simulate for a comparison with the fitted facts.</summary>
    public Month LastFitted => Fitted.Max(fact => fact.At.Number) is var last ? new(last) : default;

    /// <summary>An arm of the scenario's measures under these assumptions.</summary>
    public ArmPlan Arm(string name, Assumptions assumptions) =>
        new(name, Scenario.Measures) { Later = Scenario.Later, Behaviour = assumptions.Behaviour, Macro = assumptions.Macro };

    /// <summary>The assumptions at values of the free parameters, in their order.</summary>
    public Assumptions At(IReadOnlyList<double> values) => Parameters.At(From, values);
}
