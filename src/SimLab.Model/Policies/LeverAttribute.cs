namespace SimLab.Model.Policies;

/// <summary>A lever of a measure: unit, range and source. The property's initial value is the document's.</summary>
public sealed class LeverAttribute(string unit, double min, double max, string source) : NumberAttribute(unit, min, max, source);
