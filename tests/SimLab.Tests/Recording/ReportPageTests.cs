using System.Text.RegularExpressions;
using System.Xml.Linq;
using SimLab.Engine.Recording;
using Xunit;

namespace SimLab.Tests.Recording;

[Slow]
public sealed class ReportPageTests(RecordedRun run) : IClassFixture<RecordedRun>
{
    private readonly string _page = File.ReadAllText(Path.Combine(run.Path, RunFolder.Report));

    [Fact]
    public void It_names_its_result()
    {
        Assert.Contains(run.Manifest.ContentAddress, _page, StringComparison.Ordinal);
        Assert.Contains(run.Result.Hash, _page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_the_target_table_and_the_costs_and_escapes_what_users_write()
    {
        Assert.Contains("<h1>高奖励 &amp; &lt;higher&gt; rewards</h1>", _page, StringComparison.Ordinal);
        Assert.Contains(
            "<td>policy</td><td class=\"n\">2,010</td><td class=\"n\">1,980 – 2,040</td><td class=\"n\">71%</td>",
            Regex.Replace(_page, @">\s+<", "><"), StringComparison.Ordinal);
        Assert.Contains("0.35 亿元", _page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_draws_seven_charts_with_a_line_and_a_band_for_each_arm_and_two_histograms()
    {
        var charts = _page.Split("<figure>")[1..];
        Assert.Equal(9, charts.Length);
        Assert.All(charts[7..], chart => Assert.Contains("<rect", chart, StringComparison.Ordinal));
        Assert.All(charts[..7], chart =>
        {
            var svg = XElement.Parse(
                chart[chart.IndexOf("<svg", StringComparison.Ordinal)..(chart.IndexOf("</svg>", StringComparison.Ordinal) + 6)]);
            foreach (var kind in (string[])["line", "band"])
                Assert.Equal(2, svg.Descendants("path").Count(path => path.Attribute("class")?.Value == kind));
            Assert.DoesNotContain("NaN", chart, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Written_again_from_the_same_run_it_has_the_same_bytes()
    {
        var again = await RunReport.Write(SmallRun.RecordOf(run.Result).Report, run.Result, run.Manifest.ContentAddress, []);
        Assert.StartsWith(again[..again.LastIndexOf("</main>", StringComparison.Ordinal)], _page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_needs_no_network()
    {
        Assert.DoesNotContain("http", _page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", _page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", _page, StringComparison.OrdinalIgnoreCase);
    }
}
