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
            { "<svg", "new_specialised_2023", "专精特新 SMEs with a loan", "Totals of the synthetic firms", "inside the 90 % interval" })
            Assert.Contains(words, html, StringComparison.Ordinal);
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
