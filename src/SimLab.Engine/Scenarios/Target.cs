using SimLab.Model;

namespace SimLab.Engine.Scenarios;

/// <summary>How an outcome is compared with its benchmark.</summary>
public enum Comparison { AtLeast, Above, About }

/// <summary>
/// A number the document requires by a month. It is compared with a <see cref="Value"/>, with another indicator
/// (<see cref="Other"/>) of the same month, or, when both are null, with itself twelve months before.
/// </summary>
public sealed record Target(
    string Id, string Unit, Comparison Comparison, double? Value, string? Other, double Tolerance, Month By, string Source)
{
    /// <summary>Whether the benchmark is the indicator itself twelve months before.</summary>
    public bool AgainstLastYear => Value is null && Other is null;

    /// <summary>Whether the target is met. About: short by at most the tolerance; more is no failure.</summary>
    public bool IsMet(double outcome, double yardstick) => Comparison switch
    {
        Comparison.AtLeast => outcome >= yardstick,
        Comparison.Above => outcome > yardstick,
        Comparison.About => outcome >= (1 - Tolerance) * yardstick,
        _ => throw new InvalidOperationException($"Bug in SimLab: target {Id} has the comparison {Comparison}."),
    };
}
