using SimLab.Engine.Effects;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Effects;

[Slow]
public sealed class OwnChannelTests(ITestOutputHelper output)
{
    private static IEnumerable<Channel> All => MeasuresAlone.Measures.SelectMany(measure => Channel.Of(measure));

    public static TheoryData<string, string> Channels => [.. All.Select(channel => (channel.Measure, channel.Words))];

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_measure_alone_moves_its_own_channel_the_right_way_clear_of_zero(string measure, string words)
    {
        var channel = All.Single(each => each.Measure == measure && each.Words == words);
        var gauge = MeasuresAlone.Gauge(channel);
        var none = await MeasuresAlone.None();
        var difference = (await MeasuresAlone.Alone(measure)).Less(none, gauge)!;
        output.WriteLine($"{measure} {words}: {MeasuresAlone.Shown(difference)} of {none.Mean(gauge):G6}");
        Assert.True(difference.IsClear, $"{words}: {MeasuresAlone.Shown(difference)} is not clear of zero.");
        Assert.Equal(channel.Up, difference.Mean > 0);
    }

    [Fact]
    public void The_main_channel_is_the_one_declared_first() =>
        Assert.Equal(
            [Indicator.RefundsPaid, Indicator.IncomeTax, Indicator.EmploymentCredits, Indicator.SupportPaid, Indicator.VatRefunded,
                Indicator.EquityRaised],
            Channel.Of(MeasuresAlone.Measures.Single(measure => measure.Name == nameof(TaxRelief))).Select(channel => channel.Indicator));
}
