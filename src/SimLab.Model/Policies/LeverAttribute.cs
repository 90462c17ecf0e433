namespace SimLab.Model.Policies;

/// <summary>
/// A lever of a measure: unit, range, source, and its texts in Chinese. The property's initial value is the document's;
/// its name is the English name.
/// </summary>
public sealed class LeverAttribute(string unit, double min, double max, string source) : NumberAttribute(unit, min, max, source)
{
    /// <summary>Name in Chinese.</summary>
    public required string NameZh { get; init; }

    /// <summary>Unit in Chinese.</summary>
    public required string UnitZh { get; init; }

    /// <summary>Source in Chinese.</summary>
    public required string SourceZh { get; init; }

    /// <summary>Publications that measured the lever's effect, as one writes them; null: its effect is assumed.</summary>
    public string? Effect { get; init; }
}
