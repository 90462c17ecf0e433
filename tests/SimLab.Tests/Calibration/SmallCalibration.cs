using System.Collections.Immutable;
using SimLab.Engine.Calibration;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Tests.Determinism;

namespace SimLab.Tests.Calibration;

/// <summary>A calibration small enough for a test: the small province, two free numbers, a year.</summary>
internal static class SmallCalibration
{
    public static Scenario Scenario { get; } = ScenarioFile.Read(Repository.File("scenarios", "gansu-2023.yaml"), MeasureCatalog.Default);

    public static ICalibrationWorlds Worlds(WorldStore? kept = null, IProgress<Sentence>? progress = null) =>
        new BatchedWorlds(Scenario, SmallProvince.Plan.Population, SmallProvince.Materials().Population, 1L << 30, kept, progress);

    public static FreeParameter Free(string name, double from, double to) => new(
        Parameter.Of(new BehaviouralParameters()).First(d => d.Name == name), IsMacro: false, Year: null,
            Factor.Range(name, from, to), "test");

    public static KnownFact Fact(string moment, double observed, double error, string at = "2022-12", string known = "2023-01") => new(
        $"{moment}_{at}", Moments.Find(moment)!, Month.Parse(at), observed, error, "test", "test", Confidence.Assumed,
            Month.Parse(known), MayFit: true);

    public static CalibrationOrder Order(ImmutableArray<KnownFact> facts, ImmutableArray<FreeParameter> parameters, ulong seed = 5) => new(
        "small.yaml", "Small", Scenario, Month.Of(2023, 1), seed, new(Draws: 40, Kept: 0.4, Rounds: 3, Checks: 2, Posterior: 10),
        Assumptions.Documented, parameters, facts, "none");
}
