using System.Globalization;
using SimLab.Engine.Calibration.Stylised;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Populations;
using SimLab.Pages;
using SimLab.Pages.Charts;

namespace SimLab.Engine.Calibration;

/// <summary>A validation in sentences, tables and pictures: the contents of its page.</summary>
public static class ValidationReport
{
    private const int HashShown = 16;

    private static readonly string[] Drawn = [
        "high_tech_enterprises", "specialised_smes", "above_scale_firms", "smes", "small_micro_loans"];

    private static readonly PageColumn[] FactColumns =
    [
        new("Fact"), new("Month"), new("Observed", IsNumber: true), new("Predicted median", IsNumber: true),
        new("50 %", IsNumber: true), new("90 %", IsNumber: true), new("Width", IsNumber: true), new("Covered"),
    ];

    private static readonly PageColumn[] RegularityColumns =
    [
        new("Regularity"), new("Published", IsNumber: true), new("Ours", IsNumber: true), new("Distance", IsNumber: true),
            new("What must be known"),
    ];

    private static readonly PageColumn[] TotalColumns =
    [
        new("Total"), new("Published", IsNumber: true), new("Synthetic", IsNumber: true), new("Off by", IsNumber: true),
            new("Why, if more than 1 %"),
    ];

    /// <summary>Input of <see cref="ValidationPage"/>.</summary>
    public static ValidationInput Of(Validation validation)
    {
        var test = validation.BackTest;
        return new(
            $"Back-test: {test.Order.Name}; {test.Worlds.Length} draws of its posterior, each with luck, simulated to "
                + $"{validation.Size.Last}.",
            ModelBuild.Hash[..HashShown], test.Order.FactsHash[..HashShown], test.Order.Seed,
            [.. Verdict(validation).Select(sentence => sentence.ToString())],
            new(FactColumns, [.. test.Facts.Select(Row)]),
            Ratios(test),
            [.. Drawn.Select(name => Course(validation, name))],
            new(RegularityColumns, [.. validation.Stylised.Facts.Select(Row)]),
            [.. validation.Stylised.Shapes.Select(Distribution)],
            new(TotalColumns, [.. validation.Totals.Select(Row)]));
    }

    /// <summary>Criteria and results, in sentences.</summary>
    public static IEnumerable<Sentence> Verdict(Validation validation)
    {
        var test = validation.BackTest;
        if (test.Order.Later.IsEmpty) yield return $"No fact became known later, so nothing can be scored.";
        else if (test.Facts.IsEmpty)
        {
            yield return $"{test.Order.Later.Length} facts became known later, but none of them can be read from months up to "
                + $"{validation.Size.Last}, so nothing can be scored.";
        }
        else
        {
            yield return $"{test.Facts.Count(f => f.Covered)} of {test.Facts.Length} facts that became known later lie inside the 90 % "
                + $"interval ({test.Coverage:0 %}; {BackTest.WantedCoverage:0 %} wanted: "
                + $"{Reached(test.Coverage >= BackTest.WantedCoverage)}), {test.HalfCoverage:0 %} inside the 50 % interval.";
            yield return $"The 90 % interval is {test.MedianWidth:0 %} of the predicted value wide in the median "
                + $"({BackTest.WantedWidth:0 %} wanted: {Reached(test.MedianWidth <= BackTest.WantedWidth)}).";
        }
        yield return $"{validation.TotalsMet} of {validation.Totals.Length} totals of the synthetic firms are within 1 % of the "
            + $"published one, or as near as whole firms allow.";
        var compared = validation.Stylised.Facts.Where(f => !double.IsNaN(f.Distance)).ToArray();
        yield return $"{compared.Count(f => Math.Abs(f.Distance) <= 0.1)} of {compared.Length} stylised facts with a published number are "
            + $"within a tenth of it.";
    }

    private static Sentence Reached(bool reached) => reached ? Sentence.Of($"reached") : $"not reached";

    private static PageCell[] Row(ScoredFact scored)
    {
        var (fact, predicted) = (scored.Fact, scored.Prediction);
        return
        [
            new(fact.Id, $"{fact.Measures.Name}, {fact.Unit}; "
                + $"{fact.Source}{(fact.MayFit ? "" : "; measured otherwise in the model, see the facts file")}"),
            $"{predicted.At}", Number(fact.Observed), Number(predicted.Median), $"{Number(predicted.P25)} – {Number(predicted.P75)}",
            $"{Number(predicted.P05)} – {Number(predicted.P95)}", Text(predicted.RelativeWidth, "0 %"), scored.Covered ? "yes" : "no",
        ];
    }

    private static PageCell[] Row(StylisedFact fact) =>
    [
        new(fact.Name, fact.Source), fact.Published,
            $"{Number(fact.Ours)}{(double.IsNaN(fact.Error) ? "" : $" ± {Number(fact.Error)}")}", Distance(fact), fact.Note,
    ];

    private static PageCell[] Row(ReportLine total) =>
    [
        new(total.Name, $"{total.Unit}; {total.Tag.ToString().ToLowerInvariant()}; {total.Source}"),
        Number(total.Published), Number(total.Synthetic), Text(total.Difference, "+0.00 %;-0.00 %;0 %"), total.Why ?? "",
    ];

    private static Picture Ratios(BackTest test) =>
        new("Prediction over what was observed", "bars hold 90 % and 50 %, the line at 1 is what came",
        new IntervalChart("Predicted over observed", [.. test.Facts.Where(scored => scored.Fact.Observed != 0).Select(Ratio)]));

    private static PredictedRange Ratio(ScoredFact scored)
    {
        var (predicted, observed) = (scored.Prediction, scored.Fact.Observed);
        return new(
            scored.Fact.Id, predicted.P05 / observed, predicted.P25 / observed, predicted.Median / observed,
                predicted.P75 / observed, predicted.P95 / observed);
    }

    // Predictions by month, and in the caption the observation.
    private static Picture Course(Validation validation, string name)
    {
        var (test, moment) = (validation.BackTest, Moments.Find(name)!);
        var start = test.Order.Scenario.Start - 1;
        var band = MonthlyChart.Over(validation.Size.Last - start + 1, test.Worlds.Length, (month, draw) =>
            test.Worlds[draw].Mean(moment.At(start + month)) ?? double.NaN);
        var known = test.Facts.Where(scored => scored.Fact.Measures.Name == name)
            .Select(scored => $"observed {Number(scored.Fact.Observed)} in {scored.Fact.At}");
        return new($"{moment.Name}, {moment.Unit}", string.Join("; ", known), MonthlyChart.Of(moment.Name, start, [band]));
    }

    private static Picture Distribution(Shape shape) =>
        new(shape.Title, "", new Histogram(shape.Title, shape.Labels, shape.Values, shape.Published));

    private static string Distance(StylisedFact fact) =>
        double.IsNaN(fact.Distance) ? "no number to compare" : fact.Distance == 0 ? "inside" : Text(fact.Distance, "+0 %;-0 %");

    private static string Number(double value) => double.IsNaN(value) ? "–"
        : Text(value, Math.Abs(value) >= 1000 ? "#,##0" : Math.Abs(value) >= 10 ? "0.#" : "0.####");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
