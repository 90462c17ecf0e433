using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Forms;
using Xunit;

namespace SimLab.Tests.Enterprises;

[Fast]
public sealed class SeekCustomersTests
{
    private static readonly BehaviouralParameters Rules = new()
    {
        MonthsToDeliver = 4,
        OrdersPerStand = 0.3,
        MostPerStand = 300_000,
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
    [InlineData(200_000, 500_000, 60_000)]
    [InlineData(200_000, 40_000, 40_000)]                    // more could not be delivered
    [InlineData(5_000_000, 9_000_000, 300_000)]              // a stand has room for so many visitors, whoever stands there
    public void A_stand_brings_part_of_a_months_sales_as_far_as_capacity_is_free_and_never_more_than_its_limit(
        double sales, double spare, double orders) =>
        Assert.Equal(orders, SeekCustomers.OrdersOfStand(sales, spare, Rules), 6);

    [Theory]
    [InlineData(15_001, 15_000, true)]
    [InlineData(15_000, 15_000, false)]
    [InlineData(12_000, 10_000, true)]                       // a measure pays a third of the price
    public void A_firm_wants_a_stand_that_earns_more_than_it_pays(double earns, double price, bool wants) =>
        Assert.Equal(wants, new SalesPlan { StandEarns = Fen.FromYuan(earns), StandPrice = Fen.FromYuan(price) }.WantsStand);

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
