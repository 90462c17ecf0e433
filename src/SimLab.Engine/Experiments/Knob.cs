using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Experiments;

/// <summary>What a knob turns.</summary>
public enum KnobKind
{
    /// <summary>A lever of a measure.</summary>
    Lever,

    /// <summary>The first or the last month of a measure, as a month number.</summary>
    Date,

    /// <summary>A behavioural number.</summary>
    Habit,

    /// <summary>A number of the world outside; a path by year is level.</summary>
    Macro,
}

/// <summary>A number an experiment varies: what it turns, and where it may stand.</summary>
/// <param name="Owner">Name of the measure, "habits" or "macro".</param>
/// <param name="Part">Name of the lever, "from" or "until", or of the number.</param>
/// <param name="Year">Of a macro path: only this year is turned.</param>
/// <param name="Unit">Of its values.</param>
/// <param name="Range">Its values; months count as <see cref="Month.Number"/>.</param>
public sealed record Knob(KnobKind Kind, string Owner, string Part, int? Year, string Unit, Factor Range)
{
    public string Name => Range.Name;

    /// <summary>The scenario with the knob at the value.</summary>
    public Scenario Turn(Scenario scenario, double value) => Kind switch
    {
        KnobKind.Habit => scenario with { Habits = Set(scenario.Habits with { }, value) },
        KnobKind.Macro => scenario with { Macro = Set(scenario.Macro with { }, value) },
        _ => scenario with { Measures = [.. scenario.Measures.Select(m => m.Name == Owner ? Turned(m, value) : m)] },
    };

    /// <summary>Where the scenario itself has it.</summary>
    public double In(Scenario scenario) => Kind switch
    {
        KnobKind.Habit => Read(scenario.Habits, null),
        KnobKind.Macro => Read(scenario.Macro, scenario),
        KnobKind.Date => ((Part == "from" ? Measure(scenario).From ?? scenario.Start : Measure(scenario).Until ?? scenario.LastMonth)).Number,
        _ => Read(Measure(scenario), null),
    };

    /// <summary>The value as tables have it: a month as 202303.</summary>
    public double InTable(double value) => Kind == KnobKind.Date ? Engine.Recording.Names.Number(new((int)value)) : value;

    /// <summary>The value as a person reads it.</summary>
    public string Shown(double value) => Kind == KnobKind.Date ? new Month((int)value).ToString() : value.ToString("G6", CultureInfo.InvariantCulture);

    private Measure Measure(Scenario scenario) => scenario.Measures.First(m => m.Name == Owner);

    private Measure Turned(Measure measure, double value) => Kind == KnobKind.Date
        ? Part == "from" ? measure with { From = new((int)value) } : measure with { Until = new((int)value) }
        : Set(measure with { }, value);

    // The copy nobody has seen yet, with its number set.
    private T Set<T>(T copy, double value) where T : notnull
    {
        var dial = Of(copy);
        object given = dial.Type == typeof(YearPath) ? Path((YearPath)dial.In(copy), value)
            : dial.Type == typeof(bool) ? value != 0
            : Convert.ChangeType(value, dial.Type, CultureInfo.InvariantCulture);
        dial.Set(copy, given);
        return copy;
    }

    // One year alone: what the years after it followed so far, they go on following.
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
        var dial = Of(owner);
        return dial.In(owner) switch
        {
            YearPath path => path.In(Year ?? scenario!.Start.Year),
            bool yes => yes ? 1 : 0,
            var number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        };
    }

    private Dial Of(object owner) => Dial.Of(owner).First(dial => dial.Name == Part);
}
