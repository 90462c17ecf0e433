using SimLab.Engine.Calibration;
using SimLab.Engine.Scenarios;
using SimLab.Tests.Scenarios;
using Xunit;

namespace SimLab.Tests.Calibration;

[Fast]
public sealed class CalibrationErrorTests : IDisposable
{
    private const string Good = """
        name: Test
        scenario: plain.yaml
        facts: facts.yaml
        knownBy: 2023-01
        seed: 1
        draws: 40
        parameters:
          exitRate: { from: 0.02, to: 0.1, source: test }
        """;

    private const string Fact = """
        exit: { measures: exit_rate, at: 2022-12, unit: share a year, observed: 0.06, error: 0.01,
          reason: test, source: test, tag: assumed, known: 2023-01 }
        """;

    private readonly ScenarioFolder folder = new();

    public CalibrationErrorTests()
    {
        folder.Write("plain.yaml", ScenarioFolder.Plain);
        folder.Write("facts.yaml", Fact);
    }

    public void Dispose() => folder.Dispose();

    private CalibrationOrder Read(string text) => CalibrationFile.Read(folder.Write("calibration.yaml", text), ScenarioFolder.Catalog);

    private void AssertMistake(string text, int line, params string[] words)
    {
        var mistake = Assert.Throws<ScenarioException>(() => Read(text));
        var problem = Assert.Single(mistake.Problems);
        Assert.Equal(line, problem.Position.Line);
        Assert.All(words, word => Assert.Contains(word, problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_calibration_without_mistakes_is_read()
    {
        var order = Read(Good);
        Assert.Equal(["exitRate"], order.Parameters.Select(p => p.Name));
        Assert.Equal((0.06, 0.01, "2022-12"), (order.Fitted[0].Observed, order.Fitted[0].Error, order.LastFitted.ToString()));
    }

    [Theory]
    [InlineData("exitRate:", "exitRat:", 8, "exitRat", "Nearest: exitRate")]
    [InlineData("to: 0.1,", "to: 0.7,", 8, "exitRate.to is 0.7", "[0, 0.5]")]
    [InlineData("to: 0.1,", "to: 0.01,", 8, "from 0.02 to 0.01", "smaller number in from")]
    [InlineData("exitRate:", "bankCreditGrowth:", 8, "bankCreditGrowth.2023", "path by year")]
    [InlineData("exitRate:", "exitRate.2023:", 8, "cannot move")]
    [InlineData("source: test", "sauce: test", 8, "sauce")]
    [InlineData("draws: 40", "draws: 20\nkept: 20%", 6, "too few", "at least 10")]
    [InlineData("draws: 40", "draws: 40\nkept: 1.5", 7, "outside (0, 1)")]
    [InlineData("knownBy: 2023-01", "knownBy: 2022-01", 4, "no fact was known by 2022-01")]
    [InlineData("facts: facts.yaml", "facts: fact.yaml", 3, "no file", "Nearest: facts.yaml")]
    [InlineData("seed: 1", "sead: 1\nseed: 1", 5, "sead", "Nearest: seed")]
    public void A_mistake_is_told_with_its_line_and_what_is_allowed(string right, string wrong, int line, params string[] words)
    {
        if (wrong == "sauce: test")
        {
            // Two mistakes in one: a key too many and one too few.
            var both = Assert.Throws<ScenarioException>(() => Read(Good.Replace(right, wrong, StringComparison.Ordinal)));
            Assert.Equal([line, line], both.Problems.Select(p => p.Position.Line));
            return;
        }
        AssertMistake(Good.Replace(right, wrong, StringComparison.Ordinal), line, words);
    }

    [Theory]
    [InlineData("exit_rate", "exit_rat", "which the model does not give", "Nearest: exit_rate")]
    [InlineData("share a year", "firms", "is given in \"firms\"")]
    [InlineData("error: 0.01", "error: 0", "above 0")]
    [InlineData("tag: assumed", "tag: guessed", "published, derived, fitted, assumed")]
    [InlineData("at: 2022-12", "at: 2022-06", "looks 12 months back")]
    [InlineData("tag: assumed,", "tag: assumed, use: maybe,", "Write fit, or score")]
    public void A_mistake_in_a_fact_is_told_in_the_facts_file(string right, string wrong, params string[] words)
    {
        folder.Write("facts.yaml", Fact.Replace(right, wrong, StringComparison.Ordinal));
        var problem = Assert.Single(Assert.Throws<ScenarioException>(() => Read(Good)).Problems);
        var line = 1 + Fact.AsSpan(0, Fact.IndexOf(right, StringComparison.Ordinal)).Count('\n');
        Assert.Equal((folder.In("facts.yaml"), line), (problem.Position.File, problem.Position.Line));
        Assert.All(words, word => Assert.Contains(word, problem.Message, StringComparison.Ordinal));
    }
}
