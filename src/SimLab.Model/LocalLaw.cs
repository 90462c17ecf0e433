using System.Collections.Immutable;

namespace SimLab.Model;

/// <summary>
/// Law of a province: how far it uses the room that national law leaves it. The national rules, with the most a
/// province may do, are in the rulebook.
/// </summary>
public sealed record LocalLaw
{
    /// <summary>Share of the six taxes and two fees (六税两费) that entitled taxpayers are spared, 0 to a half.</summary>
    public required ImmutableArray<LocalRate> SixTaxesTwoFees { get; init; }

    /// <summary>Raise of the tax credit for hires from key groups (重点群体) over the national amount, 0 to 0.3.</summary>
    public required ImmutableArray<LocalRate> KeyGroupCredit { get; init; }

    /// <summary>Raise of the tax credit for hired veterans (退役士兵) over the national amount, 0 to 0.5.</summary>
    public required ImmutableArray<LocalRate> VeteranCredit { get; init; }

    /// <summary>
    /// The rate in a month. As in the rulebook the first applies before it begins, and the last goes on after its end.
    /// </summary>
    public static double At(ImmutableArray<LocalRate> rates, Month month)
    {
        var row = rates.Length - 1;
        while (row > 0 && rates[row].From > month) row--;
        return rates[row].Value;
    }
}

/// <summary>A rate of a province in a period, with its document.</summary>
/// <param name="From">First month.</param>
/// <param name="Until">Last month as the document says; null: no end is known.</param>
/// <param name="Value">The rate, as a share.</param>
/// <param name="Document">Document and clause; a remark where the rate is assumed.</param>
/// <param name="Tag">How the rate is known.</param>
public readonly record struct LocalRate(Month From, Month? Until, double Value, string Document, Confidence Tag);
