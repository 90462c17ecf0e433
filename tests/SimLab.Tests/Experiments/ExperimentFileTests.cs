using NJsonSchema;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using Xunit;
using YamlDotNet.Serialization;

namespace SimLab.Tests.Experiments;

[Slow]
public sealed class ExperimentFileTests : IDisposable
{
    private const string Head = "name: Trial\nscenario: SCENARIO\nlast: 2023-12\n";

    private readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    private string Write(string text) =>
        _place.Write(
            "x.yaml", (Head + text).Replace("SCENARIO", Repository.File("scenarios", "gansu-2023.yaml"), StringComparison.Ordinal));

    private Experiment Read(string text) => ExperimentFile.Read(Write(text), MeasureCatalog.Default);

    [Fact]
    public void What_a_file_does_not_say_comes_from_its_scenario_and_the_register()
    {
        var experiment = Read("kind: sweep\nfactors:\n  behaviour.readinessToAsk:\n");
        Assert.Equal((32, 20230314UL, Month.Of(2023, 12)), (experiment.Replicates, experiment.Seed, experiment.Last));
        Assert.Equal((0.0, 1.0), (experiment.Factors[0].Range.Low, experiment.Factors[0].Range.High));
        Assert.Equal(new Sweep("grid", 64, 5), experiment.Kind);
        Assert.Equal(
            ["high_tech_enterprises", "new_specialised_smes", "new_above_scale", "new_sme_loans"],
            experiment.Outcomes.Take(4).Select(o => o.Name));
        Assert.Equal(["cost", "jobs"], experiment.Outcomes.TakeLast(2).Select(o => o.Name));
    }

    [Fact]
    public void Factors_of_every_kind_are_read_with_their_units()
    {
        var factors = Read("""
            kind: sweep
            factors:
              CultivateSpecialisedSmes.provincialReward: { low: 20万元, high: 0.6 million yuan }
              CultivateSpecialisedSmes.from: { values: [2023-01, 2023-03] }
              macro.demandGrowth.2023: { low: 3%, high: 0.09 }
              behaviour.visitChance: { low: 0.005, high: 0.08, log: true }
              behaviour.loanMonths: [12, 24, 36]
            """).Factors;
        Assert.Equal(
            [(200_000.0, 600_000.0), (Month.Of(2023, 1).Number, Month.Of(2023, 3).Number), (0.03, 0.09), (0.005, 0.08), (12, 36)],
            factors.Select(k => (k.Range.Low, k.Range.High)));
        Assert.Equal(0.02, factors[3].Range.At(0.5), 1e-12);                                                     // √(0.005 × 0.08)
        Assert.Equal(202303, factors[1].InTable(Month.Of(2023, 3).Number));
    }

    [Fact]
    public void Outcomes_of_every_kind_are_read()
    {
        var outcomes = Read("""
            kind: attribute
            outcomes:
              jobs: { at: 2023-06 }
              cost: { from: 2023-03 }
              clause_9: { of: cost.CultivateSpecialisedSmes }
              loans: { of: sme_loans_granted, from: 2023-03, to: 2023-12 }
              both: { met: [high_tech_enterprises, new_specialised_smes] }
            """).Outcomes;
        Assert.Equal(
        [
            "jobs at 2023-06", "cost of all from 2023-03 to 2023-12", "cost of gansu-2023/09 from 2022-01 to 2023-12",
                "SmeLoansGranted from 2023-03 to 2023-12",
            "met: high_tech_enterprises AtLeast 2000 within 0 by 2023-12, new_specialised_smes AtLeast 60 within 0 by 2023-12",
        ], outcomes.Select(o => o.Address));
    }

    [Theory]
    [InlineData("kind: swep", 4,
        "there is no kind of experiment \"swep\". Nearest: sweep. The kinds are: compare, sweep, sensitivity, attribute")]
    [InlineData("kind: sweep", 1, "kind sweep needs factors to vary")]
    [InlineData("kind: compare\nsteps: 3", 5, "steps has no meaning for kind compare, only for sweep")]
    [InlineData("kind: attribute\npermutatoins: 3", 5, "there is no key \"permutatoins\". Nearest: permutations.")]
    [InlineData("kind: attribute\npermutations: 1", 5, "permutations is \"1\". Write a whole number from 2 to")]
    [InlineData("kind: attribute\nfactors: { behaviour.readinessToAsk: {} }", 5, "factors have no meaning for kind attribute")]
    [InlineData("kind: sweep\ndesign: gird\nfactors: { behaviour.readinessToAsk: {} }", 5, "design is \"gird\". Nearest: grid.")]
    [InlineData("kind: sweep\nfactors: { behaviour.readyToAsk: {} }", 5,
        "there is no number \"readyToAsk\" under behaviour. Nearest: readinessToAsk.")]
    [InlineData("kind: sweep\nfactors: { Cultivate.reward: {} }", 5,
        "there is no measure \"Cultivate\". Nearest: CultivateSpecialisedSmes.")]
    [InlineData("kind: sweep\nfactors: { TaxRelief.untl: {} }", 5, "Nearest: until.")]
    [InlineData("kind: sweep\nfactors: { readinessToAsk: {} }", 5, "names no number. Write Measure.lever")]
    [InlineData("kind: sweep\nfactors: { population.loans.medim: { low: 1, high: 2 } }", 5, "Nearest: loans.medium")]
    [InlineData("kind: sweep\nfactors: { population.loans: { low: 1, high: 2 } }", 5, "names no number. Write Measure.lever")]
    [InlineData("kind: sweep\nfactors: { population.firms.smes: {} }", 5, "needs a range of its own")]
    [InlineData("kind: sweep\nfactors: { population.firms.smes: { low: 1, high: 475900 } }", 5, "is 1, outside [10000, 5000000] firms")]
    [InlineData("kind: optimise\ngoals: { jobs: most }\nfactors: { population.firms.smes: { low: 400000, high: 500000 } }", 6,
        "no policy can choose it")]
    [InlineData("kind: sweep\nfactors: { behaviour.readinessToAsk: { low: 0.5, high: 1.5 } }", 5,
        "behaviour.readinessToAsk.high is 1.5, outside [0, 1] chance a month")]
    [InlineData("kind: sweep\nfactors: { behaviour.readinessToAsk: { low: 0.5, high: 0.4 } }", 5, "the range [0.5, 0.4] is empty")]
    [InlineData("kind: sweep\nfactors: { behaviour.readinessToAsk: { log: true } }", 5, "a logarithmic range starts above 0, not at 0")]
    [InlineData("kind: sweep\nfactors: { behaviour.readinessToAsk: 0.4 }", 5, "is \"0.4\". Write { low: …, high: … }")]
    [InlineData("kind: sweep\nfactors: { behaviour.readinessToAsk: { lo: 0.4 } }", 5, "there is no key \"lo\"")]
    [InlineData("kind: sweep\nfactors: { CultivateSpecialisedSmes.from: { low: 2021-01 } }", 5,
        "is 2021-01, outside the run, 2022-01 to 2023-12")]
    [InlineData("kind: sweep\nfactors: { macro.demandGrowth.2031: {} }", 5, "\"2031\" in macro.demandGrowth.2031 is not a year of the run")]
    [InlineData("kind: attribute\noutcomes: { new_above_scale: { at: 2022-06 } }", 5,
        "looks twelve months back, but the run begins in 2022-01")]
    [InlineData("kind: attribute\noutcomes: { jobbs: {} }", 5, "there is nothing named \"jobbs\" to read. Nearest: jobs.")]
    [InlineData("kind: attribute\noutcomes: { x: { of: cost.Digitalize } }", 5, "Nearest: Digitalise.")]
    [InlineData("kind: attribute\noutcomes: { x: { met: jobs } }", 5, "the scenario has no target \"jobs\"")]
    [InlineData("kind: attribute\nuntil: { outcome: cost, halfWidth: 0, worlds: 100 }", 5,
        "until.halfWidth is 0. Write a number above 0, in yuan")]
    [InlineData("kind: attribute\nuntil: { outcome: costs, halfWidth: 1, worlds: 100 }", 5,
        "until.outcome is \"costs\", which is not among the outcomes. Nearest: cost.")]
    [InlineData("kind: attribute\nuntil: { outcome: cost, worlds: 100 }", 5, "until has no halfWidth")]
    [InlineData("kind: attribute\nscenarios: [a.yaml]", 2, "scenario and scenarios both stand here")]
    [InlineData("kind: attribute\nseed: -1", 5, "seed is \"-1\"")]
    public void A_mistake_is_told_with_its_line_what_is_allowed_and_what_was_meant(string text, int line, string words)
    {
        var mistakes = Assert.Throws<ScenarioException>(() => Read(text)).Problems;
        Assert.Contains(mistakes, m => m.Position.Line == line && m.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        Assert.Equal(
            3, Assert.Throws<ScenarioException>(() =>
            Read("kind: sweep\nstep: 3\nfactors: { behaviour.readyToAsk: {} }\noutcomes: { jobbs: {} }")).Problems.Length);

    [Fact]
    public void A_scenario_that_is_missing_or_mistaken_is_told_of()
    {
        var missing = _place.Write("m.yaml", "name: A\nkind: attribute\nscenario: nowhere.yaml\n");
        Assert.Contains(
            "there is no file",
            Assert.Throws<ScenarioException>(() => ExperimentFile.Read(missing, MeasureCatalog.Default)).Message, StringComparison.Ordinal);
        _place.Write("s.yaml", "name: S\nmonts: 3\n");
        var mistaken = _place.Write("n.yaml", "name: A\nkind: attribute\nscenario: s.yaml\n");
        Assert.Contains(
            "s.yaml:2: there is no key \"monts\"",
            Assert.Throws<ScenarioException>(() => ExperimentFile.Read(mistaken, MeasureCatalog.Default)).Message,
            StringComparison.Ordinal);
    }

    public static IEnumerable<TheoryDataRow<string>> Studies() =>
        Directory.EnumerateFiles(Repository.File("scenarios", "experiments"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => new TheoryDataRow<string>(Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(Studies))]
    public async Task Every_study_of_the_repository_reads_and_its_editor_accepts_it(string name)
    {
        var file = Repository.File("scenarios", "experiments", name);
        Assert.Equal("# yaml-language-server: $schema=../experiment.schema.json", File.ReadLines(file).First());
        ExperimentFile.Read(file, MeasureCatalog.Default);
        var json = new SerializerBuilder().JsonCompatible().Build()
            .Serialize(new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build()
            .Deserialize(File.ReadAllText(file))!);
        var schema = await JsonSchema.FromJsonAsync(ExperimentSchema.Json(MeasureCatalog.Default), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(json));
    }

    [Fact]
    public void There_is_a_study_of_every_kind() =>
        Assert.Equal(
            ExperimentKindInfo.All.Select(k => k.Name).Order(),
            Studies().Select(s =>
            ExperimentFile.Read(Repository.File("scenarios", "experiments", s.Data), MeasureCatalog.Default).Kind.Name).Distinct().Order());
}
