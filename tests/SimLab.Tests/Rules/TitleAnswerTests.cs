using System.Text.Json;
using SimLab.Engine.RuleQueries;
using SimLab.Model;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Rules;

[Fast]
public sealed class TitleAnswerTests : IDisposable
{
    private const string Innovator = """
        - name: Innovator
          year: 2023
          industry: manufacturing
          revenue: 30000000
          revenue_prior: [26000000, 24000000]
          rnd_expense: 1800000
          rnd_prior: [1500000, 1400000]
          staff: 100
          assets: 40000000
          net_assets: 20000000
          net_assets_prior: [18000000, 16000000]
          net_profit: 3000000
          debt_ratio: 0.5
          rnd_staff: 20
          tech_staff: 30
          high_tech_income_share: 0.7
          domestic_rnd_share: 1
          registered_days: 2000
          class1_ip: 1
          class1_ip_own: 1
          class2_ip: 5
          transfers_3y: 15
          main_business_share: 0.8
          niche_years: 10
          western_encouraged: false
          equity_raised_2y: 0
          quality_system: [certified, award]
          digital_level: 3
          rnd_institution: city
          field: [strategic, high_tech]
          titles: []
        """;

    private readonly RulesFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private JsonElement Titles(string more = "") => _folder.Answer(Innovator + "\n" + more).GetProperty("titles");

    [Fact]
    public void Every_condition_has_its_value_threshold_outcome_and_points()
    {
        var sme = Titles().GetProperty("tech_sme");
        Assert.True(sme.GetProperty("qualified").GetBoolean());
        Assert.Equal(100, sme.GetProperty("score").GetDouble());
        var staff = sme.Condition("tech_staff_share");
        Assert.Equal(
            (0.3, 20, 20),
            (staff.GetProperty("value").GetDouble(), staff.GetProperty("points").GetDouble(), staff.GetProperty("max_points").GetDouble()));
        var limit = sme.Condition("sales_limit");
        Assert.Equal(
            (30_000_000m, 200_000_000m, true), (limit.Yuan("value"), limit.Yuan("threshold"), limit.GetProperty("pass").GetBoolean()));
        Assert.Equal("第六至八条", sme.Text("clause"));
    }

    [Fact]
    public void Without_the_experts_the_high_tech_score_is_a_range_and_the_title_open()
    {
        var title = Titles().GetProperty("high_tech");
        Assert.True(title.IsNull("qualified"));
        // 7–8 number of IP, 1–6 origin, 25–30 transfers, growth of net assets 3–4 and of sales 3–4; experts 0–16 and 0–20.
        Assert.Equal((39, 88), (title.GetProperty("score").GetDouble(), title.GetProperty("score_most").GetDouble()));
        Assert.Equal(
            ["expert_ip", "expert_management", "expert_band"],
            [.. title.GetProperty("needs").EnumerateArray().Select(key => key.GetString()!)]);
        Assert.True(title.Condition("total_score").IsNull("pass"));
        Assert.True(title.Condition("rnd_share_three_years").GetProperty("pass").GetBoolean());
    }

    [Theory]
    [InlineData("1", true, 88)]
    [InlineData("0", false, 39)]
    public void With_the_experts_it_is_decided(string experts, bool qualified, double score)
    {
        var title = Titles($"  expert_ip: {experts}\n  expert_management: {experts}\n  expert_band: {experts}").GetProperty("high_tech");
        Assert.Equal(
            (qualified, score, score),
            (title.GetProperty("qualified").GetBoolean(), title.GetProperty("score").GetDouble(),
            title.GetProperty("score_most").GetDouble()));
    }

    [Fact]
    public void A_condition_that_fails_decides_without_the_experts()
    {
        var title = _folder.Answer(Innovator.Replace("registered_days: 2000", "registered_days: 364", StringComparison.Ordinal))
            .At("titles.high_tech");
        Assert.False(title.GetProperty("qualified").GetBoolean());
        Assert.Empty(title.GetProperty("needs").EnumerateArray());
    }

    [Fact]
    public void A_field_of_the_ladder_does_not_tell_whether_the_product_is_high_tech()
    {
        var title = _folder.Answer(Innovator.Replace("[strategic, high_tech]", "strategic", StringComparison.Ordinal))
            .At("titles.high_tech");
        Assert.Equal(
            ["high_tech_field"],
            [.. title.Condition("high_tech_field").GetProperty("needs").EnumerateArray().Select(key => key.GetString()!)]);
    }

    [Fact]
    public void The_provincial_points_that_are_not_known_leave_a_range()
    {
        var title = Titles("  own_brand: false").GetProperty("specialised");
        Assert.Equal(15, title.GetProperty("score_most").GetDouble() - title.GetProperty("score").GetDouble());
        Assert.True(title.GetProperty("qualified").GetBoolean());
    }

    [Fact]
    public void From_April_2026_the_new_standard_judges()
    {
        var before = _folder.Answer(Innovator, on: "2026-03").At("titles.specialised");
        var after = _folder.Answer(Innovator, on: "2026-04").At("titles.specialised");
        Assert.Equal(("工信部企业〔2022〕63号", "工信部企业〔2026〕2号"), (before.Text("document"), after.Text("document")));
        Assert.False(after.GetProperty("qualified").GetBoolean());           // no title of the first step is held
        Assert.False(after.Condition("holds_prior_title").GetProperty("pass").GetBoolean());
    }

    [Fact]
    public void The_command_says_of_the_facts_what_the_rulebook_says_of_them()
    {
        var firm = Assert.Single(
            FactsFile.Read(
            _folder.Write(
            "x.yaml", Innovator
            + "\n  own_brand: true\n  expert_ip: 0.5\n  expert_management: 0.5\n  expert_band: 0.5\n  provincial_feature_points: 7\n  "
            + "niche_market_share: 0.2\n  ahead_in_niche: true\n  development_score: 55")).Years);
        foreach (var month in (Month[])[Month.Of(2022, 12), Month.Of(2023, 12), Month.Of(2026, 12)])
            foreach (var ruling in RuleJudge.Judge(firm, LawDate.Of(month), GansuPopulation.Province).Titles)
            {
                var facts = Innovation(month);
                var findings = default(Findings);
                var earned = TitleLaw.Judge(ruling.Title, facts, ref findings);
                Assert.Equal(earned, ruling.Qualified);
                Assert.Equal(findings.Count, ruling.Conditions.Length);
                if (ruling.Score is { } score) Assert.Equal(findings.Score, score);
            }
    }

    private static FirmFacts Innovation(Month month) => new()
    {
        Month = month,
        Industry = Industry.Manufacturing,
        Revenue = 3_000 * Fen.PerWan,
        RevenueBefore = 2_600 * Fen.PerWan,
        RevenueThird = 2_400 * Fen.PerWan,
        Rnd = 180 * Fen.PerWan,
        RndBefore = 150 * Fen.PerWan,
        RndThird = 140 * Fen.PerWan,
        NetAssets = 2_000 * Fen.PerWan,
        NetAssetsBefore = 1_800 * Fen.PerWan,
        NetAssetsThird = 1_600 * Fen.PerWan,
        Assets = 4_000 * Fen.PerWan,
        NetProfit = 300 * Fen.PerWan,
        DebtRatio = 0.5,
        Staff = 100,
        RndStaff = 20,
        TechStaff = 30,
        HighTechIncomeShare = 0.7,
        DomesticRndShare = 1,
        RegisteredDays = 2000,
        Class1Ip = 1,
        Class1IpOwn = 1,
        Class2Ip = 5,
        TransfersThreeYears = 15,
        MainBusinessShare = 0.8,
        NicheYears = 10,
        QualityCertified = true,
        QualityAward = true,
        OwnBrand = true,
        DigitalLevel = 3,
        RndInstitution = RndInstitution.City,
        Field = ProductField.Strategic | ProductField.HighTech,
        ExpertOnIp = 0.5,
        ExpertOnManagement = 0.5,
        ExpertInBand = 0.5,
        ProvincialFeaturePoints = 7,
        NicheMarketShare = 0.2,
        AheadInNiche = true,
        DevelopmentScore = 55,
    };
}
