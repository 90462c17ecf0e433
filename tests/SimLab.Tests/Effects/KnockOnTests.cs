using SimLab.Engine.Effects;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Effects;

/// <summary>Late payment by public bodies travels down the chains, and so does the end of it.</summary>
[Slow]
public sealed class KnockOnTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Clearing_arrears_of_public_bodies_alone_lowers_what_the_second_tier_is_overdue_from_the_first()
    {
        // Leaders are left out of it: what they pay is what they paid before.
        var publicBodies = new ProtectRights { LeadersPaySooner = 0, FeesStopped = 0, From = MeasuresAlone.From };
        var run = await MeasuresAlone.Simulate(16, MeasuresAlone.Months, [new("none", []), new("public bodies pay", [publicBodies])]);
        foreach (var indicator in new[] { Indicator.PublicArrears, Indicator.FirstTierArrears })
        {
            Gauge mean = (c, arm, r) =>
                c.Sum(arm, r, MeasuresAlone.From, c.Plan.LastMonth, indicator) / (double)(c.Plan.LastMonth - MeasuresAlone.From + 1);
            var difference = new SimulatedArm(run.Series, 1).Less(new(run.Series, 0), mean)!;
            output.WriteLine($"{indicator}: {MeasuresAlone.Shown(difference)} of {new SimulatedArm(run.Series, 0).Mean(mean):G6} fen");
            Assert.True(difference.IsClear && difference.Mean < 0, $"{indicator}: {MeasuresAlone.Shown(difference)}");
        }
    }
}
