using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Instant;

/// <summary>What a scenario comes to in the small population, at once.</summary>
/// <param name="Scenario">As it was asked, cut to the months of the instant mode.</param>
/// <param name="View">For the page.</param>
/// <param name="IsHeld">It is held to full runs under its own assumptions, see <see cref="ControlVariate"/>.</param>
/// <param name="Elapsed">What this answer took; nothing of what was known already.</param>
public sealed record InstantAnswer(
    Scenario Scenario, PlanView View, bool IsHeld, TimeSpan Elapsed);
