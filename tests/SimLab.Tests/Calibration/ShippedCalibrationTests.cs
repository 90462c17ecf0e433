using System.Security.Cryptography;
using SimLab.Engine.Calibration;
using SimLab.Engine.Scenarios;
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
        var all = Register.Of(null, SensitivityRanking.Read(Of("sensitivity.csv")));
        Assert.All(all, a =>
            Assert.True(a.Sensitivity is not null, $"{a.Name} is not in sensitivity.csv. Run in the root: simlab assumptions --rank"));
        Assert.All(all, a => Assert.False(a.Drives.IsEmpty, $"nothing reads {a.Group}.{a.Name}"));
    }
}
