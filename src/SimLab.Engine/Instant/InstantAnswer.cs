using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Instant;

/// <summary>Answer of the instant mode for a scenario.</summary>
/// <param name="Scenario">The scenario asked for, cut for the instant mode.</param>
/// <param name="View">View for the page.</param>
/// <param name="IsHeld">Whether full runs under its own assumptions correct it, see
/// <see cref="ControlVariate"/>.</param>
/// <param name="Elapsed">Time for this answer, cached parts excluded.</param>
public sealed record InstantAnswer(
    Scenario Scenario, PlanView View, bool IsHeld, TimeSpan Elapsed);
