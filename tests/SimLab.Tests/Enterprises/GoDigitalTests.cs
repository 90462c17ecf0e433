using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Decisions;
using Xunit;

namespace SimLab.Tests.Enterprises;

[Fast]
public sealed class GoDigitalTests
{
    private static readonly BehaviouralParameters Rules = new() { CloudAdoption = 0.01 };

    [Theory]
    [InlineData(false, 0, false, 0.01)]
    [InlineData(false, 0.5, false, 0.015)]
    [InlineData(false, 0.5, true, 0.03)]
    [InlineData(true, 0.5, true, 0)]                         // it is there already
    public void An_aware_firm_goes_to_the_cloud_sooner_and_one_with_a_title_twice_as_soon(
        bool onCloud, float awareness, bool titled, double chance) =>
        Assert.Equal(chance, GoDigital.CloudChance(onCloud, awareness, titled, Rules), 12);
}
