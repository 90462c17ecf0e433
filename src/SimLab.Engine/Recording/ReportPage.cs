using System.Globalization;
using System.Net;
using System.Text;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Papers;

namespace SimLab.Engine.Recording;

/// <summary>
/// report.html: what was run, the target table, public cost and the course of the main indicators, in one file that needs
/// no network and prints well.
/// </summary>
public static class ReportPage
{
    private static readonly Curve[] Curves =
    [
        new("高新技术企业", "High-tech enterprises", "firms", 1, Indicator.HighTech),
        new("省级专精特新中小企业", "Specialised SMEs", "firms", 1, Indicator.Specialised),
        new("规上工业企业", "Above-scale industrial firms", "firms", 1, Indicator.AboveScale),
        new("中小企业贷款余额", "Loans owed by SMEs", "亿元 (100 million yuan)", Fen.PerYi, Indicator.SmeLoansOwed),
        new("拖欠账款", "Arrears owed to firms by public bodies and large firms", "亿元 (100 million yuan)", Fen.PerYi, Indicator.PublicArrears, Indicator.LargeArrears),
        new("企业数", "Firms in business", "firms", 1, Indicator.Firms),
        new("从业人员", "Staff", "people", 1, Indicator.Staff),
    ];

    /// <param name="input">Words and tables.</param>
    /// <param name="result">Where the curves come from.</param>
    /// <param name="address">See <see cref="ContentAddress"/>.</param>
    /// <param name="histograms">Figures of <see cref="Bunching"/>.</param>
    public static string Write(ReportInput input, RunResult result, string address, string histograms = "")
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Text(input.Title)} – SimLab</title>\n<style>\n{Style}</style>\n</head>\n<body>\n<main>\n");
        Head(page, input, result, address);
        Targets(page, input);
        Costs(page, input);
        Charts(page, result.Series);
        if (histograms.Length > 0)
        {
            Heading(page, "法律门槛与企业反应", "Where the law has cliffs");
            page.Append("<div class=\"charts\">\n").Append(histograms).Append("</div>\n");
        }
        page.Append("</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Head(StringBuilder page, ReportInput input, RunResult result, string address)
    {
        page.Append(CultureInfo.InvariantCulture, $"<header>\n<h1>{Text(input.Title)}</h1>\n");
        foreach (var line in input.Lines) page.Append(CultureInfo.InvariantCulture, $"<p>{Text(line)}</p>\n");
        page.Append("<dl>\n")
            .Append(CultureInfo.InvariantCulture, $"<dt>内容地址 <span lang=\"en\">Content address</span></dt><dd><code>{Text(address)}</code></dd>\n")
            .Append(CultureInfo.InvariantCulture, $"<dt>结果哈希 <span lang=\"en\">Result hash</span></dt><dd><code>{Text(result.Hash)}</code></dd>\n")
            .Append("</dl>\n</header>\n");
    }

    private static void Targets(StringBuilder page, ReportInput input)
    {
        if (input.Targets.Count == 0) return;
        Heading(page, "目标", "Targets");
        page.Append("<div class=\"wide\"><table>\n<thead><tr><th>目标 <span lang=\"en\">Target</span></th><th>方案 <span lang=\"en\">Arm</span></th>")
            .Append("<th class=\"n\">中位数 <span lang=\"en\">Median</span></th><th class=\"n\">90% 区间 <span lang=\"en\">interval</span></th>")
            .Append("<th class=\"n\">达标概率 <span lang=\"en\">Probability</span></th><th class=\"n\">差异 <span lang=\"en\">Difference</span></th></tr></thead>\n");
        foreach (var target in input.Targets)
        {
            page.Append("<tbody>\n");
            for (var i = 0; i < target.Arms.Count; i++)
            {
                var arm = target.Arms[i];
                page.Append("<tr>");
                if (i == 0)
                    page.Append(CultureInfo.InvariantCulture, $"<th rowspan=\"{target.Arms.Count}\">{Text(target.Name)}<small>{Text(target.Wanted)}</small></th>");
                page.Append(CultureInfo.InvariantCulture, $"<td>{Text(arm.Arm)}</td><td class=\"n\">{Text(arm.Median)}</td><td class=\"n\">{Text(arm.Interval)}</td><td class=\"n\">{Share(arm.Probability)}</td>");
                if (i == 0) page.Append(CultureInfo.InvariantCulture, $"<td class=\"n\" rowspan=\"{target.Arms.Count}\">{Text(target.Difference)}</td>");
                page.Append("</tr>\n");
            }
            page.Append("</tbody>\n");
        }
        page.Append("</table></div>\n");
    }

    private static void Costs(StringBuilder page, ReportInput input)
    {
        if (input.Costs.Count == 0) return;
        Heading(page, "财政成本", "Public cost");
        page.Append("<div class=\"wide\"><table>\n<thead><tr><th>措施 <span lang=\"en\">Measure</span></th><th>方案 <span lang=\"en\">Arm</span></th>")
            .Append("<th class=\"n\">成本 <span lang=\"en\">Cost</span></th></tr></thead>\n<tbody>\n");
        foreach (var cost in input.Costs)
            page.Append(CultureInfo.InvariantCulture, $"<tr><th>{Text(cost.Measure)}</th><td>{Text(cost.Arm)}</td><td class=\"n\">{Text(cost.Amount)}</td></tr>\n");
        page.Append("</tbody>\n</table></div>\n");
    }

    private static void Charts(StringBuilder page, RunSeries series)
    {
        Heading(page, "走势", "Month by month");
        page.Append("<p class=\"legend\">");
        for (var arm = 0; arm < series.Plan.Arms.Length; arm++)
            page.Append(CultureInfo.InvariantCulture, $"<span class=\"arm{arm % LineChart.Colours}\"><svg width=\"28\" height=\"8\" aria-hidden=\"true\"><path class=\"line\" d=\"M0 4H28\"/></svg> {Text(series.Plan.Arms[arm].Name)}</span> ");
        page.Append("<br>线为中位数，带为 90% 区间。<span lang=\"en\">Lines are medians, bands hold 90 % of the replicates.</span></p>\n<div class=\"charts\">\n");
        foreach (var curve in Curves)
            page.Append(CultureInfo.InvariantCulture, $"<figure>\n<figcaption>{curve.Chinese} <span lang=\"en\">{curve.English}, {curve.Unit}</span></figcaption>\n{LineChart.Draw(curve.English, series.Plan.Start - 1, curve.Of(series))}</figure>\n");
        page.Append("</div>\n");
    }

    private static void Heading(StringBuilder page, string chinese, string english) =>
        page.Append(CultureInfo.InvariantCulture, $"<h2>{chinese} <span lang=\"en\">{english}</span></h2>\n");

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Share(double? probability) =>
        probability is { } share ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100)}%") : "–";

    /// <summary>An indicator to draw, or the sum of several.</summary>
    private sealed record Curve(string Chinese, string English, string Unit, double Scale, params Indicator[] Indicators)
    {
        /// <summary>One band for each arm, from month zero to the last.</summary>
        public Band[] Of(RunSeries series) =>
        [
            .. Enumerable.Range(0, series.Plan.Arms.Length).Select(arm => Band.Over(
                series.Plan.Months + 1, series.Plan.Replicates,
                (month, replicate) => Indicators.Sum(indicator => series.Value(arm, replicate, series.Plan.Start - 1 + month, indicator)) / Scale)),
        ];
    }

    internal const string Style = """
        :root { color-scheme: light dark; --ink: #1c2430; --paper: #ffffff; --soft: #5b6675; --rule: #d9dee5; --arm0: #6b7280; --arm1: #c2410c; --arm2: #1d4ed8; --arm3: #047857; --arm4: #7e22ce; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --paper: #14181e; --soft: #9aa5b4; --rule: #323a46; --arm0: #a3acb9; --arm1: #fb923c; --arm2: #7aa2f7; --arm3: #34d399; --arm4: #c084fc; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
        main { max-width: 68rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
        h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
        h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
        h2 span, th span, dt span, figcaption span, .legend span[lang] { color: var(--soft); font-weight: 400; }
        header p { margin: .2rem 0; color: var(--soft); }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 1rem 0 0; font-size: .85rem; }
        dd { margin: 0; overflow-wrap: anywhere; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .92rem; }
        th, td { padding: .35rem .6rem; text-align: left; vertical-align: top; font-weight: 400; }
        thead th { font-weight: 600; border-bottom: 2px solid var(--rule); }
        tbody { border-bottom: 1px solid var(--rule); }
        th small { display: block; color: var(--soft); }
        .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(26rem, 1fr)); gap: 1.5rem; }
        figure { margin: 0; break-inside: avoid; }
        figcaption { font-weight: 600; margin-bottom: .25rem; }
        svg { max-width: 100%; height: auto; }
        svg text { fill: var(--soft); font-size: 11px; }
        .grid { stroke: var(--rule); stroke-width: 1; }
        .line { fill: none; stroke-width: 2; stroke: var(--arm); }
        .band { fill: var(--arm); opacity: .18; stroke: none; }
        .arm0 { --arm: var(--arm0); } .arm0 .line { stroke-dasharray: 5 3; }
        .arm1 { --arm: var(--arm1); } .arm2 { --arm: var(--arm2); } .arm3 { --arm: var(--arm3); } .arm4 { --arm: var(--arm4); }
        .legend > span[class] { margin-right: 1.2rem; }
        @media (max-width: 30rem) { .charts { grid-template-columns: 1fr; } }

        """ + OnPaper;

    /// <summary>How the page prints, on A4.</summary>
    internal const string OnPaper = """
        @page { size: A4; margin: 14mm; }
        @media print {
          :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #444; --rule: #bbb; --arm0: #6b7280; --arm1: #c2410c; --arm2: #1d4ed8; --arm3: #047857; --arm4: #7e22ce; }
          body { font-size: 9.5pt; line-height: 1.35; } main { max-width: none; padding: 0; } h1 { font-size: 1.35rem; } h2 { font-size: 1.05rem; margin: 1.2rem 0 .4rem; break-after: avoid; }
          header p ~ p { display: inline-block; margin: 0 1.2em 0 0; } dl { font-size: 7.5pt; }
          .wide { overflow: visible; } table { font-size: 8pt; } th, td { padding: .15rem .35rem; } thead { display: table-header-group; } tbody, tr { break-inside: avoid; }
          tbody th { width: 34%; } table .n { white-space: normal; }
          .legend { break-after: avoid; } .charts { grid-template-columns: 1fr 1fr; gap: .7rem; } figcaption { font-size: 8pt; }
        }

        """;
}
