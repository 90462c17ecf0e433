using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using Xunit;

namespace SimLab.Tests.Enterprises;

[Fast]
public sealed class SeekCustomersTests
{
    private static readonly BehaviouralParameters Rules = new()
    {
        MonthsToDeliver = 4,
        MarginOfExtraSale = 0.2,
        StandCost = 15_000,
        StandsHoped = 0.5,
        WorthSelling = 0.02,
        QualityInQueue = 0.1,
        CapabilityInQueue = 0.05,
    };

    [Fact]
    public void Orders_that_wait_take_capacity_in_the_months_of_their_delivery()
    {
        var firm = new Enterprise { Demand = 100_000, OrdersPublic = Fen.FromYuan(60_000), OrdersChain = Fen.FromYuan(20_000) };
        Assert.Equal(10_000, SpareCapacity.Of(130_000, firm, Rules));
    }

    [Theory]
    [InlineData(2_001, true)]
    [InlineData(2_000, false)]
    [InlineData(-5_000, false)]
    public void A_firm_looks_for_customers_with_more_than_a_fiftieth_of_its_sales_free(double free, bool looks) =>
        Assert.Equal(looks, SpareCapacity.IsWorthSelling(free, 100_000, Rules));

    [Theory]
    [InlineData(100_000, 30_000)]                            // 12 × (20,000 − 15,000) at half a stand
    [InlineData(75_000, 0)]
    [InlineData(0, 0)]                                       // a loss is not hoped for
    public void A_stand_is_worth_the_margin_of_its_orders_less_its_cost(double orders, double gain) =>
        Assert.Equal(gain, SeekCustomers.FairGain(orders, Rules), 6);

    [Fact]
    public void Quality_and_capability_come_first_and_luck_may_change_it()
    {
        var plain = SpareCapacity.Rank(0, 1, 0, Rules);
        Assert.Equal(1, plain);
        Assert.Equal(plain - 0.05, SpareCapacity.Rank(0.5f, 1, 0, Rules), 12);
        Assert.Equal(plain - 0.05, SpareCapacity.Rank(0, 2, 0, Rules), 12);
        Assert.Equal(plain + 0.2, SpareCapacity.Rank(0, 1, 0.2, Rules), 12);
    }
}
