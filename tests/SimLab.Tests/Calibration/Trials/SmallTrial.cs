using System.Collections.Immutable;
using SimLab.Engine.Calibration.Trials;
using SimLab.Engine.Effects;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;
using SimLab.Tests.Determinism;

namespace SimLab.Tests.Calibration.Trials;

/// <summary>Trials in the small province: two months under the law, then the treatment.</summary>
internal static class SmallTrial
{
    public const int Replicates = 2;

    public static Month From { get; } = Month.Of(2022, 3);

    public static EffectsOfOthers Order { get; } = new(
        "small.yaml", "Small",
        ScenarioFile.Read(Repository.File("scenarios", "provinces", "gansu", "baseline-2023.yaml"), MeasureCatalog.Default)
            with
        { Seed = 7 }, From, Replicates,
        Enterprises: null, []);

    public static TrialRunner Runner { get; } = new(Order, SmallProvince.Plan.Population, SmallProvince.Materials().Population, 1L << 30);

    /// <summary>A measure with all levers at zero but one.</summary>
    public static Measure With(string measure, string lever, object value)
    {
        var known = MeasureCatalog.Default.Find(measure)!;
        var only = new Dose(known, 0).From(From);
        known.Lever(lever)!.Set(only, value);
        return only;
    }

    public static EffectTrial Trial(
        string eligible, string outcome, ImmutableArray<Measure> measures, TrialAward award = TrialAward.None, bool assigned = true,
        int months = 2) =>
        new("small", Term.Name("Small", null), EligibleFirms.Find(eligible)!, new(measures, assigned, award), "test", months, months,
            [new(TrialOutcome.Find(outcome)!, 0, null, 1, "test")], []);
}
