using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Enterprises.Decisions;
using Xunit;

namespace SimLab.Tests.Enterprises;

[Fast]
public sealed class RaiseEquityTests
{
    private static readonly BehaviouralParameters Rules = new() { InvestorsLikeRnd = 5, InvestorsLikeTitles = 0.5 };

    [Theory]
    [InlineData(false, false, 1.5)]
    [InlineData(true, false, 2)]
    [InlineData(true, true, 2.5)]
    public void Funds_prefer_capable_firms_that_do_research_and_have_titles(bool specialised, bool littleGiant, double attraction)
    {
        var titles = (specialised ? 1 << (int)Title.Specialised : 0) | (littleGiant ? 1 << (int)Title.LittleGiant : 0);
        Assert.Equal(attraction, RaiseEquity.Attraction(1, 0.1f, new Card { Titles = (byte)titles }, Rules), 6);
    }
}
