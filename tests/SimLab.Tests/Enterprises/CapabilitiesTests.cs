using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using Xunit;

namespace SimLab.Tests.Enterprises;

[Fast]
public sealed class CapabilitiesTests
{
    private static readonly BehaviouralParameters Rules = new()
    {
        CloudGain = 0.02,
        CloudGainPower = 0.5,
        GrowthSpreadFrom = 100_000,
        DigitalGain = 0.02,
        DigitalDrift = 0.12,
        MarginOfExtraSale = 0.2,
        MonthsProductSells = 60,
    };

    [Theory]
    [InlineData(1_000_000, 0.02)]
    [InlineData(4_000_000, 0.01)]
    [InlineData(250_000, 0.04)]
    [InlineData(1_000, 0.0632455532)]                        // as at the least sales
    public void A_small_firm_gains_more_from_the_cloud(double yearlySales, double gain) =>
        Assert.Equal(gain, Capabilities.OfCloud(yearlySales, Rules), 9);

    [Theory]
    [InlineData(0.12, 0)]                                    // as everybody
    [InlineData(0.18, 0.0001)]
    [InlineData(0, -0.0002)]
    public void A_digital_level_counts_as_far_as_others_do_not_gain_it(double levelStep, double gain) =>
        Assert.Equal(gain, Capabilities.OfDigitalLevel(levelStep, Rules), 12);

    [Theory]
    [InlineData(0, 10_000, 0)]
    [InlineData(1_200, 10_000, 100)]     // 1,200 yuan are earned on 100 yuan a month at a margin of a fifth in five years
    [InlineData(1_200, 0, 0)]
    public void One_more_result_sells_until_it_has_earned_its_worth(double worth, double demand, double sales) =>
        Assert.Equal(demand + sales, demand * Math.Exp(Capabilities.OfResults(worth, demand, Rules)), 6);
}
