using System.Globalization;
using System.Net;
using System.Text;
using SimLab.Engine.Recording;

namespace SimLab.Engine.Experiments.Recording;

/// <summary>report.html of an experiment: what was asked, what came of it in sentences, pictures and tables; one file that needs no network.</summary>
internal static class ExperimentReportPage
{
    private const int MostRows = 300;

    private const string Style = """
        .bar, .cell { fill: var(--arm2); } .pale { fill: var(--arm2); opacity: .4; } .dot { fill: var(--arm2); opacity: .7; }
        .whisker { stroke: var(--ink); stroke-width: 1; fill: none; }
        ul.says { padding-left: 1.2rem; }

        """;

    public static string Write(Experiment experiment, ExperimentFindings findings, ExperimentManifest manifest)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Text(experiment.Name)} – SimLab</title>\n<style>\n{ReportPage.Style}{Style}</style>\n</head>\n<body>\n<main>\n");
        Head(page, experiment, manifest);
        if (!findings.Sentences.IsEmpty)
        {
            Heading(page, "结论", "What it says");
            page.Append("<ul class=\"says\">\n").AppendJoin("", findings.Sentences.Select(s => $"<li>{Text(s)}</li>\n")).Append("</ul>\n");
        }
        if (!findings.Pictures.IsEmpty)
        {
            Heading(page, "图", "Pictures");
            page.Append("<div class=\"charts\">\n");
            foreach (var picture in findings.Pictures)
                page.Append(CultureInfo.InvariantCulture, $"<figure>\n<figcaption>{Text(picture.Title)} <span lang=\"en\">{Text(picture.Note)}</span></figcaption>\n{picture.Svg}</figure>\n");
            page.Append("</div>\n");
        }
        foreach (var table in findings.Tables.Where(t => t.Shown)) Write(page, table);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Head(StringBuilder page, Experiment experiment, ExperimentManifest manifest)
    {
        page.Append(CultureInfo.InvariantCulture, $"<header>\n<h1>{(experiment.NameZh is { } zh ? Text(zh) + " " : "")}{Text(experiment.Name)}</h1>\n");
        if (experiment.Note is { } note) page.Append(CultureInfo.InvariantCulture, $"<p>{Text(note)}</p>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>{experiment.Kind.Name}, {experiment.Scenario.Start} – {experiment.Last}, {manifest.Worlds} worlds, seed {experiment.Seed}, {manifest.Enterprises} enterprises</p>\n<dl>\n")
            .Append(CultureInfo.InvariantCulture, $"<dt>内容地址 <span lang=\"en\">Content address</span></dt><dd><code>{manifest.ContentAddress}</code></dd>\n")
            .Append(CultureInfo.InvariantCulture, $"<dt>结果哈希 <span lang=\"en\">Result hash</span></dt><dd><code>{manifest.ResultHash}</code></dd>\n</dl>\n</header>\n");
    }

    private static void Write(StringBuilder page, FindingsTable table)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(table.Title)}</h2>\n<div class=\"wide\"><table>\n<thead><tr>");
        var columns = TableText.Columns(table, details: true);
        foreach (var column in columns) page.Append(CultureInfo.InvariantCulture, $"<th{(column.IsText ? "" : " class=\"n\"")}>{Text(column.Words)}</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        for (var row = 0; row < Math.Min(MostRows, table.Rows.Count); row++)
        {
            page.Append("<tr>");
            foreach (var column in columns)
                page.Append(CultureInfo.InvariantCulture, $"<td{(column.IsText ? "" : " class=\"n\"")}>{Text(column.Cell(row))}</td>");
            page.Append("</tr>\n");
        }
        page.Append("</tbody>\n</table></div>\n");
        if (table.Rows.Count > MostRows) page.Append(CultureInfo.InvariantCulture, $"<p>{table.Rows.Count - MostRows} more rows are in {table.Name}.csv and {table.Name}.parquet.</p>\n");
    }

    private static void Heading(StringBuilder page, string chinese, string english) =>
        page.Append(CultureInfo.InvariantCulture, $"<h2>{chinese} <span lang=\"en\">{english}</span></h2>\n");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
