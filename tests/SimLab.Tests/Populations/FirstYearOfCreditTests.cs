using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Populations;

/// <summary>Lending and research go on at month zero as they had; what banks book and who asks follows the rules of the register.</summary>
[Slow]
public sealed class FirstYearOfCreditTests
{
    private const int Months = 13;

    [Fact]
    public async Task Banks_lend_in_the_first_month_about_what_they_lend_in_others()
    {
        var lived = await Simulated(new BehaviouralParameters());
        double Granted(int month) => lived.Value(0, 0, lived.Plan.Start + month, Indicator.SmeLoansGranted);
        Assert.InRange(Granted(0) / Enumerable.Range(1, 6).Average(Granted), 0.6, 1.6);
    }

    [Fact]
    public async Task Research_of_the_first_months_is_that_of_the_year_before()
    {
        var lived = await Simulated(new BehaviouralParameters());
        var before = SmallProvince.Materials().Population.Initial.Zip(SmallProvince.Materials().Population.Firms, (s, f) =>
            s.RndLastYear * (double)f.Weight).Sum();
        Assert.InRange(4 * Sum(lived, Indicator.RndReported, 3) / before, 0.9, 1.15);
    }

    [Fact]
    public async Task Nobody_who_never_borrowed_asks_where_all_shun_debt()
    {
        Assert.True(Sum(await Simulated(new BehaviouralParameters { ShunsDebt = 0 }), Indicator.FirstLoanFirms, Months) > 0);
        Assert.Equal(0, Sum(await Simulated(new BehaviouralParameters { ShunsDebt = 1 }), Indicator.FirstLoanFirms, Months));
    }

    [Fact]
    public async Task More_firms_hold_researchers_where_more_begin_research()
    {
        // They begin in January and look for researchers from then on; all of the province together are as many as there are.
        async Task<long> FirmsWithResearchers(double begin)
        {
            var materials = SmallProvince.Materials(plan => plan with
            { Months = 24, Replicates = 1, Arms = [new("law", []) { Behaviour = new() { BeginsRnd = begin } }] });
            var batch = new WorldBatch(0, 0, 1, 1);
            await using var loop = new LoopExecutor();
            await loop.Begin(materials, batch, watch: false);
            var economy = materials.Economy(batch.In(materials.Plan, watch: false));
            await foreach (var _ in Simulation.Months(
                materials, batch, loop, economy, materials.Plan.Start, materials.Plan.LastMonth)) { }
            return (await loop.Inspect(0)).Zip(materials.Population.Firms, (e, firm) => e.RndStaff > 0 ? firm.Weight : 0L).Sum();
        }
        Assert.True(await FirmsWithResearchers(0.5) > await FirmsWithResearchers(0));
    }

    [Fact]
    public async Task Firms_older_than_the_usual_age_leave_less_often_where_exit_falls_with_age()
    {
        // Everybody but founders is older than one year, the usual age of the first arm: a power of age lowers each hazard and raises none.
        var without = await Simulated(new BehaviouralParameters { ExitUsualAge = 1, ExitAgePower = 0 });
        var with = await Simulated(new BehaviouralParameters { ExitUsualAge = 1, ExitAgePower = 0.5 });
        Assert.True(Sum(with, Indicator.Left, Months) < Sum(without, Indicator.Left, Months));
    }

    [Theory]
    [InlineData(SizeClass.Micro, SizeClass.Small)]
    [InlineData(SizeClass.Small, SizeClass.Small)]
    [InlineData(SizeClass.Medium, SizeClass.Medium)]
    [InlineData(SizeClass.Large, SizeClass.Large)]
    public void Loans_are_booked_as_small_medium_or_large_and_can_be_booked_anew(SizeClass lent, SizeClass booked)
    {
        var firm = new Enterprise { Standing = Standing.Alive };
        firm.BookLoanAs(SizeClass.Large);
        firm.BookLoanAs(lent);
        Assert.Equal(booked, firm.LentAs);
        Assert.True(firm.IsAlive);
    }

    private static double Sum(RunSeries lived, Indicator flow, int months) =>
        lived.Sum(0, 0, lived.Plan.Start, lived.Plan.Start + (months - 1), flow);

    private static async Task<RunSeries> Simulated(BehaviouralParameters behaviour, int months = Months) => (await SmallProvince.Simulate(
        SmallProvince.Materials(plan => plan with
        { Months = months, Replicates = 1, Arms = [new("law", []) { Behaviour = behaviour }] }),
        new LoopExecutor())).Series;
}
