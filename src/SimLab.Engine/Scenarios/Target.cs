using System.Collections.Immutable;
using SimLab.Model;

namespace SimLab.Engine.Scenarios;

public enum Comparison { AtLeast, Above, About }

/// <summary>
/// A number the document wants reached by a month. It is compared with a <see cref="Value"/>, with another indicator
/// (<see cref="Other"/>) of the same month, or, when both are null, with itself twelve months before.
/// </summary>
public sealed record Target(
    string Id, string Unit, Comparison Comparison, double? Value, string? Other, double Tolerance, Month By, string Source)
{
    public bool AgainstLastYear => Value is null && Other is null;

    /// <summary>About: not short by more than the tolerance. More is no failure.</summary>
    public bool IsMet(double outcome, double yardstick) => Comparison switch
    {
        Comparison.AtLeast => outcome >= yardstick,
        Comparison.Above => outcome > yardstick,
        Comparison.About => outcome >= (1 - Tolerance) * yardstick,
        _ => throw new InvalidOperationException($"Bug in SimLab: target {Id} has the comparison {Comparison}."),
    };

    /// <summary>The indicators a target may name: the eight of the document, and what they are compared with.</summary>
    public static ImmutableArray<string> Indicators { get; } =
    [
        "high_tech_enterprises", "new_specialised_smes", "new_above_scale", "new_sme_loans", "inclusive_loan_growth",
        "all_loan_growth", "first_loan_firms", "credit_volume", "cloud_share_of_specialised",
    ];
}
