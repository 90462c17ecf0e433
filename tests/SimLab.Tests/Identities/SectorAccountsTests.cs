using SimLab.Engine.Execution;
using SimLab.Engine.Reporting;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Identities;

/// <summary>Every yuan has a payer, and whoever pays feels it.</summary>
[Slow]
public sealed class SectorAccountsTests
{
    [Fact]
    public void Only_trade_along_the_chains_stays_among_firms() =>
        Assert.Equal([Indicator.ChainPaid, Indicator.ChainPayments],
            Indicators.All.Where(flow => Indicators.With(flow) == Sector.Firms).Order());

    [Fact]
    public async Task In_every_world_and_month_one_sector_s_gain_is_what_the_others_pay_to_the_fen()
    {
        var series = (await SmallProvince.Reference).Series;
        for (var arm = 0; arm < series.Plan.Arms.Length; arm++)
            for (var replicate = 0; replicate < series.Plan.Replicates; replicate++)
                for (var month = series.Plan.Start; month <= series.Plan.LastMonth; month += 1)
                {
                    var row = series.Row(arm, replicate, month);
                    var net = SectorAccounts.Net(row, SectorAccounts.Financed(series, arm, replicate, month, month));
                    Assert.Equal(0, net.Sum());
                    // What firms gain is in their tills or on its way to them along the chains.
                    Assert.Equal(
                        row[(int)Indicator.CashHeld] - series.Value(arm, replicate, month - 1, Indicator.CashHeld),
                        net[(int)Sector.Firms] + row[(int)Indicator.ChainPaid] - row[(int)Indicator.ChainPayments]);
                }
    }

    [Fact]
    public async Task All_that_measures_cost_is_paid_by_somebody()
    {
        var series = (await SmallProvince.Reference).Series;
        var (first, last) = (series.Plan.Start, series.Plan.LastMonth);
        var paid = SectorAccounts.Financed(series, 1, 0, first, last);
        Assert.Equal(series.Measures.Ids.Sum(id => series.Cost(1, 0, first, last, id)), paid.Values.Sum());
        Assert.True(paid[Payer.Transfer] > 0 && paid[Payer.Spending] > 0);
    }

    [Fact]
    public async Task What_households_pay_they_do_not_spend()
    {
        double Bought(RunResult result, int arm) =>
            Enumerable.Range(0, result.Series.Plan.Replicates).Average(replicate => (double)result.Series.Sum(
                arm, replicate, result.Series.Plan.Start, result.Series.Plan.LastMonth, Indicator.SalesToHouseholds));
        var paid = await Simulate(closed: true);
        Assert.True(Bought(paid, 1) < Bought(paid, 0), $"{Bought(paid, 1)} is not less than {Bought(paid, 0)}");
        Assert.True(Bought(paid, 2) < Bought(paid, 1), $"{Bought(paid, 2)} is not less than {Bought(paid, 1)}");
    }

    [Fact]
    public async Task Without_closure_it_makes_no_difference_who_pays()
    {
        var paid = await Simulate(closed: false);
        for (var month = paid.Series.Plan.Start; month <= paid.Series.Plan.LastMonth; month += 1)
        {
            Assert.Equal(paid.Series.Row(0, 0, month), paid.Series.Row(1, 0, month));
            Assert.Equal(paid.Series.Row(0, 0, month), paid.Series.Row(2, 0, month));
        }
    }

    // The whole notice, paid by the centre, by other spending, and by households.
    private static Task<RunResult> Simulate(bool closed) => SmallProvince.Simulate(
        SmallProvince.Materials(plan => plan with
        {
            Behaviour = closed ? plan.Behaviour : plan.Behaviour.WithoutClosure(),
            Replicates = closed ? plan.Replicates : 1,
            Arms = [.. new[] { Payer.Transfer, Payer.Spending, Payer.Taxes }.Select(payer => plan.Arms[1] with
            {
                Name = $"{payer}",
                Measures = [.. plan.Arms[1].Measures.Select(measure => measure with { FinancedBy = payer })],
            })],
        }),
        new LoopExecutor());
}
