using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using SimLab.App.Texts;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;
using Xunit;
using YamlDotNet.Core;

namespace SimLab.Tests.App;

[Fast]
public partial class SentenceTextsTests
{
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
            MeasureCatalog.Default)));

    [Theory]
    [InlineData("name: X\nextends: gansu-2023.yaml\nfoo: 1\nmeasures: { Digitalize: {}, CultivateSpecialisedSmes: { provincialReward: "
        + "9000000, provincialAward: 1 } }\n")]
    [InlineData("name: X\nextends: gansu-2023.yaml\nbehaviour: { readiness: 1, readinessToAsk: much, growthSpread: 5 }\nreplicates: "
        + "0\nstart: soon\n")]
    [InlineData("name: X\n extends: [\n")]
    [InlineData("name: X\nname: Y\nextends: gansu-2023.yaml\n")]
    public void Mistakes_of_a_scenario_file_are_told_in_Chinese(string yaml) => ToldInChinese(
        Assert.Throws<ScenarioException>(() =>
            ScenarioFile.ReadText(yaml, Repository.File("scenarios"), "scenario.yaml", MeasureCatalog.Default)));

    [Fact]
    public void A_number_outside_its_range_is_told_with_its_name_its_unit_and_its_source() => Assert.Equal(
        new("强化政策落实和支持力度：每人社保补贴（TaxRelief.insuranceSubsidy）为 -1，超出范围 0 至 5（元；出处：第9条：每户奖励30万元）。",
            "TaxRelief.insuranceSubsidy is -1, outside [0, 5] yuan (clause 9: 每户奖励30万元)."),
        SentenceTexts.Of(Values.Outside("TaxRelief.insuranceSubsidy", -1,
            new LeverAttribute("yuan", 0, 5, "clause 9: 每户奖励30万元") { NameZh = "", UnitZh = "", SourceZh = "" })));

    [Fact]
    public void Sentences_that_follow_each_other_are_parted_by_blanks_in_English_alone() => Assert.Equal(
        new("没有命令 x。最接近的是：y。可用的命令有：y、z。", "There is no command x. Nearest: y. The commands are: y, z."),
        SentenceTexts.Of(Sentence.Join(Sentence.Of($"There is no command {"x"}."), Sentence.Of($"Nearest: {"y"}."),
            Sentence.Of($"The commands are: {new[] { "y", "z" }}."))));

    [Fact]
    public void Every_message_of_the_parser_of_YAML_has_its_Chinese()
    {
        using var package = new PEReader(File.OpenRead(typeof(YamlException).Assembly.Location));
        var texts = package.GetMetadataReader();
        var said = new HashSet<string>();
        for (var at = MetadataTokens.UserStringHandle(1); !at.IsNil; at = texts.GetNextHandle(at))
            if (Complaint().IsMatch(texts.GetUserString(at))) said.Add(texts.GetUserString(at).TrimEnd('.'));
        Assert.Equal(said.Order(StringComparer.Ordinal), TextTable.Read("yaml.zh.txt", " ⇒ ").Keys.Order(StringComparer.Ordinal));
        var why = Term.Yaml("While parsing a block mapping, did not find expected key.");
        Assert.Equal("此处应为键", SentenceTexts.Of(Sentence.Of($"{why}")).Zh);
    }

    [Fact]
    public void A_message_of_another_program_is_told_as_it_is() => Assert.Equal(
        new Phrase("quite another matter", "quite another matter"), SentenceTexts.Of(new IOException("quite another matter.")));

    private static void ToldInChinese(ScenarioException mistakes)
    {
        var told = SentenceTexts.Of(mistakes);
        Assert.Equal(mistakes.Message, told.En);
        Assert.All(told.Zh.Split('\n'), line => Assert.True(line.Any(c => c is >= '一' and <= '鿿') && !ThreeWords().IsMatch(line), line));
    }

    [GeneratedRegex("^(Did not find|Found (dup|inc)|Invalid key|Reached the end|Unexpected comma|While (parsing|scanning))")]
    private static partial Regex Complaint();

    // English has words in a row; names of the file have commas or dots between them.
    [GeneratedRegex("[A-Za-z]{2,} [A-Za-z]+ [A-Za-z]{2,}")]
    private static partial Regex ThreeWords();
}
