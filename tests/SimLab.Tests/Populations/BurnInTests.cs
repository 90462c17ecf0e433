using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using SimLab.Model.Recognition;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Populations;

/// <summary>What trading before month zero changes, and what it leaves as the generator has it.</summary>
[Slow]
public sealed class BurnInTests
{
    private static readonly Lazy<RunMaterials> Traded = new(() => SmallProvince.Materials());

    private static RunMaterials Materials => Traded.Value;

    [Fact]
    public void Firms_keep_their_size_their_staff_and_their_titles()
    {
        var (before, after) = (Materials.Population.Initial, Materials.InitialOf(0));
        var months = Materials.Plan.Behaviour.MonthsToDeliver;
        for (var i = 0; i < before.Length; i++)
        {
            Assert.Equal(before[i].IsAlive, after[i].IsAlive);
            Assert.Equal(before[i].Staff, after[i].Staff);
            Assert.Equal(before[i].AgeMonths, after[i].AgeMonths);
            for (var title = Title.HighTech; title <= Title.Specialised; title++)
                Assert.Equal(before[i].Holds(title, Materials.Plan.Start), after[i].Holds(title, Materials.Plan.Start));
        }
        Assert.InRange(after.Sum(e => e.ExpectedSales(months)) / before.Sum(e => e.ExpectedSales(months)), 0.85, 1.15);
    }

    [Fact]
    public void Loans_of_all_firms_together_are_those_of_the_recipe()
    {
        var firms = Materials.Population.Firms;
        double Loans(IEnumerable<Enterprise> states) => states.Zip(firms, (e, firm) => (double)e.Loan * firm.Weight).Sum();
        Assert.Equal(1, Loans(Materials.InitialOf(0)) / Loans(Materials.Population.Initial), 6);
    }

    [Fact]
    public void Some_firms_have_been_refused_a_loan_and_some_are_in_overdraft()
    {
        var alive = Materials.InitialOf(0).Where(e => e.IsAlive).ToArray();
        Assert.Contains(alive, e => e.MonthsSinceRefusal < byte.MaxValue);
        Assert.Contains(alive, e => e.Cash < 0);
        var generated = Materials.Population.Initial.Where(e => e.IsAlive);
        Assert.DoesNotContain(generated, e => e.MonthsSinceRefusal < byte.MaxValue || e.Cash < 0);
    }

    [Fact]
    public void Without_it_firms_begin_as_generated()
    {
        var materials = SmallProvince.Materials(plan => plan with { Macro = plan.Macro with { BurnIn = 0 } });
        Assert.Equal(materials.Population.Initial, materials.InitialOf(0));
    }

    [Fact]
    public async Task The_first_month_refuses_about_as_many_loans_as_later_ones()
    {
        var run = (await SmallProvince.Simulate(
            SmallProvince.Materials(plan => plan with { Months = 12, Replicates = 1, Arms = [new("law", [])] }),
            new LoopExecutor())).Series;
        double Refused(int from, int to) => run.Sum(0, 0, run.Plan.Start + from, run.Plan.Start + to, Indicator.LoanRefusals);
        Assert.InRange(Refused(0, 2) / Refused(3, 11) * 3, 0.4, 2.5);
    }
}
