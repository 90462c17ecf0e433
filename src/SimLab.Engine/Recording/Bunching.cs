using System.Globalization;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;
using SimLab.Pages.Charts;

namespace SimLab.Engine.Recording;

/// <summary>
/// Two histograms of firms reacting to thresholds of the law: taxable income around the 3 million yuan limit of small
/// low-profit firms, and reported R&amp;D around the ratio required of a high-tech enterprise. First replicate of the
/// last arm, all years of the run, firms counted with their weight.
/// </summary>
internal sealed class Bunching(RunMaterials materials)
{
    private const long TaxFrom = 200 * Fen.PerWan, TaxStep = 10 * Fen.PerWan;
    private const double RatioFrom = 0.5, RatioStep = 0.05;
    private const int Bins = 20;

    private readonly long[] _taxable = new long[Bins];
    private readonly long[] _ratio = new long[Bins];
    private readonly int _arm = materials.Plan.Arms.Length - 1;

    public void Add(WorldBatch batch, MonthOutput output)
    {
        if (batch.FirstReplicate != 0) return;
        var world = batch.World(_arm, 0);
        foreach (var district in output.Events)
            foreach (var line in district)
                if (line.Kind == EventKind.TaxAssessed && line.World == world)
                    Put(_taxable, (line.Amount - TaxFrom) / (double)TaxStep, materials.Population.Firms[line.Enterprise].Weight);
    }

    public void AddPanel(Month month, int arm, Enterprise[] states)
    {
        if (arm != _arm || !month.EndsYear) return;
        for (var i = 0; i < states.Length; i++)
        {
            ref readonly var state = ref states[i];
            if (!state.IsAlive || state.SalesLastYear <= 0 || state.RndLastYear <= 0) continue;
            var asked = HighTech.LeastRndPercent(state.SalesLastYear) / 100.0;
            Put(_ratio, (state.RndLastYear / (double)state.SalesLastYear / asked - RatioFrom) / RatioStep,
                materials.Population.Firms[i].Weight);
        }
    }

    /// <summary>One histogram for each threshold.</summary>
    public IReadOnlyList<Picture> Pictures() =>
    [
        Picture("应纳税所得额与300万元门槛", "Taxable income of the year, 10,000 yuan: firms bunch below 300", _taxable, bin =>
            $"{(TaxFrom + bin * TaxStep) / Fen.PerWan}"),
        Picture("研发强度与高新技术企业门槛",
            "Reported R&D to sales, relative to what the high-tech title asks (1 = 5, 4 or 3 %): firms bunch at 1", _ratio,
            bin => (RatioFrom + bin * RatioStep).ToString("0.00", CultureInfo.InvariantCulture)),
    ];

    private static void Put(long[] bins, double place, long weight)
    {
        if (place is >= 0 and < Bins) bins[(int)place] += weight;
    }

    private static Picture Picture(string chinese, string english, long[] bins, Func<int, string> label) => new(
        chinese, english,
            new Histogram(english, [.. Enumerable.Range(0, bins.Length).Select(label)], [.. bins.Select(firms => (double)firms)], []));
}
