using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using Xunit;

namespace SimLab.Tests.Enterprises;

/// <summary>New firms in an industry whose median firm sells 2 million yuan a year, 400,000 a head.</summary>
[Fast]
public sealed class FoundFirmTests
{
    private static readonly BehaviouralParameters Rules = new() { FoundingSize = 0.6 };

    private static Enterprise Founded(double luck, float rndPropensity = 0)
    {
        var slot = new Firm
        {
            Id = 1,
            Industry = Industry.Retail,
            Region = default,
            Stratum = Stratum.Ordinary,
            Weight = 1,
            UsualSales = 2_000_000,
            RndPropensity = rndPropensity,
        };
        return FoundFirm.NewFirm(slot, 400_000, luck, Rules);
    }

    [Fact]
    public void A_new_firm_sells_part_of_the_usual_and_has_the_staff_for_it()
    {
        var firm = Founded(0);
        Assert.Equal((100_000, 3), (firm.Demand, firm.Staff));
        Assert.Equal((0, 0L, 0L), (firm.RndStaff, firm.Loan, firm.Cash));
        Assert.True(firm.IsAlive);
        Assert.False(firm.Is(Standing.DoesRnd));
    }

    [Fact]
    public void Luck_makes_it_larger_or_smaller_and_a_very_small_one_has_no_staff_until_there_is_work()
    {
        Assert.Equal(200_000, Founded(Math.Log(2)).Demand, 6);
        Assert.Equal(6, Founded(Math.Log(2)).Staff);
        Assert.Equal(0, Founded(Math.Log(0.01)).Staff);
        Assert.Equal(1, Founded(Math.Log(0.01), rndPropensity: 0.05f).Staff);
    }

    [Fact]
    public void A_firm_founded_for_research_has_a_researcher_among_its_staff()
    {
        var firm = Founded(0, rndPropensity: 0.05f);
        Assert.True(firm.Is(Standing.DoesRnd));
        Assert.Equal((1, 3, 0.05f), (firm.RndStaff, firm.Staff, firm.RndIntensity));
    }

    [Fact]
    public void It_has_never_been_refused_a_loan() => Assert.Equal(byte.MaxValue, Founded(0).MonthsSinceRefusal);
}
