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
}
