using SimLab.App.Console;
using SimLab.Engine.Calibration.Trials;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Calibration.Trials;

/// <summary>The benchmark as a user types it.</summary>
[Slow]
public sealed class EffectsCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("simlab-effects-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_page_and_the_results_are_written_from_one_run()
    {
        var (file, page) = (Path.Combine(folder, "effects.yaml"), Path.Combine(folder, "page.md"));
        File.WriteAllText(file, $$"""
            name: Test
            scenario: {{Repository.File("scenarios", "provinces", "gansu", "baseline-2023.yaml")}}
            from: 2022-03
            replicates: 2
            effects:
              win:
                name: A win
                eligible: bidders
                treatment: { words: one contract, award: contract }
                months: 2
                outcomes: { sales: { low: -50, high: 50, source: test } }
                grades: [ProcurementSupport.priceDeduction]
              bidders: { name: Bidders, published: twice as many, source: test, notPosed: bids do not respond }
            """);
        var said = await Said.By("validate", "--effects", file, "--quick", "--format", "md", "--out", page);
        Assert.True(said.Exit == ExitCode.Done, said.Error);
        Assert.Contains("1 of 2 effects are as published, 0 are not, and 1 cannot be posed.", said.Output, StringComparison.Ordinal);
        var text = File.ReadAllText(page);
        Assert.All(
            new[] { "do not edit", "| A win | sales, per cent | -50 to 50 |", "not posed: bids do not respond" },
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        var recorded = Assert.Single(BenchmarkResults.Read(BenchmarkResults.FileOf(file)));
        Assert.Equal(("win", "sales", TrialVerdict.Inside), (recorded.Effect, recorded.Outcome, recorded.Verdict));
        Assert.Equal(["ProcurementSupport.priceDeduction"], recorded.Levers);
    }
}
