using System.Globalization;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Experiments;

/// <summary>The kind of parameter a factor changes.</summary>
public enum FactorKind
{
    /// <summary>A lever of a measure.</summary>
    Lever,

    /// <summary>The first or the last month of a measure, as a month number.</summary>
    Date,

    /// <summary>A behavioural parameter.</summary>
    Behaviour,

    /// <summary>A macro parameter; of a path by year, every year takes the same value.</summary>
    Macro,

    /// <summary>A figure of the population's recipe; the firms are generated anew.</summary>
    Population,
}

/// <summary>A number an experiment varies: the parameter it sets, and its range.</summary>
/// <param name="Owner">Key of the measure (its name, or id), "behaviour", "macro" or "population".</param>
/// <param name="Part">Name of the lever, "from" or "until", name of the parameter, or key of the figure such as "loans.medium".</param>
/// <param name="Year">Of a macro path: only this year changes; null: the whole path.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Range">Its values; months count as <see cref="Month.Number"/>.</param>
public sealed record ExperimentFactor(FactorKind Kind, string Owner, string Part, int? Year, string Unit, Factor Range)
{
    /// <summary>Name in files, such as "behaviour.readinessToAsk".</summary>
    public string Name => Range.Name;

    /// <summary>Of a figure of the population: its value in the recipe.</summary>
    public double Standing { get; init; }

    /// <summary>The scenario with the factor at the value.</summary>
    public Scenario Turn(Scenario scenario, double value) => Kind switch
    {
        FactorKind.Behaviour => scenario with { Behaviour = Set(scenario.Behaviour with { }, value) },
        FactorKind.Macro => scenario with { Macro = Set(scenario.Macro with { }, value) },
        // At its own value the recipe is as it was.
        FactorKind.Population => scenario with
        { Figures = value == Standing ? scenario.Figures.Remove(Part) : scenario.Figures.SetItem(Part, value) },
        _ => scenario with { Measures = [.. scenario.Measures.Select(m => IsOf(m) ? Turned(m, value) : m)] },
    };

    /// <summary>The factor's value in the scenario itself.</summary>
    public double In(Scenario scenario) => Kind switch
    {
        FactorKind.Behaviour => Read(scenario.Behaviour, null),
        FactorKind.Macro => Read(scenario.Macro, scenario),
        FactorKind.Population => scenario.Figures.GetValueOrDefault(Part, Standing),
        FactorKind.Date =>
            ((Part == "from" ? Measure(scenario).From ?? scenario.Start : Measure(scenario).Until ?? scenario.LastMonth)).Number,
        _ => Read(Measure(scenario), null),
    };

    /// <summary>The value as tables show it: a month as 202303.</summary>
    public double InTable(double value) => Kind == FactorKind.Date ? Engine.Recording.Names.Number(new((int)value)) : value;

    /// <summary>The value as a person reads it.</summary>
    public string Shown(double value) =>
        Kind == FactorKind.Date ? new Month((int)value).ToString() : value.ToString("G6", CultureInfo.InvariantCulture);

    private Measure Measure(Scenario scenario) => scenario.Measures.First(IsOf);

    /// <summary>Whether the factor is a lever or a date of the measure.</summary>
    public bool IsOf(Measure measure) => MeasureKeys.Names(Owner, measure.Clause.Id, measure.Name);

    private Measure Turned(Measure measure, double value) => Kind == FactorKind.Date
        ? Part == "from" ? measure with { From = new((int)value) } : measure with { Until = new((int)value) }
        : Set(measure with { }, value);

    // Sets the number in a copy that no other code has seen.
    private T Set<T>(T copy, double value) where T : notnull
    {
        var parameter = Of(copy);
        object given = parameter.Type == typeof(YearPath) ? Path((YearPath)parameter.In(copy), value)
            : parameter.Type == typeof(bool) ? value != 0
            : Convert.ChangeType(value, parameter.Type, CultureInfo.InvariantCulture);
        parameter.Set(copy, given);
        return copy;
    }

    // Changes one year alone: the years after it retain their value.
    private YearPath Path(YearPath path, double value)
    {
        if (Year is not { } year) return YearPath.Of((path.ByYear.Keys.First(), value));
        var turned = path.ByYear.SetItem(year, value);
        if (!path.ByYear.ContainsKey(year + 1)) turned = turned.SetItem(year + 1, path.In(year + 1));
        if (year <= path.ByYear.Keys.First()) turned = turned.SetItem(year - 1, path.In(year - 1));
        return new(turned);
    }

    private double Read(object owner, Scenario? scenario)
    {
        var parameter = Of(owner);
        return parameter.In(owner) switch
        {
            YearPath path => path.In(Year ?? scenario!.Start.Year),
            bool yes => yes ? 1 : 0,
            var number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        };
    }

    private Parameter Of(object owner) => Parameter.Of(owner).First(parameter => parameter.Name == Part);
}
