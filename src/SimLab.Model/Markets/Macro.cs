using SimLab.Model.Policies;

namespace SimLab.Model.Markets;

/// <summary>The world outside the model, by year: the same for every arm, so that a difference is the policy's.</summary>
public sealed record Macro
{
    [Assumption("share a year", -0.2, 0.3, "gansu.md B4: real growth 4.6 % (2022), 6.6 % (2023), 5.8 % (2024, 2025), plus 1 % prices", Confidence.Derived)]
    public YearPath DemandGrowth { get; init; } = YearPath.Of((2022, 0.056), (2023, 0.074), (2024, 0.068), (2025, 0.066));
}
