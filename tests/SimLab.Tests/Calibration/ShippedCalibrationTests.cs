using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SimLab.Engine.Calibration;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Calibration;

/// <summary>The calibration, forecasts and register that the repository ships fit together.</summary>
[Fast]
public sealed class ShippedCalibrationTests
{
    private static string Of(params string[] path) => Repository.File(["scenarios", "provinces", "gansu", "calibration", .. path]);

    private static CalibrationOrder Order(string name) => CalibrationFile.Read(Of(name + ".yaml"), MeasureCatalog.Default);

    [Theory]
    [InlineData("gansu-2023")]
    [InlineData("gansu-2022")]
    public void The_parameters_were_fitted_to_the_facts_that_stand_beside_them(string name)
    {
        var text = File.ReadAllText(Of(name + ".parameters.yaml"));
        Assert.True(text.Contains(Order(name).FactsHash, StringComparison.Ordinal),
            $"The facts or the calibration {name} were changed after it was made. Run in the root: simlab calibrate "
                + $"scenarios/provinces/gansu/calibration/{name}.yaml");
        Assert.Equal(Order(name).Size.Posterior, ParametersText.ReadPosterior(Of(name + ".posterior.csv"), Order(name)).Length);
    }

    [Fact]
    public void Scenarios_start_from_the_fitted_values()
    {
        var order = Order("gansu-2023");
        var scenario = ScenarioFile.Read(Repository.File("scenarios", "provinces", "gansu", "baseline-2023.yaml"), MeasureCatalog.Default);
        var shipped = new Assumptions(scenario.Behaviour, scenario.Macro);
        var text = File.ReadAllText(Of("gansu-2023.parameters.yaml"));
        Assert.All(order.Parameters, p =>
        {
            Assert.InRange(p.In(shipped), p.Prior.Low, p.Prior.High);
            Assert.Contains(NearestWord.Number(p.In(shipped)), text, StringComparison.Ordinal);
        });
        Assert.Contains(order.Parameters, p => p.In(shipped) != p.In(Assumptions.Documented));
    }

    [Fact]
    public void The_frozen_forecasts_are_unchanged()
    {
        var frozen = Directory.GetFiles(Of(), "forecast-*.csv");
        Assert.NotEmpty(frozen);
        // As sha256sum writes it, so that anybody can check it: sha256sum -c FILE.sha256
        Assert.All(frozen, file => Assert.Equal(
            $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}  {Path.GetFileName(file)}\n",
                File.ReadAllText(file + ".sha256")));
    }

    [Fact]
    public void Every_number_of_the_register_was_studied_and_is_read_somewhere()
    {
        var all = Register.Of(null, SensitivityRanking.Read(Of("sensitivity.csv")), GansuPopulation.Recipe);
        // A figure of month zero has no arm of its own: the ranking studies the parameter that varies it, where there is one.
        Assert.All(all.Where(a => a.Group != "population" || a.VariedBy is not null), a =>
            Assert.True(a.Sensitivity is not null, $"{a.Name} is not in sensitivity.csv. Run in the root: simlab assumptions --rank"));
        Assert.All(all, a => Assert.False(a.Drives.IsEmpty, $"nothing reads {a.Group}.{a.Name}"));
    }

    [Fact]
    public void The_register_lists_the_ratios_of_every_industry_and_the_level_that_varies_them()
    {
        var all = Register.Of(null, [], GansuPopulation.Recipe);
        var wage = all.Single(a => a.Name == "industries.wage");
        Assert.Equal(("population", "yuan a year per worker", "payLevel"), (wage.Group, wage.Unit, wage.VariedBy));
        Assert.All(Enum.GetNames<Industry>(), name => Assert.Contains($"{name} ", wage.Value, StringComparison.Ordinal));
        Assert.Contains("Agriculture 40000, ", wage.Value, StringComparison.Ordinal);
        Assert.Contains(nameof(Techniques), wage.Drives);
        var json = JsonNode.Parse(Register.ToJson(all))!.AsArray().Single(a => (string)a!["name"]! == "industries.wage")!;
        Assert.Equal((wage.Value, "payLevel"), ((string)json["value"]!, (string)json["variedBy"]!));
        Assert.All(all.Where(a => a.VariedBy is not null), a => Assert.Contains(all, level => level.Name == a.VariedBy));
        Assert.Contains("; Mining derived: national input-output table of 2002", all.Single(a => a.Name == "industries.materials").Source,
            StringComparison.Ordinal);
        Assert.DoesNotContain(all, a => a.Name.StartsWith("published.", StringComparison.Ordinal));
    }
}
