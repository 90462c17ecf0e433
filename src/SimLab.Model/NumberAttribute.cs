namespace SimLab.Model;

/// <summary>Unit, allowed range and source of a number that a user can change.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class NumberAttribute(string unit, double min, double max, string source) : Attribute
{
    /// <summary>Unit as printed, e.g. "share a year".</summary>
    public string Unit { get; } = unit;
    /// <summary>Smallest allowed value.</summary>
    public double Min { get; } = min;
    /// <summary>Largest allowed value.</summary>
    public double Max { get; } = max;
    /// <summary>Publication, document or reason behind the value.</summary>
    public string Source { get; } = source;
}

/// <summary>How well a behavioural parameter is supported.</summary>
public enum Confidence
{
    /// <summary>Taken from a published estimate or total that we read.</summary>
    Published,
    /// <summary>Arithmetic on published numbers.</summary>
    Derived,
    /// <summary>Fitted so that the model reproduces published totals.</summary>
    Fitted,
    /// <summary>Our assumption, open to challenge.</summary>
    Assumed,
}

/// <summary>A behavioural or environmental parameter: an assumption, not policy.</summary>
public sealed class AssumptionAttribute(string unit, double min, double max, string source, Confidence confidence)
    : NumberAttribute(unit, min, max, source)
{
    /// <summary>Strength of support for the value.</summary>
    public Confidence Confidence { get; } = confidence;
}
