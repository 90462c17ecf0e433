using SimLab.App.Texts;
using Xunit;

namespace SimLab.Tests.Lab;

[Fast]
public class NumbersTests
{
    private static readonly Viewer Zh = new(Language.Zh, MoneyUnit.Auto, Theme.Auto), En = new(Language.En, MoneyUnit.Auto, Theme.Auto);

    [Theory]
    [InlineData(300_000, "yuan", "30万元", "300,000 yuan")]
    [InlineData(80_000_000_000, "yuan", "800亿元", "80.0 bn yuan")]
    [InlineData(2_000, "firms", "2,000户", "2,000 firms")]
    [InlineData(0.95, "share of firms", "95.0%", "95.0%")]
    [InlineData(400, "yuan per visit", "400元", "400 yuan")]
    public void An_amount_reads_as_planners_write_it(double value, string unit, string zh, string en) =>
        Assert.Equal((zh, en), (Zh.Amount(value, unit), En.Amount(value, unit)));

    [Fact]
    public void Money_stays_in_the_unit_that_was_chosen()
    {
        Assert.Equal("8,000,000万元", (Zh with { Money = MoneyUnit.Wan }).Money(80e9));
        Assert.Equal("0.3亿元", (Zh with { Money = MoneyUnit.Yi }).Money(30_000_000));
    }

    [Fact]
    public void A_difference_of_shares_is_in_percentage_points_and_nothing_has_no_minus() =>
        Assert.Equal(
            ("+12.2个百分点", "+12.2 pp", "0户"),
            (Zh.Difference(0.122, "share of firms"), En.Difference(0.122, "share of firms"), Zh.Amount(-0.2, "firms")));
}
