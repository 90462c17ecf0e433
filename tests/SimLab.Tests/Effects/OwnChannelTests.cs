using SimLab.Engine.Effects;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Effects;

[Slow]
public sealed class OwnChannelTests(ITestOutputHelper output)
{
    public static TheoryData<int, string> Channels => [.. Channel.All.Select(c => (c.Measure.Clause, c.Words))];

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_measure_alone_moves_its_own_channel_the_right_way_clear_of_zero(int clause, string words)
    {
        var channel = Channel.All.Single(c => c.Measure == new MeasureId("gansu-2023", clause) && c.Words == words);
        var gauge = SeventeenAlone.Gauge(channel);
        var none = await SeventeenAlone.None();
        var difference = (await SeventeenAlone.Alone(clause)).Less(none, gauge)!;
        output.WriteLine($"{clause} {words}: {SeventeenAlone.Shown(difference)} of {none.Mean(gauge):G6}");
        Assert.True(difference.IsClear, $"{words}: {SeventeenAlone.Shown(difference)} is not clear of zero.");
        Assert.Equal(channel.Up, difference.Mean > 0);
    }

    [Fact]
    public void Every_clause_of_the_notice_has_a_channel_of_its_own() =>
        Assert.Equal(Enumerable.Range(1, 17).Select(clause => new MeasureId("gansu-2023", clause)), Channel.All.Select(c => c.Measure).Distinct());
}
