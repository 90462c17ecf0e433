using SimLab.Model.Economy;
using Xunit;

namespace SimLab.Tests.Markets;

/// <summary>The wage curve, worked out by hand.</summary>
[Fast]
public sealed class LabourMarketTests
{
    private static readonly BehaviouralParameters Behaviour = new()
    { WageCurve = 0.1, UsualUnemployment = 0.05, JobsFromUnemployed = 0.5, StaffFollowsPay = 0.3 };

    [Fact]
    public void Usual_employment_pays_the_usual() => Assert.Equal(1, LabourMarket.Pay(1, Behaviour));

    [Fact]
    public void A_tenth_fewer_unemployed_raise_pay_by_one_per_cent()
    {
        // Half of 1.0526 % more jobs go to the unemployed, who fall from 5 to 4.5 of 100.
        var jobs = 1 + 0.005 / 0.5 / 0.95;
        Assert.Equal(Math.Pow(0.9, -0.1), LabourMarket.Pay(jobs, Behaviour), 12);
        Assert.Equal(1.0106, LabourMarket.Pay(jobs, Behaviour), 4);
        Assert.True(LabourMarket.Pay(2 - jobs, Behaviour) < 1);
    }

    [Fact]
    public void Unemployment_never_vanishes() =>
        Assert.Equal(LabourMarket.Pay(2, Behaviour), LabourMarket.Pay(3, Behaviour));

    [Fact]
    public void Without_a_wage_curve_pay_is_the_usual_to_the_bit() =>
        Assert.Equal(1.0, LabourMarket.Pay(1.2, Behaviour.WithoutClosure()));

    [Fact]
    public void Each_region_has_its_own_pay_and_firms_there_do_the_same_work_with_fewer_people()
    {
        double[] pay = [1, 1, 1], work = [1, 1, 1];
        LabourMarket.SetPay(pay, work, [1050, 1010, 0], [1000, 1000, 0], 1.01, Behaviour);
        Assert.Equal(LabourMarket.Pay(1.05 / 1.01, Behaviour), pay[0], 12);
        Assert.Equal(1, pay[1], 12);
        Assert.Equal(1, pay[2]);
        Assert.Equal(Math.Pow(pay[0], 0.3), work[0], 12);
    }
}
