using SimLab.Engine.Populations;
using SimLab.Model;
using SimLab.Model.Enterprises;
using Xunit;

namespace SimLab.Tests.Populations;

[Slow]
public class PopulationShapeTests
{
    [Fact]
    public void Ids_count_up_and_the_firms_of_a_region_stand_together()
    {
        var firms = GansuPopulation.Population.Firms;
        for (var i = 0; i < firms.Length; i++) Assert.Equal(i, firms[i].Id);
        for (var i = 1; i < firms.Length; i++) Assert.True(firms[i].Region >= firms[i - 1].Region);
    }

    [Fact]
    public void Every_weight_is_one_or_more_and_one_to_one_firms_stand_for_themselves()
    {
        Assert.All(GansuPopulation.Population.Firms, firm => Assert.True(firm.Weight >= 1));
        Assert.All(GansuPopulation.Population.Firms.Where(f => f.Stratum != Stratum.Ordinary), firm => Assert.Equal(1, firm.Weight));
    }

    [Fact]
    public void Firms_that_stand_for_many_do_no_research_and_hold_no_title()
    {
        foreach (var (firm, state) in GansuPopulation.Alive.Where(x => x.Firm.Weight > 1))
        {
            Assert.Equal(0, firm.RndPropensity);
            Assert.DoesNotContain(Enum.GetValues<Title>(), title => state.Holds(title, GansuPopulation.Next));
        }
    }

    [Fact]
    public void Vacant_slots_are_all_zero_and_lie_in_every_region()
    {
        var vacant = GansuPopulation.Population.Firms.Where(f => !GansuPopulation.Population.Initial[f.Id].IsAlive).ToArray();

        Assert.Equal(GansuPopulation.Recipe.Firms.VacantSlots.Count, vacant.Length);
        Assert.Equal(GansuPopulation.Province.Regions.Length, vacant.Select(f => f.Region).Distinct().Count());
        Assert.All(vacant, firm => Assert.Equal(default, GansuPopulation.Population.Initial[firm.Id]));
        Assert.All(vacant, firm => Assert.Equal(Stratum.Ordinary, firm.Stratum));
    }

    [Fact]
    public void The_same_seed_makes_the_same_bytes_and_another_seed_other_firms()
    {
        var again = PopulationFile.Read(GansuPopulation.RecipePath).Generate(seed: 1);
        var other = GansuPopulation.File.Generate(seed: 2);

        Assert.Equal(GansuPopulation.Population.Firms, again.Firms);
        Assert.Equal(GansuPopulation.Bytes(GansuPopulation.Population), GansuPopulation.Bytes(again));
        Assert.NotEqual(GansuPopulation.Bytes(GansuPopulation.Population), GansuPopulation.Bytes(other));
    }

    [Fact]
    public void Places_industries_and_weights_do_not_depend_on_the_seed()
    {
        var other = GansuPopulation.File.Generate(seed: 2);

        Assert.Equal(
            GansuPopulation.Population.Firms.Select(f => (f.Region, f.Industry, f.Stratum, f.Weight)),
            other.Firms.Select(f => (f.Region, f.Industry, f.Stratum, f.Weight)));
    }

    [Fact]
    public void Every_chain_has_leaders_that_are_large_and_stand_for_themselves()
    {
        var leaders = GansuPopulation.Alive.Where(x => x.Firm.LeadsChain).ToArray();

        Assert.Equal(GansuPopulation.Province.Chains.Length, leaders.Select(x => x.Firm.Chain).Distinct().Count());
        Assert.All(leaders, x => Assert.Equal((1, true), (x.Firm.Weight, x.State.Staff >= 200)));
    }
}
