using System.Text.RegularExpressions;
using MiniExcelLibs;
using SimLab.App.Export.Tables;
using SimLab.Engine.Recording;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Presenting;

/// <summary>What leaves a recording, and what is refused.</summary>
[Slow]
public sealed partial class ExportTests(ExportedRun run) : IClassFixture<ExportedRun>
{
    [Fact]
    public async Task The_workbook_holds_the_targets_of_the_run_and_its_assumptions()
    {
        var file = run.Free("book.xlsx");
        Assert.Equal(0, (await Said.By("export", run.Path, "--xlsx", file)).Exit);
        Assert.Equal(
            ["Provenance 来源", "Targets 目标", "Years 年度", "Months 月度", "Costs 成本", "Incidence 受益", "Support 资金", "Assumptions 假设"],
            MiniExcel.GetSheetNames(file));
        var policy = Rows(file, "Targets 目标")
            .First(row => (string)row["Target"] == "High-tech enterprises" && (string)row["Arm"] == "policy");
        Assert.Equal((double)run.Targets["targets"]![0]!["arms"]!["policy"]!["p50"]!, Convert.ToDouble(policy["Median"], null));
        var december = Rows(file, "Months 月度")
            .First(row =>
            (string)row["Indicator"] == "High-tech enterprises" && (string)row["Arm"] == "policy" && (string)row["Month"] == "2022-12");
        Assert.Equal(policy["Median"], december["Median"]);
        Assert.All(Rows(file, "Assumptions 假设"), row => Assert.NotEqual("not known to the build that exported this", row["Source"]));
    }

    [Fact]
    public async Task The_sheets_come_as_csv_too()
    {
        var folder = run.Free("sheets");
        Assert.Equal(0, (await Said.By("export", run.Path, "--csv", folder)).Exit);
        Assert.Equal(
            ["assumptions.csv", "costs.csv", "incidence.csv", "months.csv", "provenance.csv", "support.csv", "targets.csv", "years.csv"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.StartsWith(
            "Target,目标,Wanted,",
            await File.ReadAllTextAsync(Path.Combine(folder, "targets.csv"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_looks_like_a_formula_stays_a_text() =>
        Assert.Equal(
            "\uFEFFa,b\r\n'=1+1,\"x,\"\"y\"\"\"\r\n-2.5,\r\n", new Sheet("s", ["a", "b"], [["=1+1", "x,\"y\""], [-2.5, null]]).ToCsv());

    [Fact]
    public async Task The_page_asks_no_server_for_anything()
    {
        var page = await File.ReadAllTextAsync(run.Html, TestContext.Current.CancellationToken);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Request(), page);
    }

    [Fact]
    public async Task A_recording_of_another_build_is_exported_and_says_so()
    {
        var copy = run.Copy("other-build");
        await ExportedRun.Reseal(copy, manifest => manifest with { ModelBuild = new string('a', 64) });
        var said = await Said.By("export", copy, "--html", run.Free("other.html"));
        Assert.Equal(0, said.Exit);
        Assert.Contains("was recorded by build aaaaaaaaaaaaaaaa of the model", said.Error, StringComparison.Ordinal);
        Assert.Contains(
            "\"recordedBy\":\"aaaaaaaaaaaaaaaa\"",
            await File.ReadAllTextAsync(run.Free("other.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RunFolder.Series)]
    [InlineData(RunFolder.Events)]
    [InlineData(RunFolder.Enterprises)]
    public async Task A_table_cut_short_is_refused_by_its_name_and_nothing_is_written(string table)
    {
        var (copy, file) = (run.Copy($"short-{table}"), run.Free($"{table}.html"));
        using (var stream = File.OpenWrite(Path.Combine(copy, table))) stream.SetLength(stream.Length / 2);
        var said = await Said.By("export", copy, "--html", file);
        Assert.Equal(2, said.Exit);
        Assert.Contains($"{table}: is cut short", said.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Theory]
    [InlineData("simlab export needs --html FILE, --pdf FILE, --xlsx FILE, --csv DIR, --png DIR or --gif FILE.")]
    [InlineData("Name a file that ends in .xlsx.", "--xlsx", "book.ods")]
    [InlineData("there is no folder", "--html", "nowhere/at/all.html")]
    [InlineData("--story goes into a page: add --html FILE.", "--xlsx", "book.xlsx", "--story", "story.yaml")]
    [InlineData("--scene and --language are of pictures: add --png DIR or --gif FILE.", "--xlsx", "book.xlsx", "--scene", "race")]
    public async Task A_wrong_order_is_answered(string answer, params string[] order)
    {
        var said = await Said.By(["export", run.Path, .. order]);
        Assert.Equal(2, said.Exit);
        Assert.Contains(answer, said.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<IDictionary<string, object>> Rows(string file, string macroState) =>
        MiniExcel.Query(file, useHeaderRow: true, sheetName: macroState).Cast<IDictionary<string, object>>();

    [GeneratedRegex(@"(src|href)\s*=|@import|url\(|fetch\(|XMLHttpRequest|https?://")]
    private static partial Regex Request();
}
