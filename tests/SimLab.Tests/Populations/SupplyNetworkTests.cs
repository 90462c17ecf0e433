using SimLab.Model;
using SimLab.Model.Enterprises;
using Xunit;

namespace SimLab.Tests.Populations;

[Slow]
public sealed class SupplyNetworkTests
{
    private static readonly Firm[] Firms = [.. GansuPopulation.Population.Firms];
    private static readonly Firm[] Suppliers = [.. Firms.Where(firm => firm.Tier >= Tier.First)];
    private static readonly Firm[] Customers = [.. Firms.Where(firm => firm.Suppliers > 0)];

    [Fact]
    public void Every_supplier_has_a_customer_one_tier_up_its_own_chain() => Assert.All(Suppliers, supplier =>
    {
        var customer = Firms[supplier.Customer];
        Assert.Equal((supplier.Chain, supplier.Tier - 1, supplier.CustomerAccount), (customer.Chain, customer.Tier, customer.OwnAccount));
    });

    [Fact]
    public void Every_firm_of_a_chain_has_its_place_in_it() =>
        Assert.All(Firms, firm => Assert.Equal(firm.Chain == Chain.None, firm.Tier == Tier.None));

    [Fact]
    public void Customers_are_in_business_stand_for_themselves_and_have_an_account_each()
    {
        Assert.All(Customers, customer =>
            Assert.Equal((1, true), (customer.Weight, GansuPopulation.Population.Initial[customer.Id].IsAlive)));
        Assert.Equal(Enumerable.Range(0, Customers.Length), Customers.Select(customer => customer.OwnAccount));
        Assert.All(Customers, customer => Assert.Equal(Suppliers.Count(supplier => supplier.Customer == customer.Id), customer.Suppliers));
    }

    [Fact]
    public void A_few_customers_have_many_suppliers_and_most_have_few()
    {
        int[] degrees = [
            .. Customers.Where(customer => customer.Tier == Tier.First).Select(customer => customer.Suppliers).OrderDescending()];
        Assert.InRange(degrees.Take(degrees.Length / 10).Sum() / (double)degrees.Sum(), 0.35, 0.7);
        Assert.InRange(degrees[degrees.Length / 2], 1, 4);
        Assert.True(degrees[0] >= 40);
    }

    [Fact]
    public void Suppliers_prefer_customers_of_their_region()
    {
        // Of the links down to the second tier, against what there would be if customers were dealt out again by luck.
        Firm[] second = [.. Suppliers.Where(supplier => supplier.Tier == Tier.Second)];
        var near = second.Count(supplier => Firms[supplier.Customer].Region == supplier.Region) / (double)second.Length;
        var byLuck = GansuPopulation.Province.AllRegions().Sum(region =>
            second.Count(s =>
                s.Region == region) / (double)second.Length * (
                second.Count(s => Firms[s.Customer].Region == region) / (double)second.Length));
        Assert.True(near > 2 * byLuck, $"{near} {byLuck}");
    }

    [Fact]
    public void The_same_seed_makes_the_same_links_and_another_seed_others()
    {
        static int[] Links(ulong seed) => [.. GansuPopulation.File.Generate(seed).Firms.Select(firm => firm.Customer)];
        Assert.True(Links(1).SequenceEqual(Firms.Select(firm => firm.Customer)));
        Assert.False(Links(1).SequenceEqual(Links(2)));
    }
}
