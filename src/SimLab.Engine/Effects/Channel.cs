using System.Collections.Immutable;
using System.Reflection;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Engine.Effects;

/// <summary>
/// An indicator that a measure works through first, and its expected direction, as the measure declares it
/// (<see cref="ChannelAttribute"/>). A flow is summed from the month the measure comes into force; a stock is read at the
/// end.
/// </summary>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Indicator">Indicator that moves.</param>
/// <param name="Up">Expected to rise; false: to fall.</param>
/// <param name="Words">The same for readers.</param>
public sealed record Channel(string Measure, Indicator Indicator, bool Up, string Words)
{
    /// <summary>The channels of a measure, the main one first.</summary>
    public static ImmutableArray<Channel> Of(CataloguedMeasure measure) =>
    [
        .. measure.Type.GetCustomAttributes<ChannelAttribute>().Select(channel =>
            new Channel(measure.Name, channel.Indicator, channel.Expected == Direction.Up, channel.Words)),
    ];

    /// <summary>Unit of <see cref="Read"/>: "yuan", "firms" or the like.</summary>
    public string Unit => Indicators.ShownUnit(Indicator);

    /// <summary>Reads the indicator in one world.</summary>
    /// <param name="series">Series of the run.</param>
    /// <param name="arm">Arm of the run.</param>
    /// <param name="replicate">Replicate of the arm.</param>
    /// <param name="from">First month of the sum of flows.</param>
    /// <param name="to">Last month of the sum of flows; month of stocks.</param>
    public double Read(RunSeries series, int arm, int replicate, Month from, Month to) =>
        series.Over(arm, replicate, from, to, Indicator);
}
