using System.Text.Json;
using SimLab.Engine.RuleQueries;
using SimLab.Model;
using Xunit;

namespace SimLab.Tests.Rules;

[Fast]
public sealed class AnswerTests : IDisposable
{
    private readonly RulesFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    [Fact]
    public void The_JSON_has_the_keys_that_were_promised()
    {
        var answer = _folder.Answer("- { name: A, year: 2023 }");
        Assert.Superset(
            Set("name", "year", "size_class", "income_tax", "super_deduction", "vat", "surcharges", "titles", "above_scale"),
            Set(Keys(answer)));
        Assert.Superset(Set("amount", "regime", "clause", "document"), Set(Keys(answer.At("income_tax"))));
        Assert.Superset(Set("amount", "tax_saved"), Set(Keys(answer.At("super_deduction"))));
        Assert.Superset(Set("amount", "exempt"), Set(Keys(answer.At("vat"))));
        Assert.Contains("amount", Keys(answer.At("surcharges")));
        Assert.Equal(["high_tech", "tech_sme", "innovative", "specialised", "little_giant"], Keys(answer.At("titles")).Take(5));
        Assert.All(answer.At("titles").EnumerateObject(), title =>
        {
            Assert.Superset(Set("qualified", "score", "conditions"), Set(Keys(title.Value)));
            Assert.All(title.Value.GetProperty("conditions").EnumerateArray(), line =>
                Assert.Superset(Set("id", "value", "threshold", "pass", "points"), Set(Keys(line))));
        });

        static HashSet<string> Set(params string[] keys) => [.. keys];
    }

    [Fact]
    public void What_the_facts_do_not_tell_is_not_judged_and_what_is_missing_is_named()
    {
        var answer = _folder.Answer("- { name: A, year: 2023 }");
        Assert.True(answer.IsNull("size_class") && answer.IsNull("above_scale") && answer.IsNull("income_tax.amount")
            && answer.IsNull("vat.amount"));
        Assert.Equal(["taxable_income", "staff", "assets"], answer.Needs("income_tax"));
        Assert.Equal(["industry"], answer.Needs("sources.size_class"));

        var text = RulesFolder.Run(_folder.In("facts.yaml")).Output;
        Assert.Contains("Income tax            cannot be judged: needs taxable_income, staff, assets", text, StringComparison.Ordinal);
        Assert.Contains("R&D super-deduction   cannot be judged: needs rnd_expense, industry", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_fact_that_changes_nothing_is_not_asked_for()
    {
        // Above 3 million staff and assets do not matter; below, they do.
        Assert.Equal(750_025, _folder.Answer("- { name: A, year: 2023, taxable_income: 3000100 }").Yuan("income_tax.amount"));
        Assert.Equal(["assets"], _folder.Answer("- { name: A, year: 2023, taxable_income: 3000000, staff: 5 }").Needs("income_tax"));
        Assert.Equal(
            "standard", _folder.Answer("- { name: A, year: 2023, taxable_income: 3000000, staff: 301 }").Text("income_tax.regime"));
        // Manufacturing is not classed by assets, and four workers are micro whatever the revenue.
        Assert.Equal(
            "small", _folder.Answer("- { name: A, year: 2023, industry: manufacturing, staff: 20, revenue: 3000000 }").Text("size_class"));
        Assert.Equal("micro", _folder.Answer("- { name: A, year: 2023, industry: manufacturing, staff: 19 }").Text("size_class"));
        Assert.Equal(
            ["revenue"], _folder.Answer("- { name: A, year: 2023, industry: manufacturing, staff: 20 }").Needs("sources.size_class"));
    }

    [Theory]
    [InlineData("manufacturing", "20000000", true)]
    [InlineData("制造业", "19999999.99", false)]
    [InlineData("Retail", "5000000", true)]
    [InlineData("农林牧渔业", "90000000", false)]
    public void Above_scale_is_told_by_industry_and_revenue(string industry, string revenue, bool above) =>
        Assert.Equal(
            above, _folder.Answer($"- {{ name: A, year: 2023, industry: {industry}, revenue: {revenue} }}").At("above_scale").GetBoolean());

    [Fact]
    public void A_small_firm_s_bid_of_108_is_compared_at_97_20()
    {
        const string Small = "- { name: A, year: 2023, industry: software, staff: 20, revenue: 900000, bid_price: 108, bid_kind: goods";
        Assert.Equal(97.20m, _folder.Answer(Small + ", price_deduction: 0.10 }").Yuan("procurement.evaluated_price"));
        var open = _folder.Answer(Small + " }");
        Assert.True(open.IsNull("procurement.evaluated_price"));
        Assert.Equal((86.40m, 97.20m), (open.Yuan("procurement.least"), open.Yuan("procurement.most")));
        Assert.True(_folder.Answer(Small + ", price_deduction: 0.30 }").IsNull("procurement.evaluated_price"));
        Assert.Equal(
            108, _folder.Answer(
            "- { name: A, year: 2023, industry: software, staff: 2000, revenue: 900000000, bid_price: 108, bid_kind: goods }")
            .Yuan("procurement.evaluated_price"));
        Assert.False(_folder.Answer("- { name: A, year: 2023 }").TryGetProperty("procurement", out _));
    }

    [Fact]
    public void Ninety_days_late_on_a_million_cost_45_000()
    {
        const string Late =
            "- { name: A, year: 2025, industry: software, staff: 20, revenue: 900000, invoice_amount: 1000000, days_late: 90";
        var answer = _folder.Answer(Late + ", debtor: large_firm }");
        Assert.Equal((45_000, 60), (answer.Yuan("payment.interest"), answer.Yuan("payment.deadline_days")));
        Assert.Equal(["debtor"], _folder.Answer(Late + " }").Needs("payment"));
    }

    [Fact]
    public void Several_firms_of_several_years_are_answered_in_the_order_of_the_file()
    {
        var answers = _folder.Answers("""
            firms:
              - { name: A, year: 2022, taxable_income: 1000000, staff: 5, assets: 5 }
              - { name: B, year: 2023, taxable_income: 1000000, staff: 5, assets: 5 }
              - { name: A, year: 2023, taxable_income: 1000000, staff: 5, assets: 5 }
            """);
        Assert.Equal([("A", 2022, 25_000m), ("B", 2023, 50_000m), ("A", 2023, 50_000m)],
            [.. answers.Select(answer => (answer.Text("name")!, answer.At("year").GetInt32(), answer.Yuan("income_tax.amount")))]);
    }

    [Fact]
    public void A_version_read_beyond_its_document_says_so()
    {
        var answer = _folder.Answer("- { name: A, year: 2019 }");
        Assert.Contains("read back before 2022-08", answer.Text("titles.innovative.note"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_for_a_person_has_value_document_clause_tag_and_marks()
    {
        var text = RulesFolder.Run(
            _folder.Write(
            "facts.yaml",
            "- { name: 甘肃一厂, year: 2023, industry: manufacturing, staff: 10, revenue: 9000000, assets: 5000000, taxable_income: "
            + "3000000, rnd_expense: 700000, tech_staff: 3, class1_ip: 1, class2_ip: 0, titles: [], rnd_institution: none }")).Output;
        Assert.Contains("甘肃一厂, 2023  (law of 2023 in Gansu)", text, StringComparison.Ordinal);
        Assert.Contains("Income tax            150,000 yuan, small low profit", text, StringComparison.Ordinal);
        Assert.Contains("财政部 税务总局公告2023年第6号; 2023年第12号 第三条 [VERIFIED-2]", text, StringComparison.Ordinal);
        Assert.Contains("Technology SME        qualifies, score 100", text, StringComparison.Ordinal);
        Assert.Contains("✓ staff_limit             10, wanted: at most 500", text, StringComparison.Ordinal);
        Assert.Contains("✗ holds_high_tech         no, must be yes", text, StringComparison.Ordinal);
        Assert.Contains("· rnd_input               7.7778 %: 50 of 50 points", text, StringComparison.Ordinal);
        Assert.Contains("? ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_industry_may_be_written_in_three_ways()
    {
        foreach (var industry in Enum.GetValues<Industry>())
            foreach (var word in IndustryNames.Words[(int)industry].Also.Append(IndustryNames.Words[(int)industry].Word))
                Assert.Equal(
                    (long)industry,
                    Assert.Single(FactsFile.Read(_folder.Write("i.yaml", $"- {{ year: 2023, industry: {word} }}")).Years)
                    .Value(FactKeys.Industry));
        var words = IndustryNames.Words.SelectMany(word => word.Also.Append(word.Word)).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Theory]
    [InlineData("example-firms.yaml")]
    [InlineData("example-firms.csv")]
    public void The_examples_of_the_repository_have_no_mistake(string name)
    {
        var (code, output, errors) = RulesFolder.Run(Repository.File("scenarios", "rules", name));
        Assert.Equal((0, ""), (code, errors));
        Assert.NotEmpty(output);
    }
}
