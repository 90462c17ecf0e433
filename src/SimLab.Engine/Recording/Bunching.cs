using System.Globalization;
using System.Text;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Papers;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.Recording;

/// <summary>
/// Two histograms that show firms reacting to the law's cliffs: taxable income around the 3 million yuan of small
/// low-profit firms, and reported R&amp;D around the ratio a high-tech enterprise must reach. First replicate of the last
/// arm, all years of the run, firms counted with their weight.
/// </summary>
internal sealed class Bunching(RunMaterials materials)
{
    private const long TaxFrom = 200 * Fen.PerWan, TaxStep = 10 * Fen.PerWan;
    private const double RatioFrom = 0.5, RatioStep = 0.05;
    private const int Bins = 20;

    private readonly long[] _taxable = new long[Bins];
    private readonly long[] _ratio = new long[Bins];
    private readonly int _arm = materials.Plan.Arms.Length - 1;

    public void Add(WorldBatch batch, MonthOutput taken)
    {
        if (batch.FirstReplicate != 0) return;
        var world = batch.World(_arm, 0);
        foreach (var district in taken.Events)
            foreach (var line in district)
                if (line.Kind == EventKind.TaxAssessed && line.World == world)
                    Put(_taxable, (line.Amount - TaxFrom) / (double)TaxStep, materials.Population.Firms[line.Enterprise].Weight);
    }

    public void KeepPanel(Month month, int arm, Enterprise[] states)
    {
        if (arm != _arm || !month.EndsYear) return;
        for (var i = 0; i < states.Length; i++)
        {
            ref readonly var state = ref states[i];
            if (!state.IsAlive || state.SalesLastYear <= 0 || state.RndLastYear <= 0) continue;
            var asked = HighTech.LeastRndPercent(state.SalesLastYear) / 100.0;
            Put(_ratio, (state.RndLastYear / (double)state.SalesLastYear / asked - RatioFrom) / RatioStep, materials.Population.Firms[i].Weight);
        }
    }

    /// <summary>HTML figures with an SVG each.</summary>
    public string Draw() =>
        Figure("应纳税所得额与300万元门槛", "Taxable income of the year, 10,000 yuan: firms bunch below 300", _taxable, bin => $"{(TaxFrom + bin * TaxStep) / Fen.PerWan}")
        + Figure("研发强度与高新技术企业门槛", "Reported R&D to sales, relative to what the high-tech title asks (1 = 5, 4 or 3 %): firms bunch at 1", _ratio,
            bin => (RatioFrom + bin * RatioStep).ToString("0.00", CultureInfo.InvariantCulture));

    private static void Put(long[] bins, double place, long weight)
    {
        if (place is >= 0 and < Bins) bins[(int)place] += weight;
    }

    private static string Figure(string chinese, string english, long[] bins, Func<int, string> label)
    {
        const int Width = 480, Height = 180, Foot = 24, Left = 48;
        var most = Math.Max(1, bins.Max());
        var bar = (Width - Left) / (double)bins.Length;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<figure>\n<figcaption>{chinese} <span lang=\"en\">{System.Net.WebUtility.HtmlEncode(english)}</span></figcaption>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{System.Net.WebUtility.HtmlEncode(english)}\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 4}\" y=\"12\" text-anchor=\"end\" font-size=\"11\" fill=\"currentColor\">{most:N0}</text>\n");
        for (var i = 0; i < bins.Length; i++)
        {
            var height = (Height - Foot - 8) * bins[i] / (double)most;
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left + i * bar + 1:0.#}\" y=\"{Height - Foot - height:0.#}\" width=\"{bar - 2:0.#}\" height=\"{height:0.#}\" fill=\"currentColor\" opacity=\"0.55\"><title>{label(i)}: {bins[i]:N0}</title></rect>\n");
            if (i % 5 == 0) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + i * bar:0.#}\" y=\"{Height - 6}\" font-size=\"11\" fill=\"currentColor\">{label(i)}</text>\n");
        }
        return svg.Append("</svg>\n</figure>\n").ToString();
    }
}
