using System.Collections.Immutable;

namespace SimLab.Model;

/// <summary>
/// Law of a province: how far it uses the room that national law leaves it. What is left to it, and the national rules, are
/// in the rulebook.
/// </summary>
/// <param name="Rules">What the province sets, in order of <see cref="Rulebook.LocalRules"/>; for the rest national law applies.</param>
public sealed record LocalLaw(ImmutableArray<LocalRates> Rules)
{
    /// <summary>The value in a month: the province's, or the national one where it sets none.</summary>
    public double At(LocalRule rule, Month month) => RateOf(rule, month)?.Value
        ?? rule.National?.Invoke(month)
        ?? throw new InvalidOperationException($"Bug in SimLab: law.{rule.Key} has no national number, and the province gives none.");

    /// <summary>What the province sets in a month, with its document; null: nothing.</summary>
    public LocalRate? RateOf(LocalRule rule, Month month) => RatesOf(rule)?.At(month);

    /// <summary>All that the province sets for a rule; null: nothing.</summary>
    public LocalRates? RatesOf(LocalRule rule)
    {
        foreach (var rates in Rules)
            if (rates.Rule == rule.Key) return rates;
        return null;
    }
}

/// <summary>Steps of one rule that national law leaves to a province.</summary>
/// <param name="Rule">Key of the rule.</param>
/// <param name="Steps">At least one, oldest first.</param>
public sealed record LocalRates(string Rule, ImmutableArray<LocalRate> Steps)
{
    /// <summary>
    /// The rate in a month. As in the rulebook the first applies before it begins, and the last goes on after its end.
    /// </summary>
    public LocalRate At(Month month)
    {
        var row = Steps.Length - 1;
        while (row > 0 && Steps[row].From > month) row--;
        return Steps[row];
    }
}

/// <summary>A rate of a province in a period, with its document.</summary>
/// <param name="From">First month.</param>
/// <param name="Until">Last month as the document says; null: no end is known.</param>
/// <param name="Value">The rate, as a share; or a month of the year.</param>
/// <param name="Document">Document and clause; a remark where the rate is assumed.</param>
/// <param name="Tag">How the rate is known.</param>
public readonly record struct LocalRate(Month From, Month? Until, double Value, string Document, Confidence Tag);
