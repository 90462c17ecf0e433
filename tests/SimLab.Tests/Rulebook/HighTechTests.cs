using SimLab.Model;
using SimLab.Model.Rulebook;
using Xunit;
using static SimLab.Tests.Rulebook.Money;

namespace SimLab.Tests.Rulebook;

[Fast]
public class HighTechTests
{
    private delegate void Change(ref FirmFacts facts);

    private static (bool Earned, double Score) Judge(Change change)
    {
        var facts = TitleCases.HighTechAt69();
        change(ref facts);
        var findings = default(Findings);
        return (HighTech.Judge(facts, ref findings), findings.Score.Least);
    }

    // 71 points: the experts give 5 instead of 4 of 8 for both judgements of IP.
    private static bool EarnsAt71(Change change) =>
        Judge((ref FirmFacts facts) => { facts.ExpertOnIp = 0.625; change(ref facts); }).Earned;

    [Fact]
    public void Seventy_points_are_not_enough_and_71_are()
    {
        Assert.Equal((false, 69), Judge((ref FirmFacts _) => { }));
        Assert.Equal((false, 70), Judge((ref FirmFacts facts) => facts.ExpertOnIp = 0.5625));
        Assert.Equal((true, 71), Judge((ref FirmFacts facts) => facts.ExpertOnIp = 0.625));
    }

    [Fact]
    public void Every_condition_is_needed()
    {
        Assert.True(EarnsAt71((ref FirmFacts _) => { }));
        Assert.False(EarnsAt71((ref FirmFacts facts) => facts.RegisteredDays = 364));
        Assert.False(EarnsAt71((ref FirmFacts facts) => facts.Field = ProductField.Strategic));
        Assert.False(EarnsAt71((ref FirmFacts facts) => facts.TechStaff = 9));
        Assert.False(EarnsAt71((ref FirmFacts facts) => facts.Rnd -= 1));                     // a fen below 5 % of three years' sales
        Assert.False(EarnsAt71((ref FirmFacts facts) => facts.DomesticRndShare = 0.5999));
        Assert.False(EarnsAt71((ref FirmFacts facts) => facts.HighTechIncomeShare = 0.5999));
        Assert.False(EarnsAt71((ref FirmFacts facts) => facts.MajorAccident = true));
        Assert.False(EarnsAt71((ref FirmFacts facts) => facts.Class1Ip = 0));
    }

    [Theory]
    [InlineData("5000", 5)]
    [InlineData("5000.01", 4)]
    [InlineData("20000", 4)]
    [InlineData("20000.01", 3)]
    public void Larger_firms_need_a_smaller_share_of_research(string sales, int percent) =>
        Assert.Equal(percent, HighTech.LeastRndPercent(Wan(sales)));

    [Theory]                                               // transfers of three years, points at the bottom of the band
    [InlineData(15, 25)]
    [InlineData(14, 19)]
    [InlineData(12, 19)]
    [InlineData(9, 13)]
    [InlineData(6, 7)]
    [InlineData(3, 1)]
    [InlineData(2, 0)]
    public void Transfers_score_by_their_yearly_mean(int transfers, int points) =>
        Assert.Equal(69 - 25 + points, Judge((ref FirmFacts facts) => facts.TransfersThreeYears = transfers).Score);

    [Theory]                                               // class II IP instead of class I: count, points of the count
    [InlineData(5, 5)]
    [InlineData(4, 3)]
    [InlineData(2, 1)]
    public void Class_two_IP_scores_by_number_and_can_be_used_once(int class2, int points)
    {
        var score = Judge((ref FirmFacts facts) => (facts.Class1Ip, facts.Class1IpOwn, facts.Class2Ip) = (0, 0, class2)).Score;
        Assert.Equal(69 - 7 + points, score);
        var used = Judge((ref FirmFacts facts) =>
            (facts.Class1Ip, facts.Class1IpOwn, facts.Class2Ip, facts.Class2IpUsed) = (0, 0, class2, class2)).Score;
        Assert.Equal(69 - 16, used);                       // no IP left: nothing of the block
    }

    [Fact]
    public void The_top_of_every_band_makes_a_hundred() =>
        // IP 8 + 8 + 8 + 6 (+2 for standards, capped at 30) + transfers 30 + organisation 20 + growth 10 + 10
        Assert.Equal((true, 100), Judge((ref FirmFacts facts) =>
            (facts.ExpertOnIp, facts.ExpertOnManagement, facts.ExpertInBand, facts.Standards) = (1, 1, 1, StandardsRole.TookPart)));

    [Theory]                                               // both years grow by the same rate: 10,000 → x2 → x3 thousand yuan
    [InlineData(13_500, 18_225, 9)]                        // 35 %
    [InlineData(13_499, 18_224, 7)]                        // (34.99 % + 35.0026 %) ÷ 2 = 34.996 %
    [InlineData(12_500, 15_625, 7)]
    [InlineData(12_500, 15_624, 5)]
    [InlineData(11_500, 13_225, 5)]
    [InlineData(11_500, 13_224, 3)]
    [InlineData(10_500, 11_025, 3)]
    [InlineData(10_500, 11_024, 1)]
    [InlineData(10_000, 10_001, 1)]
    [InlineData(10_000, 10_000, 0)]
    [InlineData(9_000, 9_900, 0)]                          // (−10 % + 10 %) ÷ 2 = 0
    public void Growth_of_sales_scores_by_the_mean_of_two_years(int x2, int x3, int points)
    {
        var score = Judge((ref FirmFacts facts) =>
        {
            facts.RevenueThird = 10_000 * 1000 * Fen.PerYuan;
            facts.RevenueBefore = x2 * 1000L * Fen.PerYuan;
            facts.Revenue = x3 * 1000L * Fen.PerYuan;
        }).Score;
        Assert.Equal(69 - 9 + points, score);
    }

    [Fact]
    public void A_firm_founded_in_the_second_year_grows_by_the_last_two()
    {
        Assert.True(Growth.MeanReaches(0, 100, 135, 35));
        Assert.False(Growth.MeanReaches(0, 100, 134, 35));
        Assert.False(Growth.MeanReaches(0, 0, 100, 0));    // nothing in the second year: no points
        Assert.False(Growth.MeanReaches(-50, 100, 200, 0));
    }
}
