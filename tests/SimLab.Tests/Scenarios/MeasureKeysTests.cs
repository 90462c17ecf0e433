using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Stacking;
using SimLab.Model;
using SimLab.Model.Policies;
using SimLab.Tests.Policies;
using Xunit;

namespace SimLab.Tests.Scenarios;

/// <summary>A scenario names a measure by its name alone or with its document, and every way means the same measure.</summary>
[Fast]
public sealed class MeasureKeysTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Scenario Read(string text) =>
        ScenarioFile.Read(_folder.Write("x.yaml", ScenarioFolder.Plain + text), Lanzhou2024.WithNotice);

    private string MistakeOf(string text) => Assert.Single(Assert.Throws<ScenarioException>(() => Read(text)).Problems).Message;

    [Theory]
    [InlineData("CultivateSpecialisedSmes")]
    [InlineData("gansu-2023/09")]
    [InlineData("gansu-2023/9")]
    [InlineData("gansu-2023/CultivateSpecialisedSmes")]
    [InlineData("gansu-2023/cultivate-specialised-smes")]
    public void A_measure_may_be_written_by_name_or_with_its_document_by_clause_or_name(string written) =>
        Assert.Equal(
            new CultivateSpecialisedSmes { ProvincialReward = 400_000, From = Month.Of(2023, 3) },
            Assert.Single(Read($"measures:\n  {written}: {{ provincialReward: 400000, from: 2023-03 }}\n").Measures));

    [Fact]
    public void A_name_that_two_documents_have_is_refused_with_what_to_write_instead()
    {
        Assert.Equal(
            "several documents have a measure \"TaxRelief\". Write gansu-2023/01 or lanzhou-2024/01.",
            MistakeOf("measures:\n  TaxRelief: {}\n"));
        Assert.Equal(
            "several documents have a measure \"TaxRelief\". Write gansu-2023/01 or lanzhou-2024/01.",
            MistakeOf("measures:\n  gansu-2023/01: {}\nchanges:\n  2023-01: { TaxRelief: off }\n"));
    }

    [Theory]
    [InlineData("gansu-2023/99")]
    [InlineData("gansu-2023/night-markets")]
    [InlineData("gansu-2024/09")]
    [InlineData("cultivate-specialised-smes")]
    public void A_document_or_clause_that_is_not_there_is_refused(string written) =>
        Assert.StartsWith(
            $"there is no measure \"{written}\".", MistakeOf($"measures:\n  {written}: {{}}\n"), StringComparison.Ordinal);

    [Fact]
    public void Measures_of_two_documents_stand_side_by_side_in_order_of_document_and_clause() =>
        Assert.Equal(
            ["gansu-2023/01", "gansu-2023/09", "lanzhou-2024/01", "lanzhou-2024/05", "lanzhou-2024/09"],
            Read("""
                measures:
                  lanzhou-2024/wage-vouchers: {}
                  NightMarkets: {}
                  lanzhou-2024/01: { refund: 0.3 }
                  gansu-2023/09: {}
                  gansu-2023/tax-relief: {}

                """).Measures.Select(measure => measure.Clause.Id.ToString()));

    [Fact]
    public void One_measure_written_in_two_ways_in_one_file_is_refused() =>
        Assert.Equal(
            "\"gansu-2023/09\" is the measure \"CultivateSpecialisedSmes\" of line 8. Keep one of them.",
            MistakeOf("measures:\n  CultivateSpecialisedSmes: {}\n  gansu-2023/09: { provincialReward: 1 }\n"));

    [Fact]
    public void Layers_that_write_a_measure_in_different_ways_mean_the_same()
    {
        _folder.Write("base.yaml", ScenarioFolder.Plain + """
            measures:
              CultivateSpecialisedSmes: { provincialReward: 400000, poolVisits: 0.2 }
              gansu-2023/03: {}
              lanzhou-2024/01: {}
            changes:
              2023-01: { CultivateSpecialisedSmes: { provincialReward: 500000 } }

            """);
        var read = ScenarioFile.Read(_folder.Write("x.yaml", """
            name: Over
            extends: base.yaml
            measures:
              gansu-2023/09: { poolVisits: 0.3 }
              FinancialSupport: off
              lanzhou-2024/tax-relief: { refund: 0.4 }
            changes:
              2023-01: { gansu-2023/cultivate-specialised-smes: { provincialReward: 600000 } }

            """), Lanzhou2024.WithNotice);
        Assert.Equal(
            [new CultivateSpecialisedSmes { ProvincialReward = 400_000, PoolVisits = 0.3 }, new Lanzhou2024.TaxRelief { Refund = 0.4 }],
            read.Measures);
        Assert.Equal(600_000, Assert.Single(Assert.Single(read.Changes).Levers).Value);
    }

    [Fact]
    public void A_change_on_the_way_finds_its_measure_in_its_document()
    {
        var read = Read("""
            measures:
              gansu-2023/01: {}
              lanzhou-2024/01: {}
            changes:
              2023-01: { lanzhou-2024/01: { refund: 0.5 } }
              2023-02: { gansu-2023/01: off }

            """);
        Assert.Equal([new TaxRelief(), new Lanzhou2024.TaxRelief { Refund = 0.5 }], read.Later[0].Measures);
        Assert.Equal([new Lanzhou2024.TaxRelief { Refund = 0.5 }], read.Later[1].Measures);
        Assert.Equal(read.Changes.Select(change => change.Measure), Change.Of(read.Measures, read.Later).Select(change => change.Measure));
    }

    [Fact]
    public void Scenarios_that_write_a_measure_in_different_ways_contradict_each_other_all_the_same()
    {
        _folder.Write("base.yaml", ScenarioFolder.Plain);
        string[] files =
        [
            _folder.Write("a.yaml", "name: A\nextends: base.yaml\nmeasures:\n  CultivateSpecialisedSmes: { provincialReward: 600000 }\n"),
            _folder.Write("b.yaml", "name: B\nextends: base.yaml\nmeasures:\n  gansu-2023/09: { provincialReward: 700000 }\n"),
        ];
        var mistake = Assert.Throws<ScenarioException>(() => Stack.Of(files, [], Lanzhou2024.WithNotice));
        Assert.Contains("CultivateSpecialisedSmes.provincialReward is 600000 here and 700000", mistake.Message, StringComparison.Ordinal);
        var text = Stack.Of(files, [new("gansu-2023/09.provincialReward", files[1])], Lanzhou2024.WithNotice).Write(_folder.In("s.yaml"));
        Assert.Contains("700000", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Levers_that_an_experiment_varies_and_costs_it_reads_go_by_the_same_names()
    {
        _folder.Write("two.yaml", ScenarioFolder.Plain.Replace(
            "people.json", Repository.File("scenarios", "provinces", "gansu", "population.yaml"), StringComparison.Ordinal)
            + "measures:\n  gansu-2023/01: {}\n  lanzhou-2024/01: {}\n  NightMarkets: {}\n");
        Experiment Vary(string factor, string cost) => ExperimentFile.Read(_folder.Write("experiment.yaml", $$"""
            name: Trial
            kind: sweep
            scenario: two.yaml
            last: 2023-12
            factors:
              {{factor}}: { low: 0.1, high: 0.4 }
            outcomes:
              paid: { of: cost.{{cost}} }

            """), Lanzhou2024.WithNotice);

        var read = Vary("lanzhou-2024/tax-relief.refund", "lanzhou-2024/01");
        var turned = read.Factors[0].Turn(read.Scenario, 0.3);
        Assert.Equal([new TaxRelief(), new Lanzhou2024.TaxRelief { Refund = 0.3 }, new Lanzhou2024.NightMarkets()], turned.Measures);
        Assert.Equal(0.2, read.Factors[0].In(read.Scenario));
        Assert.Equal(new MeasureId("lanzhou-2024", 1), Assert.IsType<PublicCostOver>(Assert.Single(read.Outcomes)).Measure);

        var mistake = Assert.Throws<ScenarioException>(() => Vary("TaxRelief.refund", "TaxRelief"));
        Assert.All(mistake.Problems, problem => Assert.Equal(
            "several documents have a measure \"TaxRelief\". Write gansu-2023/01 or lanzhou-2024/01.", problem.Message));
        Assert.Equal(2, mistake.Problems.Length);
    }

    [Fact]
    public async Task The_schema_of_editors_takes_every_way_and_no_other()
    {
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(
            ScenarioSchema.Json(Lanzhou2024.WithNotice), TestContext.Current.CancellationToken);
        string[] right = ["CultivateSpecialisedSmes", "gansu-2023/09", "gansu-2023/9", "gansu-2023/cultivate-specialised-smes",
            "gansu-2023/CultivateSpecialisedSmes", "lanzhou-2024/01", "lanzhou-2024/tax-relief"];
        string[] wrong = ["TaxRelief", "gansu-2023/99", "lanzhou-2024/cultivate-specialised-smes"];
        Assert.All(right, written => Assert.Empty(Mistakes(written, "budgetPerYear")));
        Assert.All(right, written => Assert.NotEmpty(Mistakes(written, "noSuchLever")));
        Assert.All(wrong, written => Assert.NotEmpty(Mistakes(written, "budgetPerYear")));

        ICollection<NJsonSchema.Validation.ValidationError> Mistakes(string written, string lever) =>
            schema.Validate($$$"""{ "name": "X", "measures": { "{{{written}}}": { "{{{lever}}}": 1 } } }""");
    }
}
