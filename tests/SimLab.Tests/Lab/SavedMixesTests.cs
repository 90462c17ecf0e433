using SimLab.App.Lab.Experiments;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Scenarios;
using SimLab.Tests.Browser;
using Xunit;

namespace SimLab.Tests.Lab;

[Fast]
public sealed class SavedMixesTests : IDisposable
{
    private const string Study = """
        name: On my mix
        kind: sensitivity
        scenario: SCENARIO
        enterprises: 500
        methods: tornado
        factors:
          Digitalise.specialisedToCloud: { low: 0.05, high: 0.1 }

        """;

    private readonly ShortScenarios _files = new();
    private readonly LabScenarios _scenarios;
    private readonly SavedMixes _mixes;
    private readonly LabExperiments _experiments;

    public SavedMixesTests()
    {
        var settings = new LabSettings([], _files.Scenarios, _files.Data);
        _scenarios = new(settings);
        _mixes = new(_scenarios, settings);
        _experiments = new(_scenarios, _mixes, settings);
    }

    public void Dispose()
    {
        _experiments.Dispose();
        _files.Dispose();
    }

    [Fact]
    public void A_mix_is_kept_once_and_comes_back_as_it_was()
    {
        var mix = Mix(0.05);
        var named = _mixes.Save(mix);
        Assert.Equal(named, _mixes.Save(Mix(0.05)));
        Assert.NotEqual(named, _mixes.Save(Mix(0.07)));
        Assert.Equal(ScenarioText.Canonical(mix.Scenario), ScenarioText.Canonical(_mixes.Find(named)!.Scenario));
        Assert.Equal(mix.Yaml, File.ReadAllText(_mixes.FileOf(Path.GetFileName(named))!));
    }

    [Fact]
    public void A_preset_that_nobody_changed_is_named_as_the_file_it_is()
    {
        Assert.Equal("../gansu-2023.yaml", _mixes.Save(PlanDraft.Of(_scenarios.Start)));
        Assert.False(Directory.Exists(Path.Combine(_files.Data, "mixes")));
    }

    [Theory]
    [InlineData(LabScenarios.AsWritten)]
    [InlineData(LabScenarios.Law)]
    public void The_study_and_the_mix_as_files_are_the_same_experiment_to_the_command_line(string preset)
    {
        var mix = PlanDraft.Of(_scenarios.Find(preset)!);
        mix = mix.WithBehaviour(Parameter.Of(mix.Scenario.Behaviour).First(parameter => parameter.Name == "readinessToAsk"), 0.3);
        var named = _mixes.Save(mix);
        var yaml = Study.Replace("SCENARIO", named, StringComparison.Ordinal)
            .Replace("Digitalise.specialisedToCloud", "behaviour.readinessToAsk", StringComparison.Ordinal)
            .Replace("0.05", "0.2", StringComparison.Ordinal).Replace("0.1 ", "0.5 ", StringComparison.Ordinal);
        var inLab = _experiments.ReadText(yaml);

        File.Copy(_mixes.FileOf(Path.GetFileName(named))!, Path.Combine(_files.Scenarios, Path.GetFileName(named)));
        File.WriteAllText(Path.Combine(_files.Scenarios, "experiments", "my-experiment.yaml"), yaml);
        var asFiles = ExperimentFile.Read(Path.Combine(_files.Scenarios, "experiments", "my-experiment.yaml"), MeasureCatalog.Default);
        Assert.Equal(ExperimentText.Canonical(asFiles), ExperimentText.Canonical(inLab));
    }

    [Fact]
    public void A_mix_that_the_lab_does_not_keep_and_a_file_elsewhere_are_refused_by_name()
    {
        var missing = Assert.Throws<ScenarioException>(() =>
            _experiments.ReadText(Study.Replace("SCENARIO", "../my-mix-0123456789abcdef.yaml", StringComparison.Ordinal)));
        Assert.Contains("there is no file", missing.Message);
        Assert.Contains("my-mix-0123456789abcdef.yaml", missing.Message);
        var both = Study.Replace("kind: sensitivity", "kind: compare", StringComparison.Ordinal)
            .Replace("scenario: SCENARIO", $"scenarios: [{_mixes.Save(Mix(0.05))}, ../../elsewhere.yaml]", StringComparison.Ordinal);
        Assert.Contains("outside the folder of scenarios", Assert.Throws<ScenarioException>(() => _experiments.ReadText(both)).Message);
    }

    [Fact]
    public void The_form_opens_with_the_levers_that_were_moved_from_where_they_were_to_where_they_are()
    {
        var mix = Mix(0.05);
        var draft = FirstDrafts.Of(mix, _mixes.Save(mix));
        var factor = Assert.Single(draft.Factors);
        var before = (double)Lever.In(_scenarios.Start.Scenario!.Measures.Single(measure => measure.Name == "Digitalise"));
        Assert.Equal(("Digitalise.specialisedToCloud", "0.05", ScenarioYaml.Number(before)), (factor.Name, factor.Low, factor.High));
        Assert.Equal(mix.Scenario.Targets.Select(target => target.Id), draft.Outcomes.Select(outcome => outcome.Name));
        Assert.Equal(mix.Scenario.Targets.Length, _experiments.ReadText(draft.Write()).Outcomes.Length);
    }

    [Fact]
    public void The_form_opens_with_something_to_vary_also_when_nothing_was_moved()
    {
        foreach (var preset in _scenarios.Presets.Where(preset => preset.Scenario is not null))
        {
            var draft = FirstDrafts.Of(PlanDraft.Of(preset), $"../{preset.File}");
            Assert.NotEmpty(_experiments.ReadText(draft.Write()).Factors);
        }
    }

    [Fact]
    public void A_blank_study_can_be_run_as_it_stands() =>
        Assert.Equal(2, _experiments.ReadText(FirstDrafts.Blank().Write()).Factors.Length);

    private static Parameter Lever => MeasureCatalog.Default.Find("Digitalise")!.Levers.First(lever => lever.Name == "specialisedToCloud");

    private PlanDraft Mix(double toCloud) =>
        PlanDraft.Of(_scenarios.Start).With(Lever, MeasureCatalog.Default.Find("Digitalise")!.Id, toCloud);
}
