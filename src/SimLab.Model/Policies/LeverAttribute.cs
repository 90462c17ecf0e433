namespace SimLab.Model.Policies;

/// <summary>A lever of a measure. The property's initial value is what the document says.</summary>
public sealed class LeverAttribute(string unit, double min, double max, string source) : NumberAttribute(unit, min, max, source);
