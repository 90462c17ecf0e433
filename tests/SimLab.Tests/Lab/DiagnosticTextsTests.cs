using System.Text.RegularExpressions;
using SimLab.App.Texts;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Scenarios;
using Xunit;

namespace SimLab.Tests.Lab;

[Fast]
public partial class DiagnosticTextsTests
{
    private static readonly Dictionary<string, string> Law = new() { ["The law in force, without the notice"] = "现行法律政策,不含75号文" };
    private const string Head = "name: X\nscenario: ../gansu-2023.yaml\nlast: 2022-06\n";
    private const string Factor = "factors: { CultivateSpecialisedSmes.provincialReward: {} }\n";

    [Theory]
    [InlineData("kind: attribute\n" + Factor + "outcomes: { jobs: {} }\n")]
    [InlineData("kind: sensitivity\noutcomes: { jobs: {} }\n")]
    [InlineData("kind: optimise\n" + Factor + "outcomes: { jobs: {} }\n")]
    [InlineData("kind: discover\n" + Factor + "outcomes: { jobs: {} }\n")]
    [InlineData("kind: robustness\n" + Factor + "outcomes: { jobs: {} }\n")]
    [InlineData("kind: sweep\nreplicates: 0\nfactors: { behaviour.readinessToAsk: { low: 5 }, behaviour.readinesToAsk: {}, "
        + "Digitalize.from: {} }\noutcomes: { jobs: { at: 2010-01 }, all: { when: 3 } }\n")]
    [InlineData("kind: sweep\n" + Factor + "outcomes: { jobs: {} }\nuntil: { outcome: jobs, halfWidth: -1, worlds: 20 }\n")]
    [InlineData("kind: swoop\n" + Factor)]
    public void Mistakes_of_the_form_of_a_study_are_told_in_Chinese(string rest) => ToldInChinese(
        Assert.Throws<ScenarioException>(() =>
            ExperimentFile.ReadText(
            Head + rest, Repository.File("scenarios"), Repository.File("scenarios", "experiments", "my-experiment.yaml"),
            MeasureCatalog.Default)).Message);

    [Theory]
    [InlineData("name: X\nextends: gansu-2023.yaml\nfoo: 1\nmeasures: { Digitalize: {}, CultivateSpecialisedSmes: { provincialReward: "
        + "9000000, provincialAward: 1 } }\n")]
    [InlineData("name: X\nextends: gansu-2023.yaml\nbehaviour: { readiness: 1, readinessToAsk: much, growthSpread: 5 }\nreplicates: "
        + "0\nstart: soon\n")]
    [InlineData("name: X\n extends: [\n")]
    [InlineData("name: X\nname: Y\nextends: gansu-2023.yaml\n")]
    public void Mistakes_of_a_scenario_file_are_told_in_Chinese(string yaml) => ToldInChinese(
        Assert.Throws<ScenarioException>(() =>
            ScenarioFile.ReadText(yaml, Repository.File("scenarios"), "scenario.yaml", MeasureCatalog.Default)).Message);

    [Fact]
    public void A_number_outside_its_range_is_told_with_its_name_its_unit_and_its_source() => Assert.Equal(
        new("s.yaml:4: 强化政策落实和支持力度:每人社保补贴(TaxRelief.insuranceSubsidy) 为 -1,超出范围 0 至 "
            + "5(元;出处:第9条:每户奖励30万元)。",
            "s.yaml:4: TaxRelief.insuranceSubsidy is -1, outside [0, 5] yuan (clause 9: 每户奖励30万元)."),
        DiagnosticTexts.Of("s.yaml:4: TaxRelief.insuranceSubsidy is -1, outside [0, 5] yuan (clause 9: 每户奖励30万元)."));

    [Fact]
    public void A_mistake_without_a_Chinese_sentence_is_told_as_it_is() =>
        Assert.Equal(
            new Phrase("s.yaml:1: quite another matter.", "s.yaml:1: quite another matter."),
            DiagnosticTexts.Of("s.yaml:1: quite another matter."));

    [Fact]
    public void Every_sentence_is_one_that_the_program_says()
    {
        var sources = string.Concat(new[] { "SimLab.Engine", "SimLab.App" }
            .SelectMany(project => Repository.Sources(Path.Combine("src", project))).Select(File.ReadAllText));
        // A long sentence goes on in a second string.
        var said = GoesOn().Replace(sources, "").Replace("\\\"", "\"", StringComparison.Ordinal);
        var unsaid = DiagnosticTexts.Worded.SelectMany(sentence => Gap().Split(sentence))
            .Where(part => part.Trim().Length > 8 && !said.Contains(part.Trim('"', ' '), StringComparison.Ordinal)).ToList();
        Assert.True(unsaid.Count == 0, $"diagnostics.zh.txt words what nothing says: {string.Join(" | ", unsaid)}");
    }

    private static void ToldInChinese(string message)
    {
        var told = DiagnosticTexts.Of(message, Law);
        Assert.Equal(message, told.En);
        Assert.All(told.Zh.Split('\n'), line => Assert.True(line.Any(c => c is >= '一' and <= '鿿') && !ThreeWords().IsMatch(line), line));
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gap();

    [GeneratedRegex("\"\\s*\\+\\s*\\$?\"")]
    private static partial Regex GoesOn();

    // English has words in a row; names of the file have commas or dots between them.
    [GeneratedRegex("[A-Za-z]{2,} [A-Za-z]+ [A-Za-z]{2,}")]
    private static partial Regex ThreeWords();
}
