using System.Collections.Immutable;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Economy;

namespace SimLab.Engine.Calibration;

/// <summary>Behavioural and macro parameters, together.</summary>
public sealed record Assumptions(BehaviouralParameters Behaviour, Macro Macro)
{
    /// <summary>Values as documented in the register.</summary>
    public static Assumptions Documented => new(new(), new());
}

/// <summary>A parameter to calibrate.</summary>
/// <param name="Parameter">The behavioural or macro parameter.</param>
/// <param name="IsMacro">It stands under <c>macro:</c>.</param>
/// <param name="Year">Of a path by year, the calibrated year; null: the number itself.</param>
/// <param name="Prior">Its name and range; uniform on the factor's scale.</param>
/// <param name="Source">Source of the range.</param>
public sealed record FreeParameter(Parameter Parameter, bool IsMacro, int? Year, Factor Prior, string Source)
{
    /// <summary>Name in files: <c>appliesUnaware</c>, <c>bankCreditGrowth.2023</c>.</summary>
    public string Name => Prior.Name;

    /// <summary>Its value in the assumptions.</summary>
    public double In(Assumptions assumptions)
    {
        var value = Parameter.In(IsMacro ? assumptions.Macro : assumptions.Behaviour);
        return value is YearPath path ? path.In(Year!.Value) : (double)value;
    }

    internal Assumptions With(Assumptions assumptions, double value)
    {
        // Copies that no other code has seen: the properties are init-only.
        var (behaviour, macro) = (assumptions.Behaviour with { }, assumptions.Macro with { });
        object owner = IsMacro ? macro : behaviour;
        Parameter.Set(owner, Parameter.In(owner) is YearPath path ? Set(path, value) : value);
        return new(behaviour, macro);
    }

    // A later year without a value of its own retains its present one.
    private YearPath Set(YearPath path, double value)
    {
        var year = Year!.Value;
        var byYear = path.ByYear.SetItem(year, value);
        return new(byYear.ContainsKey(year + 1) ? byYear : byYear.SetItem(year + 1, path.In(year + 1)));
    }
}

internal static class FreeParameters
{
    /// <summary>The assumptions with the parameters at the values, in their order.</summary>
    public static Assumptions At(this ImmutableArray<FreeParameter> parameters, Assumptions from, IReadOnlyList<double> values)
    {
        for (var p = 0; p < parameters.Length; p++) from = parameters[p].With(from, values[p]);
        return from;
    }
}
