using Xunit;

namespace SimLab.Tests.Rules;

/// <summary>The vectors of gansu.md through the whole command.</summary>
[Fast]
public sealed class TaxAnswerTests : IDisposable
{
    private readonly RulesFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2020, "3000000", 250_000, "small_low_profit")]
    [InlineData(2021, "3000000", 225_000, "small_low_profit")]
    [InlineData(2022, "3000000", 125_000, "small_low_profit")]
    [InlineData(2023, "3000000", 150_000, "small_low_profit")]
    [InlineData(2023, "300万元", 150_000, "small_low_profit")]
    [InlineData(2023, "3000100", 750_025, "standard")]
    [InlineData(2023, "-50000.50", 0, "small_low_profit")]
    public void Income_tax_follows_the_law_of_the_year(int year, string income, int tax, string regime)
    {
        var answer = _folder.Answer($"- {{ name: A, year: {year}, taxable_income: {income}, staff: 300, assets: 50000000 }}");
        Assert.Equal((tax, regime), (answer.Yuan("income_tax.amount"), answer.Text("income_tax.regime")));
    }

    [Fact]
    public void The_answer_names_the_document_and_clause_in_force()
    {
        var answer = _folder.Answer("- { name: A, year: 2023, taxable_income: 3000000, staff: 300, assets: 50000000 }");
        Assert.Equal("财政部 税务总局公告2023年第6号; 2023年第12号", answer.Text("income_tax.document"));
        Assert.Equal("第三条", answer.Text("income_tax.clause"));
        Assert.Equal("VERIFIED-2", answer.Text("income_tax.tag"));
    }

    [Theory]
    [InlineData("staff: 301, assets: 50000000", 750_000, "standard")]
    [InlineData("staff: 300, assets: 50000000.01", 750_000, "standard")]
    [InlineData("staff: 301, assets: 1, titles: [high_tech]", 450_000, "high_tech")]
    [InlineData("staff: 301, assets: 1, western_encouraged: true", 450_000, "western_development")]
    [InlineData("staff: 300, assets: 1, western_encouraged: true, titles: [high_tech]", 150_000, "small_low_profit")]
    public void The_best_regime_the_facts_claim_is_chosen(string facts, int tax, string regime)
    {
        var answer = _folder.Answer($"- {{ name: A, year: 2023, taxable_income: 3000000, {facts} }}");
        Assert.Equal((tax, regime), (answer.Yuan("income_tax.amount"), answer.Text("income_tax.regime")));
    }

    [Theory]
    [InlineData("taxable_income: 1000000, staff: 50, assets: 1000000", 50_000)]
    [InlineData("taxable_income: 9000000, staff: 50, assets: 1000000, titles: [high_tech]", 150_000)]
    [InlineData("taxable_income: 9000000, staff: 50, assets: 1000000", 250_000)]
    // it takes the firm below the cliff: 25 % of 4 million less 5 % of 3
    [InlineData("taxable_income: 3000000, staff: 50, assets: 1000000", 850_000)]
    public void A_million_of_research_saves_the_tax_on_another_million(string facts, int saved)
    {
        var answer = _folder.Answer($"- {{ name: A, year: 2023, industry: manufacturing, rnd_expense: 1000000, {facts} }}");
        Assert.Equal((1_000_000m, saved), (answer.Yuan("super_deduction.amount"), answer.Yuan("super_deduction.tax_saved")));
    }

    [Theory]
    [InlineData(2021, "software", "none", 750_000)]
    [InlineData(2021, "manufacturing", "none", 1_000_000)]
    [InlineData(2022, "software", "none", 812_500)]           // 75 % to September, 100 % from October
    [InlineData(2022, "software", "tech_sme", 1_000_000)]
    [InlineData(2023, "retail", "none", 0)]
    public void The_super_deduction_depends_on_year_industry_and_title(int year, string industry, string titles, int extra)
    {
        var answer = _folder.Answer(
            $"- {{ name: A, year: {year}, industry: {industry}, titles: {titles}, rnd_expense: 600000, rnd_intangible_amortisation: "
            + $"400000 }}");
        Assert.Equal(extra, answer.Yuan("super_deduction.amount"));
    }

    [Theory]
    [InlineData(2025, "300000", 0, true)]                     // exactly 100,000 yuan a month: 含本数
    [InlineData(2025, "300000.01", 3_000, false)]
    [InlineData(2026, "299999.99", 0, true)]
    [InlineData(2026, "300000", 3_000, false)]                // from 2026 reaching it taxes the whole
    [InlineData(2023, "299000", 0, true)]
    [InlineData(2023, "400000", 4_000, false)]
    public void A_quarter_of_a_small_scale_taxpayer_is_exempt_up_to_the_limit_of_its_year(int year, string sales, int tax, bool exempt)
    {
        var answer = _folder.Answer($"- {{ name: A, year: {year}, vat_taxpayer: small_scale, quarterly_sales: [{sales}] }}");
        Assert.Equal((tax, exempt), (answer.Yuan("vat.amount"), answer.At("vat.exempt").GetBoolean()));
    }

    [Fact]
    public void Receipts_with_VAT_in_them_are_divided_by_the_rate()
    {
        var answer = _folder.Answer("- { name: A, year: 2023, vat_taxpayer: small_scale, quarterly_receipts: [404000, 303000] }");
        Assert.Equal((4_000, false), (answer.Yuan("vat.amount"), answer.At("vat.exempt").GetBoolean()));
        Assert.Equal(240, answer.Yuan("surcharges.amount"));                 // 12 % of 4000, halved
    }

    [Fact]
    public void In_2022_each_quarter_has_its_own_law_and_a_month_asked_for_judges_all()
    {
        const string Facts = "- { name: A, year: 2022, vat_taxpayer: small_scale, quarterly_sales: [500000, 500000, 500000, 500000] }";
        Assert.Equal(5_000, _folder.Answer(Facts).Yuan("vat.amount"));           // only the first quarter, at 1 %
        Assert.Equal(0, _folder.Answer(Facts, on: "2022-04").Yuan("vat.amount"));
        Assert.Equal(60_000, _folder.Answer(Facts, on: "2020-01").Yuan("vat.amount"));
        Assert.Equal(20_000, _folder.Answer(Facts, year: 2024).Yuan("vat.amount"));
    }

    [Theory]
    [InlineData("5000000", false)]
    [InlineData("5000000.01", true)]
    public void Above_five_million_a_year_a_firm_must_register(string sales, bool must)
    {
        var answer = _folder.Answer($"- {{ name: A, year: 2024, vat_taxpayer: small_scale, quarterly_sales: [0, 0, 0, {sales}] }}");
        Assert.Equal(must, answer.At("vat.must_register").GetBoolean());
    }

    [Theory]
    [InlineData("city", 2_000_000, 6_000)]                     // small low-profit: half of 12 %
    [InlineData("county", 2_000_000, 5_000)]
    [InlineData("city", 4_000_000, 12_000)]
    public void A_general_taxpayer_pays_output_less_input_and_surcharges_on_it(string locality, int income, int surcharges)
    {
        var answer = _folder.Answer(
            $"- {{ name: A, year: 2023, industry: manufacturing, vat_taxpayer: general, revenue: 10000000, input_vat: 1200000, locality: "
            + $"{locality}, taxable_income: {income}, staff: 50, assets: 9000000 }}");
        Assert.Equal(100_000, answer.Yuan("vat.amount"));
        Assert.Equal(surcharges, answer.Yuan("surcharges.amount"));
    }
}
