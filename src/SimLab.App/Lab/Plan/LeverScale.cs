using System.Globalization;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Plan;

/// <summary>
/// Maps a lever's values to slider positions. Steps are even, rounded to convenient figures; money whose range reaches
/// from zero to the whole budget of the province uses powers of ten, and the last step means no cap.
/// </summary>
internal sealed class LeverScale
{
    /// <summary>Number of slider steps.</summary>
    public const int Steps = 200;

    // From a million yuan to the maximum, where the range is too wide for an even scale.
    private const double Wide = 1e11, FirstOfWide = 1e6;

    private readonly Parameter _parameter;
    private readonly bool _wide;

    public LeverScale(Parameter parameter)
    {
        _parameter = parameter;
        _wide = parameter.Max >= Wide;
    }

    public object Least => Typed(_parameter.Min);
    public object Most => Typed(_parameter.Max);

    /// <summary>The slider step nearest to a value, 0 to <see cref="Steps"/>.</summary>
    public int StepOf(object value)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        var share = !_wide ? (number - _parameter.Min) / (_parameter.Max - _parameter.Min)
            : number < FirstOfWide ? 0 : Math.Log(number / FirstOfWide) / Math.Log(_parameter.Max / FirstOfWide);
        return (int)Math.Round(Math.Clamp(share, 0, 1) * Steps);
    }

    /// <summary>The lever's value at a slider step, rounded and of the parameter's type.</summary>
    public object ValueAt(int step)
    {
        var share = step / (double)Steps;
        if (step <= 0) return Least;
        if (step >= Steps) return Most;
        var exact = _wide ? FirstOfWide * Math.Pow(_parameter.Max / FirstOfWide, share) : _parameter.Min
            + share * (_parameter.Max - _parameter.Min);
        return Typed(Rounded(exact));
    }

    // Three significant figures of a step: 0.155, not 0.15500000000000003.
    private double Rounded(double value)
    {
        var unit = _wide ? Math.Pow(10, Math.Floor(Math.Log10(value)) - 1)
            : Math.Pow(10, Math.Floor(Math.Log10((_parameter.Max - _parameter.Min) / Steps)));
        return unit >= 1 ? Math.Round(value / unit) * unit : (double)Math.Round((decimal)value, (int)Math.Clamp(-Math.Log10(unit), 0, 12));
    }

    // The conversion rounds whole numbers.
    private object Typed(double value) => Convert.ChangeType(value, _parameter.Type, CultureInfo.InvariantCulture);
}
