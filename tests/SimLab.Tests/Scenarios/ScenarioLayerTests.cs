using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Scenarios;

[Fast]
public class ScenarioLayerTests
{
    private static readonly string Folder = Repository.File("scenarios");
    private static readonly Scenario Written = ScenarioFile.Read(Path.Combine(Folder, "gansu-2023.yaml"), MeasureCatalog.Default);

    [Fact]
    public void A_layer_without_changes_only_names_what_it_extends() =>
        Assert.Equal(
            "name: \"The 2023 notice as written\"\nnameZh: \"甘工信发〔2023〕75号若干措施\"\nextends: gansu-2023.yaml\n",
            ScenarioLayer.Write(Written, Written, "gansu-2023.yaml"));

    [Fact]
    public void A_layer_holds_what_differs_and_reads_back_as_the_same_scenario()
    {
        var changed = Written with
        {
            Name = "A \"quoted\" \\ name",
            Behaviour = Written.Behaviour with { MonthsToSpread = 7 },
            Macro = Written.Macro with { DemandGrowth = YearPath.Of((2022, 0.05), (2023, -0.01)) },
            Replicates = 5,
            Measures = [.. Written.Measures.Where(m => m is not Talent).Select(m => m switch
            {
                CultivateSpecialisedSmes c => c with { ProvincialReward = 610_000, CoachingGain = 3.25, From = Month.Of(2023, 6) },
                Digitalise d => d with { Until = Month.Of(2024, 3) },
                _ => m,
            })],
        };
        var text = ScenarioLayer.Write(changed, Written, "gansu-2023.yaml");
        Assert.Contains("  CultivateSpecialisedSmes: { from: 2023-06, provincialReward: 610000, coachingGain: 3.25 }\n", text);
        Assert.Contains("  Talent: off\n", text);
        Assert.DoesNotContain("TaxRelief", text);

        var read = ScenarioFile.ReadText(text, Folder, "mine.yaml", MeasureCatalog.Default);
        Assert.Equal(ScenarioText.Canonical(changed), ScenarioText.Canonical(read));
    }

    [Theory]
    [InlineData("extends: ../README.md")]
    [InlineData("extends: gansu-2023.yaml\npopulation: /etc/hostname")]
    [InlineData("extends: gansu-2023.yaml\nbaseline: ../../baseline-2023.yaml")]
    public void A_scenario_that_somebody_sent_names_no_file_outside_the_folder(string text) =>
        Assert.Contains(
            "outside the folder of scenarios",
            Assert.Throws<ScenarioException>(() =>
            ScenarioFile.ReadText($"name: X\n{text}\n", Folder, "x.yaml", MeasureCatalog.Default)).Message);

    [Theory]
    [InlineData("甘工信发〔2023〕75号", "\"甘工信发〔2023〕75号\"")]
    [InlineData("全角　空格 😀", "\"全角　空格 😀\"")]
    [InlineData("a \"name\": C:\\x # no comment", "\"a \\\"name\\\": C:\\\\x # no comment\"")]
    [InlineData("two\nlines\tand \u2028 more", "\"two\\nlines\\tand \\u2028 more\"")]
    public void What_is_quoted_reads_back_as_it_was_in_yaml_and_json(string text, string quoted)
    {
        Assert.Equal(quoted, ScenarioYaml.Quoted(text));
        Assert.Equal(text, new YamlDotNet.Serialization.Deserializer().Deserialize<string>(quoted));
        Assert.Equal(text, System.Text.Json.JsonSerializer.Deserialize<string>(quoted));
    }
}
