using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Forms;
using Xunit;

namespace SimLab.Tests.Markets;

/// <summary>A thousand lots; bidders from outside ask the same prices as those from within.</summary>
[Fast]
public sealed class PublicTendersTests
{
    private const double Lots = 1_000;

    private static readonly BehaviouralParameters Rules = new()
    {
        OutsidersCheaper = 0,
        OutsideBidsPerLot = 2.68,
        BidSpread = 0.06,
        BidChance = 0.05,
        UsualChanceToWin = 0.25,
        BidsFollowProfit = 1,
    };

    private static double Chance(double reserved, double bids, double deduction = 0, BehaviouralParameters? rules = null) =>
        PublicTenders.ChanceToWin(Lots, new Tender { ReservedForSmes = reserved, PriceDeduction = deduction }, bids, rules ?? Rules);

    [Theory]
    [InlineData(0, 1_320, 0.25)]                             // 1,000 lots for 1,320 and 2,680 bids
    [InlineData(1, 2_000, 0.5)]
    [InlineData(0.3, 1_320, 0.4022727273)]                   // 300 for 1,320, 700 for 4,000
    [InlineData(1, 400, 1)]                                  // fewer bids than lots
    [InlineData(1, 0, 1)]
    public void A_bid_shares_reserved_lots_with_its_like_and_open_ones_with_all(double reserved, double bids, double chance) =>
        Assert.Equal(chance, Chance(reserved, bids), 9);

    [Fact]
    public void A_deduction_or_dear_outsiders_make_open_lots_easier_to_win()
    {
        Assert.True(Chance(0, 1_320, deduction: 0.1) > Chance(0, 1_320));
        Assert.True(Chance(0, 1_320, rules: Rules with { OutsidersCheaper = 0.05 }) < Chance(0, 1_320));
        Assert.Equal(0, PublicTenders.ChanceToWin(0, new Tender { ReservedForSmes = 1 }, 10, Rules));
    }

    [Theory]
    [InlineData(0.25, 0.05)]
    [InlineData(0.5, 0.1)]
    [InlineData(0, 0)]
    public void Firms_bid_in_proportion_to_the_chance_to_win(double hoped, double chance) =>
        Assert.Equal(chance, BidForTenders.ChanceToBid(hoped, Rules), 12);

    /// <summary>Genicolo-Martins 2026: 0.94 small and 2.68 other bidders a lot became 1.87 and none where lots were reserved.</summary>
    [Fact]
    public void Reserving_all_lots_doubles_the_bids_where_they_were_as_in_Sao_Paulo()
    {
        double before = 940, bids = before;
        for (var month = 0; month < 100; month++)
        {
            var wanted = before * BidForTenders.ChanceToBid(Chance(1, bids), Rules) / BidForTenders.ChanceToBid(Chance(0, before), Rules);
            bids += (wanted - bids) / 6;
        }
        Assert.InRange(bids / before, 1.9, 2.05);
    }

    [Fact]
    public void Builders_bid_for_works_by_size_and_miners_for_nothing()
    {
        Assert.Equal(TenderKind.LargeWorks, PublicTenders.KindOf(Model.Industry.Construction, largeWorks: true));
        Assert.Equal(TenderKind.SmallWorks, PublicTenders.KindOf(Model.Industry.Construction, largeWorks: false));
        Assert.Equal(TenderKind.Goods, PublicTenders.KindOf(Model.Industry.Retail, largeWorks: true));
        Assert.Null(PublicTenders.KindOf(Model.Industry.Mining, largeWorks: false));
    }
}
