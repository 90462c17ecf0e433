using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.Calibration;

/// <summary>How far the search goes.</summary>
/// <param name="Draws">Points of the first round; each is one world with luck it shares with few others.</param>
/// <param name="Kept">Share of them that survives every round.</param>
/// <param name="Rounds">First round included.</param>
/// <param name="Checks">Replicates in which the candidates for the best fit are lived again.</param>
/// <param name="Posterior">Draws of the posterior that are kept for forecasts.</param>
public sealed record CalibrationSize(int Draws, double Kept, int Rounds, int Checks, int Posterior);

/// <summary>A calibration as its file orders it.</summary>
/// <param name="File">Full path.</param>
/// <param name="Scenario">Gives firms, first month and measures. Its behaviour and macro are not used.</param>
/// <param name="KnownBy">Facts known by then are fitted; those known later are there to be predicted.</param>
/// <param name="From">All that does not move.</param>
/// <param name="AllFacts">In the order of their file.</param>
/// <param name="FactsHash">SHA-256 of the facts file and this file.</param>
public sealed record CalibrationOrder(
    string File, string Name, Scenario Scenario, Month KnownBy, ulong Seed, CalibrationSize Size, Assumptions From,
    ImmutableArray<FreeParameter> Parameters, ImmutableArray<KnownFact> AllFacts, string FactsHash)
{
    /// <summary>Former words in its files, for the user to see: they were read as what they are called now.</summary>
    public ImmutableArray<FormerName> FormerNames { get; init; } = [];

    public ImmutableArray<KnownFact> Fitted => [.. AllFacts.Where(fact => fact.MayFit && fact.Known <= KnownBy)];

    /// <summary>Known later, whether or not a later calibration may fit them.</summary>
    public ImmutableArray<KnownFact> Later => [.. AllFacts.Where(fact => fact.Known > KnownBy)];

    /// <summary>Worlds are lived to here to compare them with what was known.</summary>
    public Month LastFitted => Fitted.Max(fact => fact.At.Number) is var last ? new(last) : default;

    public ArmPlan Arm(string name, Assumptions assumptions) =>
        new(name, Scenario.Measures) { Later = Scenario.Later, Behaviour = assumptions.Behaviour, Macro = assumptions.Macro };

    public Assumptions At(IReadOnlyList<double> values) => Parameters.At(From, values);
}
