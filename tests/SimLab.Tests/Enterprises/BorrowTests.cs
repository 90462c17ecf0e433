using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using Xunit;

namespace SimLab.Tests.Enterprises;

/// <summary>Sums of money are in yuan: a firm sells 1.2 million a year and works with credit of a quarter of that.</summary>
[Fast]
public sealed class BorrowTests
{
    private static readonly BehaviouralParameters Rules = new()
    {
        WantsCredit = 1.2,
        LargeWantCredit = 1,
        LargestCredit = 1.5,
        ReadinessToAsk = 0.4,
        PropensityAfterRefusal = 0.5,
        PropensityOfFirstTimer = 0.25,
        AsksWhenCheaper = 0.2,
        BankLikesSize = 0.06,
        BankLikesTitles = 0.1,
        BankLikesCollateral = 0.12,
        BankFearsDebt = 0.2,
        BankFearsYouth = 0.08,
    };

    [Theory]
    [InlineData(0, 10_000, 60_000, true, 0)]                // own cash pays for half a year of investment
    [InlineData(0, 10_000, 20_000, true, 40_000)]
    [InlineData(0, 10_000, -20_000, true, 80_000)]           // the buffer is filled too
    [InlineData(0, 100_000, 0, true, 450_000)]               // a bank lends 1.5 times 300,000 at most
    [InlineData(200_000, 100_000, 0, true, 250_000)]         // less what is owed
    [InlineData(200_000, 0, 0, true, 160_000)]               // a small borrower wants 360,000
    [InlineData(200_000, 0, 0, false, 100_000)]              // a large one 300,000
    [InlineData(200_000, 0, 50_000, true, 110_000)]          // and uses its own cash first
    public void The_gap_is_what_own_cash_leaves_open_up_to_the_lending_limit(
        int loan, int investment, int spare, bool isSme, int gap)
    {
        var firm = new Enterprise { Demand = 100_000, Loan = Fen.FromYuan(loan) };
        Assert.Equal(Fen.FromYuan(gap), Borrow.Gap(firm, Fen.FromYuan(investment), Fen.FromYuan(spare), 0.25f, isSme, Rules));
    }

    [Theory]
    [InlineData(255, true, 0, 0.4)]
    [InlineData(12, true, 0, 0.2)]                           // refused within the year
    [InlineData(13, true, 0, 0.4)]
    [InlineData(255, false, 0, 0.1)]                         // never borrowed
    [InlineData(3, false, 0, 0.05)]
    [InlineData(255, true, 0.01, 0.48)]                      // one percentage point cheaper: a fifth oftener
    public void A_discouraged_firm_asks_less_and_a_spared_fee_makes_it_ask_more(
        int monthsSinceRefusal, bool everBorrowed, double feeSpared, double propensity) =>
        Assert.Equal(propensity, Borrow.Propensity(monthsSinceRefusal, everBorrowed, feeSpared, Rules), 12);

    [Fact]
    public void A_firm_selling_a_million_whose_debt_is_half_of_its_assets_scores_by_its_cover()
    {
        // It asks for 100,000: assets become 200,000, half of them machines, which cover the debt.
        Assert.Equal(0.45 + 0.12, Score(Sound, titled: false), 12);
    }

    [Fact]
    public void Banks_like_titles_and_size_and_fear_youth_and_debt()
    {
        var plain = Score(Sound, titled: false);
        Assert.Equal(plain + 0.1, Score(Sound, titled: true), 12);
        Assert.Equal(plain + 0.06, Score(Sound with { Demand = 1e7 / 12 }, titled: false), 12);
        Assert.Equal(plain - 0.08, Score(Sound with { AgeMonths = 23 }, titled: false), 12);
        // 60,000 owed to suppliers: 160,000 of 200,000 is 0.2 more than the 0.6 that banks bear.
        Assert.Equal(plain - 0.2 * 0.2, Score(Sound with { Payable = Fen.FromYuan(60_000) }, titled: false), 12);
        // Half as many machines, the rest in cash: they cover half of the debt.
        Assert.Equal(
            plain - 0.06, Score(Sound with { FixedAssets = Fen.FromYuan(50_000), Cash = Fen.FromYuan(50_000) }, titled: false), 12);
    }

    private static readonly Enterprise Sound = new() { Demand = 1e6 / 12, FixedAssets = Fen.FromYuan(100_000), AgeMonths = 24 };

    private static double Score(Enterprise firm, bool titled) => Borrow.BankView(firm, Fen.FromYuan(100_000), titled, Rules);

    [Theory]
    [InlineData(0, 0.9, 0.1, 0.1)]                           // nothing stays: the luck of the month
    [InlineData(1, 0.5, 0.1, 0)]                             // all stays: the middle firm, whatever its luck
    [InlineData(0.75, 0.5, 0.1, 0.05)]
    public void What_a_bank_sees_beside_the_books_stays_in_part(double lasts, double effect, double luck, double doubt) =>
        Assert.Equal(doubt, Borrow.Doubt(effect, luck, new() { BankDoubt = 0.12, BankDoubtLasts = lasts }), 12);
}
