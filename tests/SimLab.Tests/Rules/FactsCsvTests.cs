using System.Text;
using SimLab.Engine.RuleQueries;
using Xunit;

namespace SimLab.Tests.Rules;

[Fast]
public sealed class FactsCsvTests : IDisposable
{
    private const string Chinese =
        "name,year,industry,vat_taxpayer,revenue\n兰州阀门厂,2023,制造业,一般纳税人,3000万元\n天水软件,2024,软件和信息技术服务业,小规模,9000000\n";

    private readonly RulesFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static byte[] Gbk(string text) => RulesFolder.Gbk.GetBytes(text);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    [Fact]
    public void UTF_8_with_or_without_a_mark_and_GBK_give_the_same_answers()
    {
        string[] answers =
        [
            .. new[] { Utf8(Chinese), [.. Encoding.UTF8.Preamble, .. Utf8(Chinese)], Gbk(Chinese),
                Gbk(Chinese.Replace("\n", "\r\n", StringComparison.Ordinal)) }
                .Select(bytes => RulesFolder.Run(_folder.Write("facts.csv", bytes), json: true))
                .Select(run => run is { Code: 0, Errors: "" } ? run.Output : run.Errors),
        ];
        Assert.Contains("兰州阀门厂", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct());
        Assert.True(RulesFolder.Parsed(answers[0])[0].At("above_scale").GetBoolean());
    }

    [Fact]
    public void A_row_in_the_other_encoding_is_told_and_the_others_are_judged()
    {
        byte[] mixed = [.. Gbk(Chinese), .. Utf8("张掖种业,2023,农林牧渔业,小规模,5\n"), .. Gbk("定西药业,2023,制造业,一般,5\n")];
        var (mistakes, judged) = _folder.Mistakes("facts.csv", mixed);
        Assert.Equal(
            ["row 4, column 1: this is UTF-8 text in a file that is GBK elsewhere. Save the whole file in one encoding."], mistakes);
        Assert.Equal(["兰州阀门厂", "天水软件", "定西药业"], judged);

        byte[] other = [.. Utf8(Chinese), .. Gbk("x,2023,制造业,general,5\n")];
        Assert.Equal(
            "row 4, column 3: this is GBK text in a file that is UTF-8 elsewhere. Save the whole file in one encoding.",
            Assert.Single(_folder.Mistakes("facts.csv", other).Mistakes));
    }

    [Fact]
    public void Bytes_that_are_no_text_and_UTF_16_are_told()
    {
        byte[] junk = [.. Utf8("name,year\nA,2023\n"), (byte)'B', 0xFF, 0xFF, .. Utf8(",2023\n")];
        Assert.Equal("row 3, column 1: this is neither UTF-8 nor GBK text.", Assert.Single(_folder.Mistakes("facts.csv", junk).Mistakes));
        Assert.NotEmpty(_folder.Mistakes("facts.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Chinese)]).Mistakes);
    }

    [Fact]
    public void Quotes_hold_commas_and_quotes_and_lists_stand_in_a_cell()
    {
        var file = FactsFile.Read(
            _folder.Write(
            "facts.csv", "name,year,quarterly_sales,titles,field,revenue_prior\n\"A, \"\"B\"\" Ltd\",2023, 1 ; 2;3;4.50 "
            + ",high_tech；innovative, \"strategic;key_chain\" ,\n\n,,,\n"));
        Assert.Empty(file.Problems);
        var firm = Assert.Single(file.Years);
        Assert.Equal("A, \"B\" Ltd", firm.Name);
        Assert.Equal([100, 200, 300, 450], firm.List(FactKeys.QuarterlySales).ToArray());
        Assert.Equal(0b101, firm.Value(FactKeys.Titles));
        Assert.Equal(3, firm.Value(FactKeys.Field));
        Assert.False(firm.Has(FactKeys.RevenuePrior));
    }

    [Fact]
    public void A_row_of_more_than_a_megabyte_ends_the_reading()
    {
        var (mistakes, judged) = _folder.Mistakes("facts.csv", "name,year\nA,2023\n" + new string('x', 1_100_000) + "\nB,2023\n");
        Assert.StartsWith("row 3: this row is longer than 1 MB", Assert.Single(mistakes), StringComparison.Ordinal);
        Assert.Equal(["A"], judged);
    }

    [Fact]
    public void A_firm_s_earlier_rows_are_its_earlier_years()
    {
        var file = FactsFile.Read(
            _folder.Write("facts.csv", "name,year,revenue,revenue_prior\nA,2024,300,\nB,2024,1,\nA,2022,100,\nA,2023,200,150\n"));
        var latest = file.Years[0];
        Assert.Equal(
            (200_00, 100_00),
            (latest.Earlier(FactKeys.RevenuePrior, FactKeys.Revenue, 1), latest.Earlier(FactKeys.RevenuePrior, FactKeys.Revenue, 2)));
        Assert.Equal(150_00, file.Years[3].Earlier(FactKeys.RevenuePrior, FactKeys.Revenue, 1));       // a list comes first
        Assert.Null(file.Years[1].Earlier(FactKeys.RevenuePrior, FactKeys.Revenue, 1));
    }
}
