using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Decisions;
using Xunit;

namespace SimLab.Tests.Enterprises;

/// <summary>Staff follows work: a fifth of the gap a month.</summary>
[Fast]
public sealed class HireTests
{
    private static readonly BehaviouralParameters Rules = new() { StaffSpeed = 0.2 };

    [Fact]
    public void Work_of_100_000_a_month_at_60_000_a_year_per_head_needs_20_people_beside_3_researchers() =>
        Assert.Equal(23, Hire.Wanted(100_000, 60_000, researchers: 3), 12);

    [Theory]
    [InlineData(23, 23, 0)]
    [InlineData(30, 20, 2)]
    [InlineData(20, 30, -2)]
    [InlineData(3.2, 2, 1)]                                  // a fifth of 1.2 rounds to nobody, but two people need a third
    [InlineData(2, 3, -1)]
    [InlineData(3.9, 3, 0)]                                  // less than one person
    [InlineData(51, 50, 0)]                                  // too little to matter
    public void Staff_closes_part_of_the_gap_and_a_small_firm_moves_by_one(double wanted, int staff, int step) =>
        Assert.Equal(step, Hire.Step(wanted, staff, Rules));

    [Theory]
    [InlineData(20, 0, 1)]                                   // 5 % of 20
    [InlineData(10, 0.4, 0)]                                 // half a person, by the draw
    [InlineData(10, 0.6, 1)]
    public void A_share_of_those_taken_on_is_of_key_groups(int people, double u, int ofKeyGroups) =>
        Assert.Equal(ofKeyGroups, Hire.FromKeyGroups(people, u, new() { KeyGroupShare = 0.05 }));

    [Theory]
    [InlineData(0, 10)]                                      // nothing is paid
    [InlineData(50_000, 11)]                                 // a tenth of ten wages of 50,000 at an elasticity of 1
    public void Support_lets_a_firm_hire_as_many_more_as_it_makes_them_cheaper(double support, int hired) =>
        Assert.Equal(hired, Hire.Hired(10, support, wage: 50_000, u: 0.5, new() { HiringPriceElasticity = 1 }));

    [Fact]
    public void No_more_researchers_leave_than_there_are()
    {
        Assert.Equal(1, Hire.Leaving(10, 0.5, new() { ResearchersMove = 0.6 }));
        Assert.Equal(1, Hire.Leaving(1, 0.99, new() { ResearchersMove = 12 }));
        Assert.Equal(0, Hire.Leaving(0, 0.99, new() { ResearchersMove = 12 }));
    }

    [Fact]
    public void A_title_keeps_its_share_of_researchers_and_a_firm_asks_for_a_few_at_a_time()
    {
        var rules = new BehaviouralParameters { ResearchersKept = 0.1, ResearchersSought = 2, ResearchersSoughtShare = 0.1 };
        Assert.Equal(3, Hire.Needed(2.6, titled: false, staff: 41, rules));
        Assert.Equal(5, Hire.Needed(2.6, titled: true, staff: 41, rules));
        Assert.Equal(4, Hire.Sought(needed: 50, researchers: 20, rules));
        Assert.Equal(-1, Hire.Sought(needed: 4, researchers: 5, rules));
    }
}
