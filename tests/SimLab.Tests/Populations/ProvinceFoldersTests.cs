using SimLab.Engine.Calibration;
using SimLab.Engine.Populations;
using SimLab.Tests.Rules;
using Xunit;

namespace SimLab.Tests.Populations;

/// <summary>Provinces and their calibrations are found by their folders.</summary>
[Fast]
public sealed class ProvinceFoldersTests
{
    [Fact]
    public void A_folder_names_its_province_wherever_it_is() =>
        Assert.Equal("Ningxia", ProvinceFolders.Read(Repository.File("scenarios", "provinces", "ningxia")).Name);

    [Fact]
    public void The_back_test_is_the_calibration_that_knows_least()
    {
        string[] calibrations = ["gansu-2022.yaml", "gansu-2023.yaml"];
        var gansu = Repository.File("scenarios", "provinces", "gansu");
        Assert.Equal(calibrations, CalibrationFolder.Of(gansu).Select(file => Path.GetFileName(file)));
        Assert.Equal("gansu-2022.yaml", Path.GetFileName(CalibrationFolder.BackTest(gansu)));
    }

    [Fact]
    public void A_province_without_a_calibration_says_where_one_is_looked_for()
    {
        var said = Assert.Throws<PopulationException>(
            () => CalibrationFolder.BackTest(Repository.File("scenarios", "provinces", "ningxia")));
        Assert.Contains("there is no calibration", said.Message, StringComparison.Ordinal);
        Assert.EndsWith(Path.Combine("ningxia", "calibration"), said.File, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rules_command_judges_by_the_law_of_the_province_it_is_given()
    {
        var gansu = GansuPopulation.Province;
        var spares = gansu with
        {
            Name = "Threelakes",
            Law = new([.. gansu.Law.Rules.Select(rates => rates.Rule != "sixTaxesTwoFees" ? rates
                : rates with { Steps = [new(Model.Month.Of(2019, 1), null, 0.25, "our notice", Model.Confidence.Published)] })]),
        };
        var file = Repository.File("scenarios", "rules", "example-firms.yaml");
        var half = RulesFolder.Parsed(RulesFolder.Run(file, json: true).Output)[0];
        var quarter = RulesFolder.Parsed(RulesFolder.Run(file, json: true, province: spares).Output)[0];
        Assert.Equal((0.5m, 0.25m), (half.Yuan("surcharges.spared"), quarter.Yuan("surcharges.spared")));
        Assert.Equal(1.5m * half.Yuan("surcharges.amount"), quarter.Yuan("surcharges.amount"));
        Assert.Equal(("Gansu", "Threelakes"), (half.Text("province"), quarter.Text("province")));
        Assert.Contains("Threelakes: our notice", quarter.Text("surcharges.note"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_listing_shows_what_the_province_sets_and_where_it_sets_nothing()
    {
        var ningxia = ProvinceFolders.Read(Repository.File("scenarios", "provinces", "ningxia"));
        var text = RulesFolder.Run(null, on: "2023-06", list: true, province: ningxia).Output;
        Assert.Contains("Ningxia: Quota of disabled staff", text, StringComparison.Ordinal);
        Assert.Contains("set by no document of the province: as in national law", text, StringComparison.Ordinal);
        var listed = RulesFolder.Parsed(RulesFolder.Run(null, on: "2023-06", list: true, json: true, province: ningxia).Output);
        Assert.Equal(3, listed.Count(rule => rule.TryGetProperty("province", out _)));
    }
}
