namespace SimLab.App.Texts;

/// <summary>An axis in a unit that suits its values.</summary>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Name">Name of the unit of the axis.</param>
/// <param name="Divisor">Values by this are on the axis.</param>
internal sealed record ValueAxis(string Unit, string Name, double Divisor)
{
    public static ValueAxis Of(Viewer viewer, IReadOnlyList<object[]> rows, FindingsColumns at, params string[] columns)
    {
        var unit = rows.Count > 0 ? at.UnitOf(rows[0], columns[0]) : "";
        var largest = rows.SelectMany(row => columns.Select(column => Math.Abs((double)row[at[column]]))).Where(double.IsFinite)
            .DefaultIfEmpty(1).Max();
        var (name, divisor) = viewer.AxisOf(unit, largest);
        return new(unit, viewer.Say(ParameterTexts.Unit(name)), divisor);
    }

    public double Place(double value) => value / Divisor;

    /// <summary>A value with its unit; – if it is not finite.</summary>
    public string Said(Viewer viewer, double value) => double.IsFinite(value) ? ExperimentNames.Value(viewer, value, Unit) : "–";

    /// <summary>A difference with its unit; – if it is not finite.</summary>
    public string Changed(Viewer viewer, double value) => double.IsFinite(value) ? viewer.Difference(value, Unit) : "–";
}
