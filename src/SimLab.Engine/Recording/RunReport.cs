using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Pages;
using SimLab.Pages.Charts;

namespace SimLab.Engine.Recording;

/// <summary>report.html of a run: its texts, and the curves of its main indicators.</summary>
internal static class RunReport
{
    private const string Firms = "firms", Money = "亿元 (100 million yuan)";

    private static readonly Curve[] Curves =
    [
        new("高新技术企业", "High-tech enterprises", Firms, 1, Indicator.HighTech),
        new("省级专精特新中小企业", "Specialised SMEs", Firms, 1, Indicator.Specialised),
        new("规上工业企业", "Above-scale industrial firms", Firms, 1, Indicator.AboveScale),
        new("中小企业贷款余额", "Loans owed by SMEs", Money, Fen.PerYi, Indicator.SmeLoansOwed),
        new("拖欠账款", "Arrears owed to firms by public bodies and large firms", Money, Fen.PerYi, Indicator.PublicArrears,
            Indicator.LargeArrears),
        new("企业数", "Firms in business", Firms, 1, Indicator.Firms),
        new("从业人员", "Staff", "people", 1, Indicator.Staff),
    ];

    /// <summary>The text of the file; the same run gives the same text.</summary>
    /// <param name="words">Texts of the page.</param>
    /// <param name="result">Source of the curves.</param>
    /// <param name="address">See <see cref="ContentAddress"/>.</param>
    /// <param name="histograms">Histograms of <see cref="Bunching"/>.</param>
    public static Task<string> Write(ReportInput words, RunResult result, string address, IReadOnlyList<Picture> histograms) =>
        ReportPage.Write(new(
        words, address, result.Hash, [.. result.Series.Plan.Arms.Select(arm => arm.Name)],
            [.. Curves.Select(curve => curve.Of(result.Series))], histograms));

    /// <summary>An indicator to draw, or the sum of several.</summary>
    private sealed record Curve(string Chinese, string English, string Unit, double Scale, params Indicator[] Indicators)
    {
        /// <summary>One band for each arm, from month zero to the last.</summary>
        public Picture Of(RunSeries series) => new(Chinese, $"{English}, {Unit}", MonthlyChart.Of(English, series.Plan.Start - 1,
        [
            .. Enumerable.Range(0, series.Plan.Arms.Length).Select(arm => MonthlyChart.Over(
                series.Plan.Months + 1, series.Plan.Replicates,
                (month, replicate) =>
                    Indicators.Sum(indicator => series.Value(arm, replicate, series.Plan.Start - 1 + month, indicator)) / Scale)),
        ]));
    }
}
