using System.Text;
using CsCheck;
using SimLab.Engine.RuleQueries;
using Xunit;

namespace SimLab.Tests.Rules;

/// <summary>Whatever stands in a facts file, it is judged or its mistakes are told.</summary>
[Slow]
public sealed class FactsFuzzTests : IDisposable
{
    // Pieces that mean something to CSV, YAML or the facts.
    private static readonly string[] Pieces =
    [
        "\n", ",", ";", "\"", "'", ": ", "- ", "{", "}", "[", "]", "&a ", "*a", "!x ", "|", "#", "\t", "\r", "\0", "\e[31m",
            "---\n", "\uFEFF", "甘肃", "😀", "~", "null", "-1", "1e9", "1,000", "0.5", "9999999999999999999999",
        "1000000000000", "2023", "2026", "true", "万元", "%", "name", "year", "industry", "manufacturing", "制造业",
            "taxable_income", "quarterly_sales", "staff", "titles", "high_tech", "firms:\n", "vat_taxpayer", "small_scale",
        "name,year,taxable_income,rnd_expense,industry\n", "A,2023,", "- { year: 2023, ", "rnd_expense: 1000000000000, ",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(string.Concat);

    private readonly RulesFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Random_bytes_never_throw() => Gen.Byte.Array[0, 400].Sample(IsAnswered, iter: 1500, threads: 1);

    [Fact]
    public void Random_pieces_never_throw() => Text.Sample(text => IsAnswered(Encoding.UTF8.GetBytes(text)), iter: 1500, threads: 1);

    [Fact]
    public void Random_bytes_in_the_rows_of_a_CSV_never_throw() => Gen.Byte.Array[0, 100].Sample(
        bytes => IsAnswered([.. "name,year,industry,revenue\n甘肃,2023,mining,5\n"u8, .. bytes, .. "\n甘肃,2024,mining,5\n"u8]),
            iter: 1000, threads: 1);

    [Fact]
    public void The_largest_facts_are_judged()
    {
        var facts = string.Join(
            ", ", FactKeys.All.Where(fact => fact.Kind is FactKind.Money or FactKind.Balance or FactKind.Whole && fact != FactKeys.Year)
            .Select(fact =>
                fact.Kind == FactKind.Whole ? $"{fact}: {fact.Most:0}" : fact.ListOf > 0
                ? $"{fact}: [{string.Join(", ", Enumerable.Repeat("1000000000000", fact.ListOf))}]" : $"{fact}: 1000000000000"));
        foreach (var words in (string[])[
            "industry: manufacturing, vat_taxpayer: general, debtor: large_firm, bid_kind: goods",
            "industry: manufacturing, vat_taxpayer: small_scale, debtor: public_body, agreed_rate: 1"])
            for (var year = FactKeys.FirstYear; year <= FactKeys.LastYear; year++)
            {
                var (code, _, errors) = RulesFolder.Run(_folder.Write("facts.yaml", $"- {{ year: {year}, {words}, {facts} }}"));
                Assert.Equal((0, ""), (code, errors));
            }
    }

    private bool IsAnswered(byte[] bytes)
    {
        foreach (var name in (string[])["x.csv", "x.yaml"])
        {
            var (code, _, errors) = RulesFolder.Run(_folder.Write(name, bytes), json: true);
            Assert.Equal(code == 0, errors.Length == 0);
            Assert.DoesNotContain('\e', errors);
            Assert.All(errors.Split('\n'), line => Assert.InRange(line.Length, 0, 4000));
        }
        return true;
    }
}
