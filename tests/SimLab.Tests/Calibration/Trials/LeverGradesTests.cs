using SimLab.App.Texts;
using SimLab.Engine.Calibration.Trials;
using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Calibration.Trials;

/// <summary>Grades follow from what levers declare and from the recorded trials.</summary>
[Fast]
public sealed class LeverGradesTests
{
    private const string Lever = "TaxRelief.superDeduction";

    private static readonly EffectsOfOthers Shipped =
        EffectsFile.Read(Repository.File("scenarios", "provinces", "gansu", "calibration", "effects.yaml"), MeasureCatalog.Default);

    private static GradedLever Graded(string? effect, params TrialVerdict[] verdicts) =>
        new LeverGrades([.. verdicts.Select(verdict => new RecordedTrial("test", "test", verdict, [Lever]))]).Of(
            Lever, new("share", 0, 1, "test") { NameZh = "", UnitZh = "", SourceZh = "", Effect = effect });

    [Fact]
    public void A_lever_is_graded_by_its_publication_and_its_trials()
    {
        Assert.Equal(LeverGrade.A, Graded("Boeing 2016", TrialVerdict.Inside, TrialVerdict.Inside).Grade);
        Assert.Equal(LeverGrade.B, Graded("Boeing 2016", TrialVerdict.Inside, TrialVerdict.Outside).Grade);
        Assert.Equal(new GradedLever(LeverGrade.B, "Boeing 2016", IsTried: true), Graded("Boeing 2016", TrialVerdict.NoEstimate));
        Assert.Equal(new GradedLever(LeverGrade.B, "Boeing 2016", IsTried: false), Graded("Boeing 2016"));
        Assert.Equal(LeverGrade.C, Graded(null, TrialVerdict.Inside).Grade);
    }

    [Fact]
    public void A_lever_that_a_trial_examines_names_the_publication()
    {
        var levers = MeasureCatalog.Default.Measures.SelectMany(measure => measure.Levers.Select(lever =>
            (Name: $"{measure.Name}.{lever.Name}", Number: (LeverAttribute)lever.Number))).ToDictionary(lever => lever.Name);
        var examined = Shipped.Effects.OfType<EffectTrial>().SelectMany(trial => trial.Grades).Distinct();
        Assert.All(examined, name => Assert.False(string.IsNullOrEmpty(levers[name].Number.Effect), name));
    }

    /// <summary>The figures may be of an earlier build; the effects, outcomes and levers are those of the file.</summary>
    [Fact]
    public void The_recorded_results_are_of_the_shipped_effects()
    {
        var recorded = BenchmarkResults.Read(Repository.File("scenarios", "provinces", "gansu", "calibration", "effects.results.csv"));
        var posed = from trial in Shipped.Effects.OfType<EffectTrial>()
                    from published in trial.Outcomes
                    select (trial.Id, published.Outcome.Name, string.Join(' ', trial.Grades));
        Assert.Equal(posed, recorded.Select(one => (one.Effect, one.Outcome, string.Join(' ', one.Levers))));
        var page = File.ReadAllText(Repository.File("src", "docs", "effects-benchmark.md"));
        Assert.All(Shipped.Effects, effect => Assert.Contains($"| {effect.Name} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cap_on_a_budget_has_no_grade_and_every_other_lever_has_one()
    {
        foreach (var measure in MeasureCatalog.Default.Measures)
            foreach (var lever in measure.Levers)
                Assert.Equal(lever.Property.DeclaringType == typeof(Measure), GradeTexts.Find(measure.Name, lever) is null);
    }
}
