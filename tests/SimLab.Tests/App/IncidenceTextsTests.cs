using SimLab.App.Texts;
using SimLab.Engine.Distribution;
using SimLab.Engine.Reporting;
using SimLab.Tests.Distribution;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.App;

/// <summary>Who got the money, as people read it.</summary>
[Fast]
public sealed class IncidenceTextsTests
{
    private static readonly Viewer Chinese = new(Language.Zh, default, default), English = new(Language.En, default, default);

    private static readonly Leverage Leverage = new(new(60, 60, 60, null, 4), new(30, 30, 30, null, 4), 40);

    [Fact]
    public void It_says_what_the_five_firms_got_won_and_lost()
    {
        var said = string.Join('\n', IncidenceTexts.Lines(English, IncidenceSumsTests.Result, Leverage));
        Assert.Contains("Public money: 42 yuan, of which 31 yuan (74%) reached firms", said, StringComparison.Ordinal);
        Assert.Contains(
            "Sales of 2022: 4 firms gain more than 1%, 2 lose more than 1%; 1,460 yuan won, 1,200 yuan lost: 82% of what is won others "
                + "lose.",
            said, StringComparison.Ordinal);
        Assert.Contains("Jobs at the end: 4 firms gain, 1 lose; 14 people won, 7 people lost.", said, StringComparison.Ordinal);
        Assert.Contains("comes with 1.50 yuan of equipment and R&D, or 0.75 yuan when", said, StringComparison.Ordinal);
        Assert.Contains("68% of the firms' money went to firms in which nothing changed", said, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_the_same_in_Chinese()
    {
        var said = IncidenceTexts.Lines(Chinese, IncidenceSumsTests.Result, Leverage).ToList();
        Assert.Equal(IncidenceTexts.Lines(English, IncidenceSumsTests.Result, Leverage).Count(), said.Count);
        Assert.All(said, line => Assert.DoesNotMatch("[A-Za-z]", line));
        Assert.Contains("公共资金 42元，其中 31元（74%）以补助或减免税费的形式给了企业。其余用于", string.Join('\n', said), StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_alone_says_only_where_the_money_went()
    {
        var alone = IncidenceSumsTests.Result with
        {
            Groups = [.. IncidenceSumsTests.Result.Groups.Select(group => group with { Sales = null, Jobs = null, Loans = null })],
        };
        var said = IncidenceTexts.Lines(English, alone, null).ToList();
        Assert.Contains(said, line => line.StartsWith("Public money", StringComparison.Ordinal));
        Assert.DoesNotContain(said, line => line.StartsWith("Sales of", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_is_paid_and_nothing_compared_nothing_is_said() => Assert.Empty(IncidenceTexts.Lines(
        English, new(1, 2022, [], [new(FirmGrouping.All, "All", null, 5, [], null, null, null)]), null));

    [Fact]
    public void Every_group_of_the_province_has_a_name_in_both_languages()
    {
        foreach (var region in GansuPopulation.Province.AllRegions())
        {
            var known = GansuPopulation.Province.Of(region);
            Named(FirmGrouping.Region, known.Name, known.NameZh);
        }
        foreach (var size in Enum.GetNames<Model.SizeClass>().Append(FirmGroups.FoundedLater)) Named(FirmGrouping.Size, size, null);
        foreach (var industry in Enum.GetNames<Model.Industry>()) Named(FirmGrouping.Industry, industry, null);
        foreach (var title in Enum.GetNames<Model.Title>().Append(FirmGroups.NoTitle)) Named(FirmGrouping.Title, title, null);
        foreach (var owners in (string[])[FirmGroups.StateOwned, FirmGroups.OtherOwners]) Named(FirmGrouping.Ownership, owners, null);

        static void Named(FirmGrouping by, string group, string? chinese)
        {
            var name = IncidenceTexts.Of(by, group, chinese);
            Assert.Matches("[\u4e00-\u9fff]", name.Zh);
            Assert.Matches("^[A-Z&][A-Za-z&-]*( [A-Za-z&-]+)*$", name.En);
        }
    }
}
