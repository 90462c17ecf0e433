using SimLab.Model;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;
using Xunit;
using static SimLab.Tests.Rulebook.Money;

namespace SimLab.Tests.Rulebook;

[Fast]
public class LadderTests
{
    private delegate void Change(ref FirmFacts facts);

    private static (bool Earned, double Score) Judge(Title title, FirmFacts facts, Change? change = null)
    {
        change?.Invoke(ref facts);
        var findings = default(Findings);
        return (TitleLaw.Judge(title, facts, ref findings), findings.Score.Least);
    }

    private static (bool Earned, double Score) Innovative(Change? change = null) =>
        Judge(Title.Innovative, TitleCases.InnovativeAt65(), change);
    private static (bool Earned, double Score) Specialised(Change? change = null) =>
        Judge(Title.Specialised, TitleCases.SpecialisedAt63(), change);
    private static bool Giant2022(Change? change = null) => Judge(Title.LittleGiant, TitleCases.LittleGiantOf2022(), change).Earned;
    private static bool Specialised2026(Change? change = null) => Judge(Title.Specialised, TitleCases.SpecialisedOf2026(), change).Earned;
    private static bool Giant2026(Change? change = null) => Judge(Title.LittleGiant, TitleCases.LittleGiantOf2026(), change).Earned;

    [Fact]
    public void An_innovative_firm_needs_60_points_and_20_for_innovation()
    {
        Assert.Equal((true, 65), Innovative());
        Assert.Equal((false, 60), Innovative((ref FirmFacts facts) => facts.Rnd = Wan(22)));              // innovation 5 + 10 = 15
        Assert.Equal((false, 50), Innovative((ref FirmFacts facts) => facts.MainBusinessShare = 0.49));  // specialisation 5
        // An own class I patent (15 instead of 5) makes up for sales that stand still: growth 5 + 10 = 15 meets its gate, 0 + 10 does not.
        Assert.Equal(
            (true, 65), Innovative((ref FirmFacts facts) => (facts.Revenue, facts.Class1Ip, facts.Class1IpOwn) = (Wan(1000), 1, 1)));
        Assert.Equal(
            (false, 60), Innovative((ref FirmFacts facts) => (facts.Revenue, facts.Class1Ip, facts.Class1IpOwn) = (Wan(1000) - 1, 1, 1)));
    }

    [Fact]
    public void A_direct_condition_makes_an_innovative_firm()
    {
        Change poor = (ref FirmFacts facts) => (facts.Rnd, facts.Class2Ip) = (0, 0);
        Assert.False(Innovative(poor).Earned);
        Assert.True(Innovative((ref FirmFacts facts) => { poor(ref facts); facts.EquityThreeYears = Wan(500); }).Earned);
        Assert.False(Innovative((ref FirmFacts facts) => { poor(ref facts); facts.EquityThreeYears = Wan(500) - 1; }).Earned);
        Assert.True(Innovative((ref FirmFacts facts) => { poor(ref facts); facts.Hold(Title.HighTech); }).Earned);
        Assert.True(Innovative((ref FirmFacts facts) => { poor(ref facts); facts.Award = ScienceAward.Provincial; }).Earned);
        Assert.True(Innovative((ref FirmFacts facts) => { poor(ref facts); facts.InnovationHonour = true; }).Earned);
        Assert.True(Innovative((ref FirmFacts facts) => { poor(ref facts); facts.RndInstitution = RndInstitution.Province; }).Earned);
    }

    [Fact]
    public void A_large_firm_or_a_marked_one_stays_outside_the_ladder()
    {
        Assert.False(Innovative((ref FirmFacts facts) => (facts.Staff, facts.Revenue, facts.RevenueBefore, facts.Rnd)
            = (1000, Wan(40_000), Wan(36_000), Wan(2000))).Earned);
        Assert.False(Innovative((ref FirmFacts facts) => facts.MajorAccident = true).Earned);
        Assert.False(Specialised((ref FirmFacts facts) => facts.OnAbnormalList = true).Earned);
    }

    [Fact]
    public void A_specialised_firm_scores_63_and_loses_the_title_below_60()
    {
        Assert.Equal((true, 63), Specialised());
        Assert.Equal((true, 60), Specialised((ref FirmFacts facts) => facts.ProvincialFeaturePoints = 5));
        Assert.Equal((false, 59), Specialised((ref FirmFacts facts) => facts.ProvincialFeaturePoints = 4));
    }

    [Fact]
    public void Each_of_the_four_conditions_of_2022_is_needed()
    {
        Assert.False(Specialised((ref FirmFacts facts) => (facts.NicheYears, facts.ProvincialFeaturePoints) = (1.9, 15)).Earned);
        Assert.False(Specialised((ref FirmFacts facts) => (facts.Rnd, facts.ProvincialFeaturePoints) = (Wan(100) - 1, 15)).Earned);
        Assert.False(Specialised((ref FirmFacts facts) =>                              // 100万 is 2.9 % of 3448万
            (facts.Revenue, facts.Rnd, facts.ProvincialFeaturePoints) = (Wan(3448), Wan(100), 15)).Earned);

        // Revenue of 1000万, or equity of 2000万 instead.
        Change small = (ref FirmFacts facts) => (facts.RevenueThird, facts.RevenueBefore, facts.Revenue, facts.Rnd, facts.NetProfit)
            = (Wan(800), Wan(900), Wan(1000), Wan(100), Wan(40));
        Assert.True(Specialised(small).Earned);
        Assert.False(Specialised((ref FirmFacts facts) => { small(ref facts); facts.Revenue = Wan(1000) - 1; }).Earned);
        Assert.True(Specialised((ref FirmFacts facts) =>
            { small(ref facts); facts.Revenue = Wan(1000) - 1; facts.EquityTwoYears = Wan(2000); }).Earned);
    }

    [Fact]
    public void Four_honours_replace_the_score_of_a_specialised_firm()
    {
        Change weak = (ref FirmFacts facts) => facts.ProvincialFeaturePoints = 0;       // 55 points
        Assert.Equal((false, 55), Specialised(weak));
        Assert.True(Specialised((ref FirmFacts facts) => { weak(ref facts); facts.Award = ScienceAward.ProvincialTopThree; }).Earned);
        Assert.False(Specialised((ref FirmFacts facts) => { weak(ref facts); facts.Award = ScienceAward.Provincial; }).Earned);
        Assert.True(Specialised((ref FirmFacts facts) => { weak(ref facts); facts.EquityTwoYears = Wan(6000); }).Earned);
        Assert.False(Specialised((ref FirmFacts facts) => { weak(ref facts); facts.EquityTwoYears = Wan(6000) - 1; }).Earned);
        Assert.True(Specialised((ref FirmFacts facts) => { weak(ref facts); facts.MakerChinaRank = 500; }).Earned);
        Assert.False(Specialised((ref FirmFacts facts) => { weak(ref facts); facts.MakerChinaRank = 501; }).Earned);
        // Mean R&D of two years 1000万 would raise the score too, so everything else is taken away.
        Assert.True(Specialised((ref FirmFacts facts) =>
            (facts.ProvincialFeaturePoints, facts.NetProfit, facts.MainBusinessShare, facts.RndBefore, facts.Rnd)
            = (0, 0, 0.5, Wan(1879), Wan(121))).Earned);
    }

    [Theory]                                               // both years grow alike: points of 10
    [InlineData("2200", "2420", 10)]
    [InlineData("2160", "2332.8", 8)]
    [InlineData("2120", "2247.2", 6)]
    [InlineData("2080", "2163.2", 4)]
    [InlineData("2080", "2163.19", 2)]
    [InlineData("2000", "2000", 2)]
    [InlineData("2000", "1999.99", 0)]
    public void Growth_of_two_years_scores_in_steps_of_two_percent(string before, string latest, int points) =>
        Assert.Equal(63 - 10 + points, Specialised((ref FirmFacts facts) =>
            (facts.RevenueBefore, facts.Revenue, facts.NetProfit, facts.Rnd) = (
                Wan(before), Wan(latest), Wan(latest) / 20, Wan(latest) / 20)).Score);

    [Fact]
    public void A_little_giant_of_2022_meets_six_aspects()
    {
        Assert.True(Giant2022());
        Assert.False(Giant2022((ref FirmFacts facts) => facts.NicheYears = 2.9));
        Assert.False(Giant2022((ref FirmFacts facts) => facts.MainBusinessShare = 0.699));
        Assert.False(Giant2022((ref FirmFacts facts) => facts.RevenueBefore = facts.RevenueThird = facts.Revenue));
        Assert.False(Giant2022((ref FirmFacts facts) => facts.DigitalLevel = 0));
        Assert.False(Giant2022((ref FirmFacts facts) => facts.QualityCertified = false));
        Assert.False(Giant2022((ref FirmFacts facts) => facts.DebtRatio = 0.701));
        Assert.False(Giant2022((ref FirmFacts facts) => facts.NicheMarketShare = 0.099));
        Assert.False(Giant2022((ref FirmFacts facts) => facts.OwnBrand = false));
        Assert.False(Giant2022((ref FirmFacts facts) => facts.RndInstitution = RndInstitution.None));
        Assert.False(Giant2022((ref FirmFacts facts) => facts.Class1Ip = 1));
        Assert.False(Giant2022((ref FirmFacts facts) => facts.Field = ProductField.Strategic));   // a priority product, but no key link
    }

    [Fact]
    public void Research_of_a_little_giant_depends_on_its_sales()
    {
        Assert.False(Giant2022((ref FirmFacts facts) => facts.Revenue = Wan(10000) - 1));         // below 1亿: 6 %, not 3 %
        Assert.True(Giant2022((ref FirmFacts facts) =>                                            // 5000万: 6 % of both years
            (facts.RevenueThird, facts.RevenueBefore, facts.Revenue, facts.RndBefore, facts.Rnd) = (
                Wan(4500), Wan(4700), Wan(5000), Wan(282), Wan(300))));
        Change young = (ref FirmFacts facts) =>
            (facts.RevenueThird, facts.RevenueBefore, facts.Revenue, facts.Rnd, facts.RndStaff, facts.EquityTwoYears)
            = (Wan(3000), Wan(3500), Wan(4000), Wan(3000), 100, Wan(8000));
        Assert.True(Giant2022(young));
        Assert.False(Giant2022((ref FirmFacts facts) => { young(ref facts); facts.EquityTwoYears -= 1; }));
        Assert.False(Giant2022((ref FirmFacts facts) => { young(ref facts); facts.RndStaff = 99; }));
        Assert.False(Giant2022((ref FirmFacts facts) => { young(ref facts); facts.Rnd -= 1; }));
    }

    [Fact]
    public void A_national_award_or_a_maker_final_replaces_the_research_of_a_little_giant()
    {
        Change idle = (ref FirmFacts facts) => (facts.Rnd, facts.Class1Ip, facts.RndInstitution) = (0, 0, RndInstitution.None);
        Assert.False(Giant2022(idle));
        Assert.True(Giant2022((ref FirmFacts facts) => { idle(ref facts); facts.Award = ScienceAward.NationalTopThree; }));
        Assert.True(Giant2022((ref FirmFacts facts) => { idle(ref facts); facts.MakerChinaRank = 50; }));
        Assert.False(Giant2022((ref FirmFacts facts) => { idle(ref facts); facts.MakerChinaRank = 51; }));
    }

    [Fact]
    public void A_specialised_firm_of_2026_meets_six_conditions()
    {
        Assert.True(Specialised2026());
        Assert.False(Specialised2026((ref FirmFacts facts) => facts.TitlesHeld = 0));
        Assert.False(Specialised2026((ref FirmFacts facts) => facts.NicheYears = 2.9));
        Assert.False(Specialised2026((ref FirmFacts facts) => facts.Revenue = Wan(1500) - 1));
        Assert.True(Specialised2026((ref FirmFacts facts) => (facts.Revenue, facts.EquityTwoYears) = (Wan(1400), Wan(2000))));
        Assert.False(Specialised2026((ref FirmFacts facts) => facts.MainBusinessShare = 0.799));
        Assert.False(Specialised2026((ref FirmFacts facts) => facts.DebtRatio = 0.801));
        Assert.False(Specialised2026((ref FirmFacts facts) => facts.RndBefore = Wan(100) - 1));
        Assert.False(Specialised2026((ref FirmFacts facts) => facts.Revenue = Wan(3334)));         // 100万 is 2.9994 %
        Assert.False(Specialised2026((ref FirmFacts facts) => facts.Class1Ip = 0));
        Assert.True(Specialised2026((ref FirmFacts facts) => (facts.Class1Ip, facts.RndInstitution) = (0, RndInstitution.Province)));
        Assert.False(Specialised2026((ref FirmFacts facts) => facts.AheadInNiche = false));
        Assert.False(Specialised2026((ref FirmFacts facts) => facts.DevelopmentScore = 49.9));
    }

    [Fact]
    public void A_little_giant_of_2026_meets_seven_indicators()
    {
        Assert.True(Giant2026());
        Assert.False(Giant2026((ref FirmFacts facts) => facts.TitlesHeld = 0));
        Assert.False(Giant2026((ref FirmFacts facts) => facts.Revenue -= 1));                      // growth a hair below 5 %
        Assert.False(
            Giant2026((ref FirmFacts facts) =>
            (facts.RevenueThird, facts.RevenueBefore, facts.Revenue) = (Wan(4000), Wan(4500), Wan(4999))));
        Assert.False(Giant2026((ref FirmFacts facts) => facts.MainBusinessShare = 0.899));
        Assert.False(Giant2026((ref FirmFacts facts) => facts.DebtRatio = 0.751));
        Assert.False(Giant2026((ref FirmFacts facts) => facts.RndBefore -= 1));                    // 3 % of the year before
        Assert.False(Giant2026((ref FirmFacts facts) =>                                            // 3 % of both years, but 1199万 together
            (facts.RevenueThird, facts.RevenueBefore, facts.Revenue, facts.RndBefore, facts.Rnd) = (
                Wan(10000), Wan(12000), Wan(15000), Wan(599), Wan(600))));
        Assert.False(Giant2026((ref FirmFacts facts) => facts.Class1Ip = 3));
        Assert.True(Giant2026((ref FirmFacts facts) => (facts.Class1Ip, facts.Award) = (0, ScienceAward.NationalTopThree)));
        Assert.False(Giant2026((ref FirmFacts facts) => facts.NicheMarketShare = 0.099));
        Assert.True(Giant2026((ref FirmFacts facts) => (facts.NicheMarketShare, facts.NationalNicheRank) = (0.05, 3)));
        Assert.False(Giant2026((ref FirmFacts facts) => facts.Field = ProductField.Strategic));
        Assert.False(Giant2026((ref FirmFacts facts) => facts.DevelopmentScore = 59.9));
    }

    [Fact]
    public void From_April_2026_the_new_standard_judges_first_applications_and_from_2027_re_checks_too()
    {
        Assert.True(Specialised((ref FirmFacts facts) => facts.Month = On("2026-03")).Earned);
        Assert.False(Specialised((ref FirmFacts facts) => facts.Month = On("2026-04")).Earned);
        Assert.True(Specialised((ref FirmFacts facts) => (facts.Month, facts.Recheck) = (On("2026-06"), true)).Earned);
        Assert.False(Specialised((ref FirmFacts facts) => (facts.Month, facts.Recheck) = (On("2027-01"), true)).Earned);
        // growth not asked
        Assert.True(Giant2026((ref FirmFacts facts) => (facts.Month, facts.Recheck, facts.Revenue) = (On("2027-06"), true, Wan(20000))));
    }

    [Fact]
    public void A_judgement_can_name_its_document()
    {
        var facts = TitleCases.SpecialisedAt63();
        Assert.Equal("工信部企业〔2022〕63号", TitleLaw.Version(Title.Specialised, facts).Document);
        facts.Month = On("2026-04");
        Assert.Equal("工信部企业〔2026〕2号", TitleLaw.Version(Title.Specialised, facts).Document);
        facts.Recheck = true;
        Assert.Equal("工信部企业〔2022〕63号", TitleLaw.Version(Title.Specialised, facts).Document);
    }
}
