namespace SimLab.Model;

/// <summary>A number with its unit, allowed range and source; base of what a user can turn.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class NumberAttribute(string unit, double min, double max, string source) : Attribute
{
    public string Unit { get; } = unit;
    public double Min { get; } = min;
    public double Max { get; } = max;
    public string Source { get; } = source;
}

/// <summary>How far a behavioural number can be trusted.</summary>
public enum Confidence
{
    /// <summary>Taken from a published estimate or total that was read.</summary>
    Published,
    /// <summary>Arithmetic on published numbers.</summary>
    Derived,
    /// <summary>Fitted so that the model meets published totals.</summary>
    Fitted,
    /// <summary>Our assumption, open to challenge.</summary>
    Assumed,
}

/// <summary>A behavioural number: an assumption about how firms, banks and offices act, not policy.</summary>
public sealed class AssumptionAttribute(string unit, double min, double max, string source, Confidence confidence)
    : NumberAttribute(unit, min, max, source)
{
    public Confidence Confidence { get; } = confidence;
}
