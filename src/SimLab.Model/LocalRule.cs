namespace SimLab.Model;

/// <summary>
/// A share, or a month of the year, that national law leaves to the provinces. It is declared once, beside the national rule: files of
/// provinces, their reader, the page Trust and the listing of rules find it in <see cref="Rulebook.LocalRules"/>.
/// </summary>
/// <param name="key">Its key under <c>law</c> in the file of a province.</param>
/// <param name="name">English name.</param>
/// <param name="chinese">Chinese name.</param>
/// <param name="most">The most that national law allows in a month.</param>
public sealed class LocalRule(string key, string name, string chinese, Func<Month, double> most)
{
    /// <summary>Its key under <c>law</c> in the file of a province.</summary>
    public string Key { get; } = key;

    /// <summary>English name.</summary>
    public string Name { get; } = name;

    /// <summary>Chinese name.</summary>
    public string Chinese { get; } = chinese;

    /// <summary>Whether its values are months of the year, 1 to 12; else shares.</summary>
    public bool IsMonthOfYear { get; init; }

    /// <summary>The least that national law allows in a month; null: nothing.</summary>
    public Func<Month, double>? Least { get; init; }

    /// <summary>Value in a province that sets none; null: national law has no number, and every province says its own.</summary>
    public Func<Month, double>? National { get; init; }

    /// <summary>The range that national law allows in every month from <paramref name="from"/> to <paramref name="until"/>.</summary>
    public (double Least, double Most) Range(Month from, Month until)
    {
        var range = (Least: 0.0, Most: double.PositiveInfinity);
        for (var month = from; month <= until; month += 1)
            range = (Math.Max(range.Least, Least?.Invoke(month) ?? 0), Math.Min(range.Most, most(month)));
        return range;
    }
}
