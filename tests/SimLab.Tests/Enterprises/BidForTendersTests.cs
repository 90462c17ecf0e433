using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Decisions;
using Xunit;

namespace SimLab.Tests.Enterprises;

/// <summary>A firm sells 100,000 yuan a month.</summary>
[Fast]
public sealed class BidForTendersTests
{
    private static readonly BehaviouralParameters Rules = new()
    { LargestContract = 12, FullOrderBook = 6, UsualBid = 0.95, CapabilityInBids = 0.03, LowestBid = 0.6, HighestBid = 1.1 };

    [Theory]
    [InlineData(1_200_000, 0, true)]
    [InlineData(1_200_001, 0, false)]                        // too big for the firm
    [InlineData(500_000, 600_000, true)]
    [InlineData(500_000, 600_001, false)]                    // full order book
    public void A_firm_bids_within_its_yearly_sales_while_its_order_book_has_room(int lot, int orders, bool bids) =>
        Assert.Equal(bids, BidForTenders.CanTakeOn(lot, 100_000, Fen.FromYuan(orders), Rules));

    [Theory]
    [InlineData(1, 0, 0.95)]
    [InlineData(2, 0, 0.92)]                                 // a capable firm bids lower
    [InlineData(1, -0.05, 0.9)]
    [InlineData(1, -0.5, 0.6)]
    [InlineData(1, 0.5, 1.1)]
    public void A_capable_firm_bids_lower_and_no_bid_leaves_the_usual_range(float capability, double luck, double price) =>
        Assert.Equal(price, BidForTenders.Price(capability, luck, Rules), 12);
}
