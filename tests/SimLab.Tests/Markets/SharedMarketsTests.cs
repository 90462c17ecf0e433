using SimLab.Model;
using SimLab.Model.Economy;
using Xunit;

namespace SimLab.Tests.Markets;

/// <summary>Two regions, each with a local market (retail) and a part of a market of the province (manufacturing).</summary>
[Fast]
public sealed class SharedMarketsTests
{
    private const int Regions = 2, Shops = (int)Industry.Retail, Makers = (int)Industry.Manufacturing;

    private static int Market(int region, int industry) => region * Places.Industries + industry;

    private static double[] Sizes(params (int Region, int Industry, double Size)[] sizes)
    {
        var all = new double[SharedMarkets.Count(Regions)];
        foreach (var (region, industry, size) in sizes) all[Market(region, industry)] = size;
        return all;
    }

    private static MacroTotals Served(params (int Region, int Industry, double Yuan)[] served)
    {
        var totals = new MacroTotals(Regions, 1, null);
        foreach (var (region, industry, yuan) in served) totals.Served[Market(region, industry)] = Fen.FromYuan(yuan);
        return totals;
    }

    private static double[] Gained(double[] sizes, MacroTotals totals, double most = 1)
    {
        var gained = new double[sizes.Length];
        SharedMarkets.ShareOut(sizes, totals, most, gained);
        return gained;
    }

    [Fact]
    public void Firms_of_a_local_market_share_what_its_customers_buy_and_those_of_another_region_get_nothing_of_it()
    {
        var gained = Gained(Sizes((0, Shops, 110), (1, Shops, 100)), Served((0, Shops, 100), (1, Shops, 100)));
        Assert.Equal(Math.Log(1.1), gained[Market(0, Shops)], 12);
        Assert.Equal(0, gained[Market(1, Shops)], 12);
    }

    [Fact]
    public void A_market_of_the_province_is_one_wherever_its_firms_are()
    {
        var gained = Gained(Sizes((0, Makers, 130), (1, Makers, 80)), Served((0, Makers, 100), (1, Makers, 100)));
        Assert.Equal(Math.Log(1.05), gained[Market(0, Makers)], 12);
        Assert.Equal(gained[Market(0, Makers)], gained[Market(1, Makers)]);
    }

    [Fact]
    public void What_some_win_from_others_the_others_lose_and_what_is_new_nobody_loses()
    {
        var won = Served((0, Shops, 110));
        Assert.Equal(Math.Log(100 / 110.0), Gained(Sizes((0, Shops, 100)), won)[Market(0, Shops)], 12);
        won.AddedToMarket[Market(0, Shops)] = Fen.FromYuan(10);
        Assert.Equal(0, Gained(Sizes((0, Shops, 100)), won)[Market(0, Shops)], 12);
    }

    [Theory]
    [InlineData(100, 0, 0)]                                  // no firm is there to serve them
    [InlineData(0, 100, 0)]
    [InlineData(200, 100, 0.1)]
    [InlineData(50, 100, -0.1)]
    public void No_more_than_so_many_customers_move_in_a_month(double size, double served, double moved) =>
        Assert.Equal(moved, Gained(Sizes((0, Shops, size)), Served((0, Shops, served)), most: 0.1)[Market(0, Shops)], 12);

    [Fact]
    public void Part_of_the_customers_won_comes_from_outside_the_province_beyond_the_usual_and_none_to_local_markets()
    {
        var sizes = Sizes((0, Makers, 1_200), (0, Shops, 1_200));
        var totals = Served();
        totals.Won[Market(0, Makers)] = totals.Won[Market(0, Shops)] = Fen.FromYuan(5);
        SharedMarkets.WinOutside(sizes, totals, outside: 0.5, usual: 0.01);
        Assert.Equal(1_200 + 0.5 * (5 - 1), sizes[Market(0, Makers)], 9);
        Assert.Equal(1_200, sizes[Market(0, Shops)]);
    }

    [Fact]
    public void Households_and_firms_with_more_to_spend_buy_more_around_mostly_of_local_services()
    {
        var behaviour = new BehaviouralParameters
        {
            LocalToHouseholds = 0.6,
            LocalToFirms = 0.2,
            OtherToHouseholds = 0.1,
            OtherToFirms = 0.05,
            SpendingFollowsFirms = 0.5,
        };
        var sizes = Sizes((0, Shops, 100), (1, Shops, 100), (0, Makers, 100));
        SharedMarkets.AddLocal(sizes, [0.1, 0], [0.2, 0], behaviour);
        Assert.Equal(100 * (1 + 0.6 * 0.5 * 0.1 + 0.2 * 0.2), sizes[Market(0, Shops)], 9);
        Assert.Equal(100, sizes[Market(1, Shops)]);
        Assert.Equal(100 * (1 + 0.1 * 0.5 * 0.1 + 0.05 * 0.2), sizes[Market(0, Makers)], 9);
    }

    [Fact]
    public void A_years_payments_are_compared_with_the_usual_ones_as_they_would_have_grown()
    {
        const int OneRegion = 1;
        double[] usual = new double[LocalCircuit.Length(OneRegion)], record = new double[LocalCircuit.Length(OneRegion)];
        var totals = new MacroTotals(OneRegion, 1, null);
        for (var month = Month.Of(2021, 1); month <= Month.Of(2021, 12); month += 1)
        {
            totals.PaidToHouseholds[0] = Fen.FromYuan(100);
            LocalCircuit.Note(usual, month, totals, missed: 0);
            LocalCircuit.Note(record, month, totals, missed: 0);
        }
        // A month a year later takes the place of the same month: 1,210 instead of 1,200 in the last twelve, where 1,320 are usual.
        totals.PaidToHouseholds[0] = Fen.FromYuan(110);
        LocalCircuit.Note(record, Month.Of(2022, 1), totals, missed: 0);
        var above = new double[OneRegion];
        LocalCircuit.Compare(record, usual, path: 1.1, flow: 0, above);
        Assert.Equal(1_210 / 1_320.0 - 1, above[0], 12);
        LocalCircuit.Note(record, Month.Of(2022, 1), totals, missed: 132);           // a tenth of the usual does not reach them
        LocalCircuit.Compare(record, usual, path: 1.1, flow: 0, above);
        Assert.Equal(1_210 / 1_320.0 - 1.1, above[0], 12);
        LocalCircuit.Compare(record, usual, path: 1.1, flow: 1, above);
        Assert.Equal(0, above[0]);                           // nothing was usual, so nothing is above it
    }
}
