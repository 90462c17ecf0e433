using System.Globalization;
using System.Net;
using System.Text;
using SimLab.Engine.Calibration.Stylised;
using SimLab.Engine.Recording;
using SimLab.Model;

namespace SimLab.Engine.Calibration;

/// <summary>A validation as one HTML file that needs no network: what was reached and what was not, with a picture for each.</summary>
public static class ValidationPage
{
    private static readonly string[] Drawn = ["high_tech_enterprises", "specialised_smes", "above_scale_firms", "smes", "small_micro_loans"];

    public static string Write(Validation validation)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>模型检验 Validation – SimLab</title>\n<style>\n{ReportPage.Style}</style>\n</head>\n<body>\n<main>\n<header>\n<h1>模型检验 Why believe it, and where not</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p>Back-test: {Text(validation.BackTest.Order.Name)}; {validation.BackTest.Worlds.Length} draws of its posterior, each with luck, lived to {validation.Size.Last}. Model build <code>{ModelBuild.Hash[..16]}</code>, data <code>{validation.BackTest.Order.FactsHash[..16]}</code>, seed {validation.BackTest.Order.Seed}.</p>\n");
        foreach (var sentence in Verdict(validation)) page.Append(CultureInfo.InvariantCulture, $"<p><strong>{Text(sentence)}</strong></p>\n");
        page.Append("</header>\n");
        BackTested(page, validation.BackTest);
        Courses(page, validation);
        Regularities(page, validation.Stylised);
        Totals(page, validation);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>What was to be reached and what is, in sentences.</summary>
    public static IEnumerable<string> Verdict(Validation validation)
    {
        var test = validation.BackTest;
        if (test.Facts.IsEmpty)
        {
            yield return "No fact became known later, so nothing can be scored.";
        }
        else
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{test.Facts.Count(f => f.Covered)} of {test.Facts.Length} facts that became known later lie inside the 90 % interval ({test.Coverage:0 %}; {BackTest.WantedCoverage:0 %} wanted: {(test.Coverage >= BackTest.WantedCoverage ? "reached" : "not reached")}), {test.HalfCoverage:0 %} inside the 50 % interval.");
            yield return string.Create(CultureInfo.InvariantCulture,
                $"The 90 % interval is {test.MedianWidth:0 %} of the predicted value wide in the median ({BackTest.WantedWidth:0 %} wanted: {(test.MedianWidth <= BackTest.WantedWidth ? "reached" : "not reached")}).");
        }
        yield return $"{validation.TotalsMet} of {validation.Totals.Length} totals of the synthetic firms are within 1 % of the published one, or as near as whole firms allow.";
        var compared = validation.Stylised.Facts.Where(f => !double.IsNaN(f.Distance)).ToArray();
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{compared.Count(f => Math.Abs(f.Distance) <= 0.1)} of {compared.Length} stylised facts with a published number are within a tenth of it.");
    }

    private static void BackTested(StringBuilder page, BackTest test)
    {
        Heading(page, "回测", "Back-test: what one would have said of 2023 and after, and what came");
        page.Append("<div class=\"wide\"><table>\n<thead><tr><th>Fact</th><th>Month</th><th class=\"n\">Observed</th><th class=\"n\">Predicted median</th><th class=\"n\">50 %</th><th class=\"n\">90 %</th><th class=\"n\">Width</th><th>Covered</th></tr></thead>\n<tbody>\n");
        foreach (var scored in test.Facts)
        {
            var p = scored.Prediction;
            page.Append(CultureInfo.InvariantCulture, $"<tr><th>{Text(scored.Fact.Id)}<small>{Text(scored.Fact.Measures.Name)}, {Text(scored.Fact.Unit)}; {Text(scored.Fact.Source)}{(scored.Fact.MayFit ? "" : "; measured otherwise in the model, see the facts file")}</small></th><td>{p.At}</td><td class=\"n\">{Number(scored.Fact.Observed)}</td><td class=\"n\">{Number(p.Median)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{Number(p.P25)} – {Number(p.P75)}</td><td class=\"n\">{Number(p.P05)} – {Number(p.P95)}</td><td class=\"n\">{p.RelativeWidth:0 %}</td><td>{(scored.Covered ? "yes" : "no")}</td></tr>\n");
        }
        page.Append("</tbody>\n</table></div>\n<figure>\n<figcaption>Prediction over what was observed; bars hold 90 % and 50 %, the line at 1 is what came</figcaption>\n")
            .Append(Bars.Intervals([.. test.Facts.Where(f => f.Fact.Observed != 0).Select(f => (f.Fact.Id, f.Prediction, f.Fact.Observed))])).Append("</figure>\n");
    }

    private static void Courses(StringBuilder page, Validation validation)
    {
        var test = validation.BackTest;
        var start = test.Order.Scenario.Start - 1;
        var months = validation.Size.Last - start + 1;
        page.Append("<div class=\"charts\">\n");
        foreach (var moment in Drawn.Select(name => Moments.Find(name)!))
        {
            var band = Band.Over(months, test.Worlds.Length, (month, draw) => test.Worlds[draw].Mean(moment.At(start + month)) ?? double.NaN);
            var known = string.Join("; ", test.Facts.Where(f => f.Fact.Measures.Name == moment.Name).Select(f => $"observed {Number(f.Fact.Observed)} in {f.Fact.At}"));
            page.Append(CultureInfo.InvariantCulture, $"<figure>\n<figcaption>{Text(moment.Name)}, {Text(moment.Unit)} <span>{Text(known)}</span></figcaption>\n{LineChart.Draw(moment.Name, start, [band])}</figure>\n");
        }
        page.Append("</div>\n");
    }

    private static void Regularities(StringBuilder page, StylisedFacts stylised)
    {
        Heading(page, "特征事实", "Stylised facts: what is true of firms elsewhere, and of ours");
        page.Append("<div class=\"wide\"><table>\n<thead><tr><th>Regularity</th><th class=\"n\">Published</th><th class=\"n\">Ours</th><th class=\"n\">Distance</th><th>What must be known</th></tr></thead>\n<tbody>\n");
        foreach (var fact in stylised.Facts)
            page.Append(CultureInfo.InvariantCulture, $"<tr><th>{Text(fact.Name)}<small>{Text(fact.Source)}</small></th><td class=\"n\">{Text(fact.Published)}</td><td class=\"n\">{Number(fact.Ours)}{(double.IsNaN(fact.Error) ? "" : $" ± {Number(fact.Error)}")}</td><td class=\"n\">{(double.IsNaN(fact.Distance) ? "no number to compare" : fact.Distance == 0 ? "inside" : fact.Distance.ToString("+0 %;-0 %", CultureInfo.InvariantCulture))}</td><td>{Text(fact.Note)}</td></tr>\n");
        page.Append("</tbody>\n</table></div>\n<div class=\"charts\">\n");
        foreach (var shape in stylised.Shapes)
            page.Append(CultureInfo.InvariantCulture, $"<figure>\n<figcaption>{Text(shape.Title)}</figcaption>\n{Bars.Of(shape)}</figure>\n");
        page.Append("</div>\n");
    }

    private static void Totals(StringBuilder page, Validation validation)
    {
        Heading(page, "合成总量", "Totals of the synthetic firms");
        page.Append("<div class=\"wide\"><table>\n<thead><tr><th>Total</th><th class=\"n\">Published</th><th class=\"n\">Synthetic</th><th class=\"n\">Off by</th><th>Why, if more than 1 %</th></tr></thead>\n<tbody>\n");
        foreach (var line in validation.Totals)
            page.Append(CultureInfo.InvariantCulture, $"<tr><th>{Text(line.Name)}<small>{Text(line.Unit)}; {line.Tag.ToString().ToLowerInvariant()}; {Text(line.Source)}</small></th><td class=\"n\">{Number(line.Published)}</td><td class=\"n\">{Number(line.Synthetic)}</td><td class=\"n\">{line.Difference:+0.00 %;-0.00 %;0 %}</td><td>{Text(line.Why ?? "")}</td></tr>\n");
        page.Append("</tbody>\n</table></div>\n");
    }

    private static void Heading(StringBuilder page, string chinese, string english) =>
        page.Append(CultureInfo.InvariantCulture, $"<h2>{chinese} <span lang=\"en\">{english}</span></h2>\n");

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Number(double value) => double.IsNaN(value) ? "–"
        : value.ToString(Math.Abs(value) >= 1000 ? "#,##0" : Math.Abs(value) >= 10 ? "0.#" : "0.####", CultureInfo.InvariantCulture);
}
