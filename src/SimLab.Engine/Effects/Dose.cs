using System.Globalization;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Effects;

/// <summary>
/// A measure with all its levers at a multiple of the document's values, as far as their ranges allow.
/// </summary>
/// <param name="Measure">Measure with the levers.</param>
/// <param name="Multiple">1: as written; 0: no effect.</param>
public sealed record Dose(CataloguedMeasure Measure, double Multiple)
{
    /// <summary>The scaled measure, in force from the month. The cap on its budget is not scaled.</summary>
    public Measure From(Month from)
    {
        var dosed = Measure.AsWritten() with { From = from };
        if (Multiple == 1) return dosed;
        foreach (var lever in Scaled) lever.Set(
            dosed, Convert.ChangeType(Within(lever, Wanted(lever)), lever.Type, CultureInfo.InvariantCulture));
        return dosed;
    }

    /// <summary>Levers clipped at the end of their range.</summary>
    public IEnumerable<Parameter> Stopped => Scaled.Where(lever => Within(lever, Wanted(lever)) != Wanted(lever));

    private IEnumerable<Parameter> Scaled => Measure.Levers.Where(lever =>
        lever.Property.DeclaringType != typeof(Measure) && lever.Type != typeof(bool) && lever.Type != typeof(YearPath));

    private double Wanted(Parameter lever) => Convert.ToDouble(lever.Default, CultureInfo.InvariantCulture) * Multiple;

    private static double Within(Parameter lever, double value) => Math.Clamp(value, lever.Min, lever.Max);
}
