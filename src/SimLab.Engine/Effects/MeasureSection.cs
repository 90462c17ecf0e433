using System.Globalization;
using System.Text;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Effects;

/// <summary>
/// The section of one measure: its clause, its levers with units, ranges and sources, and its channel's response.
/// </summary>
internal sealed class MeasureSection(StringBuilder page, MeasureEffects experiment, int index)
{
    private readonly CataloguedMeasure _measure = experiment.Order.Measures[index];

    public void Write()
    {
        var clause = _measure.Clause;
        Line($"### {experiment.Order.Label(_measure)} {clause.Heading}: `{_measure.Name}`").Line();
        Line($"> {clause.Text}").Line();
        Line($"Lead: {clause.Lead}").Line();
        Line($"Acts on: {_measure.FormsInWords}").Line();
        Line("| Lever | Written | Range | Unit | Source |").Line("| --- | --: | :-: | --- | --- |");
        foreach (var lever in _measure.OwnLevers)
            Line($"| {lever.Name} | {Number(Convert.ToDouble(lever.Default, CultureInfo.InvariantCulture))} | {Number(lever.Min)} – "
                + $"{Number(lever.Max)} | {lever.Unit} | {lever.Source} |");
        Line();
        foreach (var channel in Channel.Of(_measure)) Moved(channel);
        var cost = experiment.Alone(index).Mean(MeasureEffects.Cost(experiment.Order.From, experiment.Order.LastReading)) ?? 0;
        Line($"Public cost {experiment.Order.From} to {experiment.Order.LastReading}: {Figures.Bare(cost, "yuan")} 亿元.").Line();
    }

    private void Moved(Channel channel)
    {
        var gauge = experiment.ChannelOf(channel);
        var difference = experiment.Alone(index).Less(experiment.None, gauge)!;
        var unit = channel.Unit == "yuan" ? "亿元" : channel.Unit;
        Line($"Channel: {channel.Words}: {Figures.Bold(difference, channel.Unit)} {unit} {Figures.Interval(difference, channel.Unit)}, "
            + $"{Figures.PerCent(difference.Mean, experiment.None.Mean(gauge) ?? 0)}.").Line();
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 1e4 ? "N0" : "0.######", CultureInfo.InvariantCulture);

    private MeasureSection Line(string text = "")
    {
        page.Append(text).Append('\n');
        return this;
    }
}
