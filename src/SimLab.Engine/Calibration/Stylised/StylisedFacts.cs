using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.Calibration.Stylised;

/// <summary>
/// Regularities of firms that are not fitted (except where a note mentions it), in one world at the last simulated year
/// end: sizes, growth, exit, bunching at the cliffs of the law, credit by size, titles and loans.
/// </summary>
public sealed class StylisedFacts
{
    private const string Data = "gansu.md ", None = "no figure found";
    private const double TailFrom = 200e6, Wan = 1e4;
    private const int SizeBins = 8, LeastInBin = 50;

    private readonly FirmPanel panel;
    private readonly KnownRegularities known;
    private readonly Month end;
    private readonly SeenFirm[] firms;

    private StylisedFacts(FirmPanel panel, KnownRegularities known)
    {
        (this.panel, this.known) = (panel, known);
        end = panel.YearEnds.Last();
        firms = [.. panel.Alive(end)];
    }

    /// <summary>Facts in the order of the page.</summary>
    public ImmutableArray<StylisedFact> Facts { get; private set; }

    /// <summary>Charts of distributions.</summary>
    public ImmutableArray<Shape> Shapes { get; private set; }

    /// <summary>Computes the facts.</summary>
    /// <param name="panel">Panel of a run over at least two year ends.</param>
    /// <param name="series">Series of the same run.</param>
    /// <param name="known">What is known of the firms of the province.</param>
    public static StylisedFacts Of(FirmPanel panel, RunSeries series, KnownRegularities known)
    {
        var facts = new StylisedFacts(panel, known);
        var (growth, growthShapes) = facts.Growth();
        var (exit, exitShape) = facts.Exit();
        var (bunching, bunchingShapes) = facts.Bunching();
        var (credit, creditShape) = facts.Credit();
        facts.Facts = [facts.Sizes(), .. growth, .. exit, .. bunching, .. credit, .. facts.Titles(), .. facts.Aggregates(series)];
        facts.Shapes = [.. growthShapes, exitShape, .. bunchingShapes, creditShape];
        return facts;
    }

    private StylisedFact Sizes()
    {
        var (exponent, error, count) = Tails.Hill(
            firms.Where(f => f.State.Is(Standing.AboveScale)).Select(f => Fen.ToYuan(f.State.SalesLastYear)), TailFrom);
        return new("Size distribution of roster firms: exponent of the density", "2.0 to 2.5", 2.0, 2.5,
            Data + "B9: Heinrich and Dai 2016, by province",
            exponent + 1, error,
                $"Hill's estimator over {count} roster firms selling more than 200 million yuan, where the recipe's power law begins; "
                + $"month zero is drawn with 2.1");
    }

    private (StylisedFact[], Shape[]) Growth()
    {
        var seen = firms.Where(f => f.Firm.Weight == 1 && f.State is { AgeMonths: > 24, SalesLastYear: > 0, SalesYearBefore: > 0 })
            .Select(f => (
                Size: Fen.ToYuan(f.State.SalesYearBefore), Growth: Math.Log(f.State.SalesLastYear / (double)f.State.SalesYearBefore)))
            .OrderBy(f => f.Size).ToArray();
        (double Size, double Growth)[][] bins = [
            .. seen.Chunk(Math.Max(LeastInBin, (seen.Length + SizeBins - 1) / SizeBins)).Where(bin => bin.Length >= LeastInBin)];
        double[] spreads = [.. bins.Select(bin => Tails.Deviation([.. bin.Select(f => f.Growth)]))];
        double[] sizes = [.. bins.Select(bin => bin[bin.Length / 2].Size)];
        var (slope, error) = Tails.Slope([.. sizes.Select(s => Math.Log(s))], [.. spreads.Select(s => Math.Log(s))]);
        // Standardised by bin: a mixture of widths would look peaked even if none of its parts were.
        double[] standard = [.. bins.SelectMany((bin, b) => bin.Select(f => (f.Growth - bin.Average(x => x.Growth)) / spreads[b]))];
        StylisedFact[] facts =
        [
            new("Shape of growth rates: standard over mean absolute deviation", "1.414 (Laplace)", Math.Sqrt(2), Math.Sqrt(2),
                Data + "B9: Zou 2019; Bottazzi and Secchi 2005",
                Tails.Peakedness(standard), double.NaN,
                    "1.253 would be normal. Luck of a year is drawn from Laplace; monthly noise, rationing and policy make the rest"),
            new("Spread of growth falls with size: power", "0.15 to 0.20", 0.15, 0.20, Data + "B9: Stanley et al. 1996",
                -slope, error, "firms that stand for themselves, in bins of sales; the power of luck itself is set at 0.17"),
        ];
        const int Bars = 25;
        var density = new double[Bars];
        foreach (var z in standard)
            if (z is > -5 and < 5) density[(int)((z + 5) / 10 * Bars)] += Bars / (10.0 * standard.Length);
        double At(int bar) => -5 + (bar + 0.5) * 10 / Bars;
        return (facts,
        [
            new("Growth rates of a year, standardised by size: density, beside Laplace",
                [.. Enumerable.Range(0, Bars).Select(b => $"{At(b):0.0}")],
                density, [.. Enumerable.Range(0, Bars).Select(b => Math.Exp(-Math.Sqrt(2) * Math.Abs(At(b))) / Math.Sqrt(2))]),
            new("Standard deviation of growth by size (million yuan of sales), beside power 0.17", [.. sizes.Select(s => $"{s / 1e6:0.#}")],
                spreads, [.. sizes.Select(s =>
                    spreads.Length == 0 ? 0 : spreads[spreads.Length / 2] * Math.Pow(s / sizes[sizes.Length / 2], -0.17))]),
        ]);
    }

    private (StylisedFact[], Shape) Exit()
    {
        (string Label, int From, int To)[] ages = [
            ("under 2 years", 0, 24), ("2 to 5", 24, 60), ("5 to 10", 60, 120), ("10 and more", 120, int.MaxValue)];
        var (before, now) = (panel.States(end - 12), panel.States(end));
        var (all, left) = (new double[ages.Length], new double[ages.Length]);
        for (var i = 0; i < now.Length; i++)
        {
            if (!before[i].IsAlive) continue;
            var age = Array.FindIndex(ages, a => before[i].AgeMonths >= a.From && before[i].AgeMonths < a.To);
            all[age] += panel.Population.Firms[i].Weight;
            // A slot that is younger than a year ago holds another firm.
            if (!now[i].IsAlive || now[i].AgeMonths < before[i].AgeMonths) left[age] += panel.Population.Firms[i].Weight;
        }
        var hazard = left.Sum() / all.Sum();
        double[] byAge = [.. left.Zip(all, (l, a) => a > 0 ? l / a : 0)];
        return (
        [
            OfProvince("Exit a year, all firms", KnownRegularities.ExitRate, hazard, ""),
            new("Median life at that hazard, years", "10.67", 10.67, 10.67, Data + "B9: China Econ. Rev. 2025",
                Math.Log(2) / -Math.Log(1 - hazard), double.NaN, "China, all years"),
            new("Exit of firms under 2 years over that of firms of 10 years and more", "above 1", double.NaN, double.NaN,
                "exit falls with age in every census of firms; " + None, byAge[3] > 0 ? byAge[0] / byAge[3] : double.NaN,
                double.NaN, "exit falls with age by assumption (exitAgePower); size and debt work beside it"),
        ], new("Exit a year by age of the firm", [.. ages.Select(a => a.Label)], byAge, []));
    }

    private (StylisedFact[], Shape[]) Bunching()
    {
        var ratios = firms.Where(f => f.State is { RndLastYear: > 0, SalesLastYear: > 0 })
            .Select(f => (
                Ratio: f.State.RndLastYear / (double)f.State.SalesLastYear * 100 / HighTech.LeastRndPercent(f.State.SalesLastYear),
                (double)f.Firm.Weight)).ToArray();
        var taxed = panel.Taxed.Select(t => (t.Yuan / Wan, (double)t.Weight)).ToArray();
        return (
        [
            new("R&D just above what the high-tech title asks, over just below", "above 1", double.NaN, double.NaN,
                Data + "B9: bunching at the notch, Chen et al. 2021", Jump(ratios, 1, 0.1), double.NaN,
                "firms within a tenth of 5, 4 or 3 % of sales, by size; the level of stretching is calibrated"),
            new("Taxable income just below 3 million yuan, over just above", "above 1", double.NaN, double.NaN,
                Data + "B9: bunching below the limit of small low-profit firms, Cui et al. 2025", 1 / Jump(taxed, 300, 20),
                double.NaN, "firms within 200,000 yuan; the share that shifts is assumed"),
        ],
        [
            new("Firms by R&D to sales, relative to the title's threshold (1 = 5, 4 or 3 %)",
                [.. Enumerable.Range(0, 30).Select(b => $"{b / 10.0:0.0}")], Counts(ratios, 0, 0.1, 30), []),
            new("Firms by taxable income, 10,000 yuan; the cliff is at 300",
                [.. Enumerable.Range(0, 20).Select(b => $"{200 + 10 * b}")], Counts(taxed, 200, 10, 20), []),
        ]);
    }

    private static double Jump(IEnumerable<(double At, double Weight)> values, double threshold, double width)
    {
        double above = 0, below = 0;
        foreach (var (at, weight) in values)
        {
            if (at >= threshold && at < threshold + width) above += weight;
            else if (at < threshold && at >= threshold - width) below += weight;
        }
        return below > 0 ? above / below : double.NaN;
    }

    private static double[] Counts(IEnumerable<(double At, double Weight)> values, double from, double width, int bars)
    {
        var counts = new double[bars];
        foreach (var (at, weight) in values)
            if ((at - from) / width is >= 0 and var bar && bar < bars) counts[(int)bar] += weight;
        return counts;
    }

    private (StylisedFact[], Shape) Credit()
    {
        SizeClass[] classes = [SizeClass.Micro, SizeClass.Small, SizeClass.Medium];
        double Share(SizeClass size, Func<SeenFirm, bool> has) =>
            firms.Where(f => f.Size == size).Sum(f => has(f) ? f.Firm.Weight : 0.0) / firms.Where(f => f.Size == size)
                .Sum(f => (double)f.Firm.Weight);
        double[] withLoan = [.. classes.Select(c => Share(c, f => f.State.Loan > 0))],
            refused = [.. classes.Select(c => Share(c, f => panel.WasRefused(end.Year, f.Firm.Id)))];
        var rationed = classes.Select((_, i) => refused[i] / (refused[i] + withLoan[i])).ToArray();
        return (
        [
            new("Credit rationing by size: refused, of those refused or with a loan, micro over medium", "above 1", double.NaN,
                double.NaN, "smaller firms are refused more often in every survey of credit; " + None + " for Gansu",
                rationed[0] / rationed[2], double.NaN, "banks like size by assumption (bankLikesSize)"),
            new("Small firms with a loan, over micro firms", "above 1", double.NaN, double.NaN,
                None + " by size for Gansu; month zero assumes 45 % and 12 %", withLoan[1] / withLoan[0], double.NaN,
                $"with a loan: micro {withLoan[0]:0.0%}, small {withLoan[1]:0.0%}, medium {withLoan[2]:0.0%}"),
        ], new("Refused in the year, of those refused or with a loan", [.. classes.Select(c => c.ToString().ToLowerInvariant())],
            rationed, []));
    }

    private StylisedFact[] Titles()
    {
        var month = end;
        var smes = firms.Where(f => f.Size < SizeClass.Large).ToArray();
        double WithLoan(Title title) =>
            smes.Where(f => f.State.Holds(title, month)).Select(f => f.State.Loan > 0 ? 1.0 : 0).DefaultIfEmpty(double.NaN).Average();
        return
        [
            .. TitleCatalog.All.Select(title => OfProvince(
                $"{title.Chinese} ({title.English}) with a loan", KnownRegularities.WithLoan(title.Title), WithLoan(title.Title),
                "here at the end of the panel")),
            new("Correlation of having any title with having a loan, firms that stand for themselves", "above 0", double.NaN,
                double.NaN, Data + "B9: titled firms have more access; " + None,
                Tails.Phi(smes.Where(f => f.Firm.Weight == 1)
                    .Select(f => (Enum.GetValues<Title>().Any(t => f.State.Holds(t, month)), f.State.Loan > 0, 1.0))), double.NaN,
                    "φ of two yes-or-no facts"),
        ];
    }

    private StylisedFact[] Aggregates(RunSeries series)
    {
        var plan = series.Plan;
        var (arm, last) = (plan.Arms.Length - 1, plan.LastMonth);
        double Mean(Func<int, double> read) => Enumerable.Range(0, plan.Replicates).Average(read);
        double Stock(int replicate, Month month, Indicator indicator) => series.Value(arm, replicate, month, indicator);
        return
        [
            OfProvince("Jobs, growth a year", KnownRegularities.JobsGrowth,
                Mean(r => Math.Pow(
                    Stock(r, last, Indicator.Staff) / Stock(r, plan.Start - 1, Indicator.Staff), 12.0 / plan.Months) - 1),
                "jobs in the firms of the model; those who leave sole traders and farms for them are in it"),
            OfProvince("Rate paid on bank loans, a year", KnownRegularities.LoanRate,
                Mean(r => Enumerable.Range(0, 12).Sum(m => Stock(r, last - m, Indicator.Interest)) / Enumerable.Range(0, 12)
                    .Average(m => Stock(r, last - m, Indicator.LoansOwed))),
                "on all balances of firms"),
            new("Relabelled, of reported R&D", "24.2 %", 0.242, 0.242, Data + "B9: Chen et al. 2021, of firms at the notch",
                Mean(r => Enumerable.Range(0, 12)
                    .Sum(m => Stock(r, last - m, Indicator.RndReported) - Stock(r, last - m, Indicator.RndReal)) / Enumerable.Range(
                    0, 12).Sum(m => Stock(r, last - m, Indicator.RndReported))), double.NaN,
                "over all firms, of which few stretch; the share of those who do is set to the published one"),
        ];
    }

    // A share that differs from province to province.
    private StylisedFact OfProvince(string name, string key, double ours, string note) => known[key] is { } published
        ? new(name, Published(published), published.Low, published.High,
            $"{published.Tag.ToString().ToLowerInvariant()}: {published.Source}", ours, double.NaN,
            string.Join("; ", new[] { note, published.Note }.Where(text => text.Length > 0)))
        : new(name, "not known for this province", double.NaN, double.NaN,
            $"no {key} in {KnownRegularities.FileName} beside the calibration", ours, double.NaN, note);

    private static string Published(KnownRegularity published) => published.Low == published.High
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * published.Low:0.###} %")
        : string.Create(CultureInfo.InvariantCulture, $"{100 * published.Low:0.###} to {100 * published.High:0.###} %");
}
