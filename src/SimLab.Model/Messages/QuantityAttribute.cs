namespace SimLab.Model.Messages;

/// <summary>What an indicator says of itself.</summary>
/// <param name="chinese">Chinese name.</param>
/// <param name="unit">Unit in the tally: "fen", "millionths" (of a firm), "firms", "people", "count" ….</param>
[AttributeUsage(AttributeTargets.Field)]
public abstract class QuantityAttribute(string chinese, string unit) : Attribute
{
    /// <summary>Chinese name.</summary>
    public string Chinese { get; } = chinese;

    /// <summary>English name; null: the identifier in words.</summary>
    public string? English { get; init; }

    /// <summary>Unit in the tally.</summary>
    public string Unit { get; } = unit;

    /// <summary>Effect on the cash of firms: 1 brings cash, −1 takes it, 0 does neither.</summary>
    public int Cash { get; init; }

    /// <summary>With whom the cash is exchanged, where there is any.</summary>
    public Sector With { get; init; }

    /// <summary>Whether the planners' workbook shows it.</summary>
    public bool Planners { get; init; }
}
