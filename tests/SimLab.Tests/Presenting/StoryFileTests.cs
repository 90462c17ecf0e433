using NJsonSchema;
using SimLab.App.Export.Stories;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Tests.App;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Presenting;

/// <summary>A story is read strictly, and every mistake is told with its line.</summary>
[Fast]
public sealed class StoryFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("simlab-stories-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_story_of_the_notice_can_be_read_and_is_told_in_both_languages()
    {
        var story = StoryFile.Read(Repository.File("scenarios", "stories", "gansu-2023.yaml"));
        Assert.Equal(Month.Of(2021, 12), story.Steps[0].From);
        Assert.All(story.Steps, step => Assert.NotEqual(step.Caption.En, step.Caption.Zh));
        Assert.Equal(
            ["cost", "credit", "flows", "map", "race"], story.Steps.Select(step => step.Scene).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(story.Steps, step => step.Pause is null);
        Assert.Contains(story.Steps, step => step.Camera.Region == "Lanzhou");
    }

    [Fact]
    public async Task Its_schema_is_what_the_command_prints_and_accepts_it()
    {
        var schema = await File.ReadAllTextAsync(Repository.File("scenarios", "story.schema.json"), TestContext.Current.CancellationToken);
        Assert.Equal(schema, (await Said.By("schema", "--story")).Output);
        var read = await JsonSchema.FromJsonAsync(schema, TestContext.Current.CancellationToken);
        Assert.Empty(
            read.Validate(
            """
            {
              "name": "x",
              "steps": [{ "month": "2022-01", "scene": "map", "caption": { "en": "x", "zh": "y" }, "pause": "hold" }]
            }
            """));
        Assert.NotEmpty(
            read.Validate("""{ "name": "x", "steps": [{ "month": "2022-01", "scene": "maps", "caption": { "en": "x", "zh": "y" } }] }"""));
        Assert.NotEmpty(read.Validate("""{ "name": "x", "steps": [] }"""));
    }

    [Theory]
    [InlineData("steps: []", 2, "a story has 1 to 200 steps, and this one 0.")]
    [InlineData("steps: later", 2, "steps is \"later\". Write a list")]
    [InlineData("plot: thin\nsteps: []", 2, "there is no key \"plot\" in a story.", "The keys are: name, nameZh, steps.")]
    [InlineData("steps:\n  - { month: 2022-01, scene: maps, caption: { en: a, zh: b } }", 3, "scene is \"maps\". Nearest: map.",
        "The scenes are: map, race, flows, credit, cost.")]
    [InlineData("steps:\n  - { month: 2022-01, scene: map, caption: { en: a } }", 3, "caption has no zh. Add \"zh: …\".")]
    [InlineData("steps:\n  - { month: 2022-01, scene: map, caption: here }", 3, "caption is \"here\". Write it in both languages")]
    [InlineData("steps:\n  - { scene: map, caption: { en: a, zh: b } }", 3, "the step has no month.")]
    [InlineData("steps:\n  - { from: 2022-01, scene: map, caption: { en: a, zh: b } }", 3, "the step has from and no until.")]
    [InlineData("steps:\n  - { month: 2022-01, until: 2022-02, scene: map, caption: { en: a, zh: b } }", 3,
        "Keep month, or from and until.")]
    [InlineData("steps:\n  - { from: 2022-05, until: 2022-02, scene: map, caption: { en: a, zh: b } }", 3,
        "the step runs from 2022-05 until 2022-02.")]
    [InlineData("steps:\n  - { month: 2027-01, scene: map, caption: { en: a, zh: b } }", 3,
        "month is 2027-01. The run has 2021-12 (before its first month) to 2024-12.")]
    [InlineData("steps:\n  - { month: 2022-01, scene: map, camera: { region: Lanzho }, caption: { en: a, zh: b } }", 3,
        "region is \"Lanzho\". Nearest: Lanzhou.")]
    [InlineData("steps:\n  - { month: 2022-01, scene: map, camera: { region: Lanzhou, industry: Mining }, caption: { en: a, zh: b } }", 3,
        "a region or at an industry, not at both")]
    [InlineData("steps:\n  - { month: 2022-01, scene: map, camera: { enterprise: 100 }, caption: { en: a, zh: b } }", 3,
        "enterprise is \"100\". Write a whole number from 0 to 99.")]
    [InlineData("steps:\n  - { month: 2022-01, scene: map, pause: long, caption: { en: a, zh: b } }", 3,
        "pause is \"long\". Write seconds from 0 to 3600, or hold")]
    [InlineData("steps:\n  - { month: 2022-01, scene: map, speed: 3, caption: { en: a, zh: b } }", 3, "speed is \"3\".", "1, 2, 4, 8, 12")]
    public void A_mistake_is_told_with_its_line_and_what_is_allowed(string text, int line, params string[] words)
    {
        var file = Path.Combine(_folder.FullName, "story.yaml");
        File.WriteAllText(file, $"name: A story\n{text}\n");
        var mistake = Assert.Throws<ScenarioException>(() =>
            StoryFile.Read(
                file, new StoryReader.Frame(Month.Of(2021, 12), Month.Of(2024, 12), 100, GansuPopulation.Province.RegionNames())));
        Assert.Equal(line, mistake.Problems[0].Position.Line);
        Assert.All(words, word => Assert.Contains(word, mistake.Problems[0].Message, StringComparison.Ordinal));
    }
}
