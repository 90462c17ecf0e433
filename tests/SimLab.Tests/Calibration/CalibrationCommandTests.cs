using SimLab.App.Console;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Calibration;

/// <summary>The commands on the shipped files, as a user types them.</summary>
[Slow]
public sealed class CalibrationCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("simlab-belief-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_quick_validation_writes_one_page_with_pictures()
    {
        var page = Path.Combine(folder, "validation.html");
        var said = await Said.By(
            "validate", Repository.File("scenarios", "provinces", "gansu", "calibration", "gansu-2022.yaml"), "--quick", "--out", page);
        Assert.Equal((ExitCode.Done, page), (said.Exit, said.Output.TrimEnd().Split('\n')[^1]));
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        foreach (var words in new[]
            { "<svg", "new_specialised_2023", "with a loan", "68.6 %", "Totals of the synthetic firms", "inside the 90 % interval" })
            Assert.Contains(words, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_province_is_validated_by_the_facts_of_its_own_folder()
    {
        var calibration = Directory.CreateDirectory(Path.Combine(folder, "ningxia", "calibration")).FullName;
        File.WriteAllText(Path.Combine(calibration, "ningxia-2022.yaml"), $$"""
            name: Ningxia, facts known by January 2023
            scenario: {{Repository.File("scenarios", "provinces", "ningxia", "baseline-2023.yaml")}}
            facts: facts.yaml
            knownBy: 2023-01
            seed: 1
            draws: 20
            kept: 50%
            rounds: 1
            checks: 1
            posterior: 10
            parameters:
              appliesUnaware: { from: 0.2, to: 0.9, source: a share }
            """);
        File.WriteAllText(Path.Combine(calibration, "facts.yaml"), """
            high_tech_2022:
              { measures: high_tech_enterprises, at: 2022-12, unit: firms, observed: 421, error: 60, tag: derived, known: 2022-12,
                reason: a trend, source: 65 more a year }
            high_tech_2023:
              { measures: high_tech_enterprises, at: 2023-12, unit: firms, observed: 0, error: 1, tag: assumed, known: 2024-01,
                reason: nothing is so far off, source: invented }
            """);
        var page = Path.Combine(folder, "ningxia.html");
        var said = await Said.By(
            "validate", "--province", Path.Combine(folder, "ningxia"), "--quick", "--calibrate", "--enterprises", "500", "--out", page);
        Assert.Equal((ExitCode.Done, page), (said.Exit, said.Output.TrimEnd().Split('\n')[^1]));
        Assert.Contains("0 of 1 facts that became known later", said.Output, StringComparison.Ordinal);
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains("Back-test: Ningxia", html, StringComparison.Ordinal);
        Assert.Contains(" in Yinchuan", html, StringComparison.Ordinal);
        Assert.Contains("not known for this province", html, StringComparison.Ordinal);
        Assert.DoesNotContain("68.6 %", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" in Lanzhou", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_province_without_a_calibration_says_what_is_missing_and_shows_an_example()
    {
        var said = await Said.By("validate", "--province", Repository.File("scenarios", "provinces", "ningxia"), "--quick");
        Assert.Equal(ExitCode.WrongInput, said.Exit);
        Assert.Contains("there is no calibration of the province", said.Error, StringComparison.Ordinal);
        Assert.Contains("The province gansu is an example", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_posterior_of_another_calibration_is_refused()
    {
        var there = Repository.File("scenarios", "provinces", "gansu", "calibration");
        foreach (var name in new[] { "gansu-2022.yaml", "gansu-2022.posterior.csv" })
            File.WriteAllText(Path.Combine(folder, name), File.ReadAllText(Path.Combine(there, name))
                .Replace("scenario: ../../../", $"scenario: {there}/../../../", StringComparison.Ordinal)
                    .Replace("facts: ", $"facts: {there}/", StringComparison.Ordinal)
                .Replace("appliesUnaware,", "applies,", StringComparison.Ordinal));
        var said = await Said.By("forecast", Path.Combine(folder, "gansu-2022.yaml"), "--out", folder);
        Assert.Equal(ExitCode.WrongInput, said.Exit);
        Assert.Contains("not the parameters of the calibration", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_comes_as_json_for_programs()
    {
        var said = await Said.By("assumptions", "--format", "json");
        var all = System.Text.Json.Nodes.JsonNode.Parse(said.Output)!.AsArray();
        var one = all.Single(a => (string)a!["name"]! == "exitRate")!;
        Assert.Equal(
            ("behaviour", "share of stock a year", "published"), ((string)one["group"]!, (string)one["unit"]!, (string)one["confidence"]!));
        Assert.Contains("Leave", one["drives"]!.AsArray().Select(d => (string)d!));
    }
}
