using SimLab.Engine.Reporting;
using SimLab.Model;
using SimLab.Model.Messages;
using Xunit;

namespace SimLab.Tests.Reporting;

[Fast]
public sealed class LeverageTests
{
    [Fact]
    public void Extra_equipment_and_research_are_set_against_the_extra_public_cost()
    {
        // Clause 9 costs 120 yuan in 24 months. A month, the policy adds 30 of equipment, 10 of research and 5 of support paid.
        var run = HandMadeRun.Result(also: (row, arm) =>
        {
            row[(int)Indicator.Investment] = (arm == 1 ? 130 : 100) * Fen.PerYuan;
            row[(int)Indicator.RndReal] = (arm == 1 ? 60 : 50) * Fen.PerYuan;
            row[(int)Indicator.SupportPaid] = (arm == 1 ? 5 : 0) * Fen.PerYuan;
        });
        var leverage = Leverage.Of(run.Series)!;
        Assert.Equal((24 * 40.0, 24 * 35.0, 120.0), (leverage.Invested.Mean, leverage.Own.Mean, leverage.Public));
        Assert.Equal((8.0, 7.0), (leverage.PerYuan, leverage.OwnPerYuan));
    }

    [Fact]
    public void A_policy_alone_has_none() => Assert.Null(Leverage.Of(HandMadeRun.Result(arms: 1).Series));
}
