using SimLab.Engine.Scenarios;
using Xunit;

namespace SimLab.Tests.Scenarios;

/// <summary>A folder of scenario files that is gone after the test. It holds a population, people.json.</summary>
internal sealed class ScenarioFolder : IDisposable
{
    /// <summary>A scenario without measures and without mistakes; six lines.</summary>
    public const string Plain = """
        name: Plain
        start: 2022-01
        months: 36
        replicates: 8
        seed: 7
        population: people.json

        """;

    public static readonly MeasureCatalog Catalog = new(typeof(SampleRewards).Assembly);

    public string Path { get; } = Directory.CreateTempSubdirectory("simlab-scenarios-").FullName;

    public ScenarioFolder() => File.WriteAllText(In("people.json"), "{}");

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(In(name))!);
        File.WriteAllText(In(name), text);
        return In(name);
    }

    public Scenario Read(string text) => ScenarioFile.Read(Write("x.yaml", text), Catalog);

    public ScenarioException MistakesOf(string name) => Assert.Throws<ScenarioException>(() => ScenarioFile.Read(In(name), Catalog));

    /// <summary>Asserts that the text has one mistake, in this line, and that its message has these words.</summary>
    public void AssertMistake(string text, int line, params string[] words)
    {
        Write("x.yaml", text);
        AssertMistakeIn("x.yaml", "x.yaml", line, words);
    }

    public void AssertMistakeIn(string read, string mistaken, int line, params string[] words)
    {
        var mistake = MistakesOf(read);
        var problem = Assert.Single(mistake.Problems);
        Assert.Equal(In(mistaken), mistake.File);
        Assert.Equal(line, mistake.Line);
        Assert.StartsWith(line == 0 ? $"{In(mistaken)}: " : $"{In(mistaken)}:{line}: ", mistake.Message, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, problem.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", mistake.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
