using SimLab.Model;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;
using Xunit;
using static SimLab.Tests.Rulebook.Money;

namespace SimLab.Tests.Rulebook;

[Fast]
public class TechSmeTests
{
    private delegate void Change(ref FirmFacts facts);

    private static (bool Earned, double Score) Judge(Change change)
    {
        var facts = TitleCases.TechSmeAt60();
        change(ref facts);
        var findings = default(Findings);
        return (TechSme.Judge(facts, ref findings), findings.Score.Least);
    }

    [Fact]
    public void Sixty_points_are_enough_and_54_are_not()
    {
        Assert.Equal((true, 60), Judge((ref FirmFacts _) => { }));
        Assert.Equal((false, 54), Judge((ref FirmFacts facts) => facts.Class2Ip = 2));
    }

    [Theory]                                               // technical staff of 100
    [InlineData(30, 20)]
    [InlineData(29, 16)]
    [InlineData(25, 16)]
    [InlineData(20, 12)]
    [InlineData(15, 8)]
    [InlineData(10, 4)]
    [InlineData(9, 0)]
    public void Technical_staff_score_by_share(int techStaff, int points) =>
        Assert.Equal(48 + points, Judge((ref FirmFacts facts) => (facts.Staff, facts.TechStaff) = (100, techStaff)).Score);

    [Theory]                                               // R&D of 1000万 sales; R&D against 300万 of cost
    [InlineData("60", 0, 50)]
    [InlineData("59.99", 0, 40)]
    [InlineData("50", 0, 40)]
    [InlineData("40", 0, 30)]
    [InlineData("30", 0, 20)]
    [InlineData("20", 0, 10)]
    [InlineData("19.99", 0, 0)]
    [InlineData("40", 160, 40)]                            // 25 % of cost beats 4 % of sales
    [InlineData("30", 100, 50)]
    public void Research_scores_by_the_better_of_sales_and_cost(string rnd, int cost, int points) =>
        Assert.Equal(30 + points, Judge((ref FirmFacts facts) => (facts.Rnd, facts.CostAndExpense) = (Wan(rnd), Wan(cost))).Score);

    [Fact]
    public void A_firm_must_be_small_enough_and_clean()
    {
        Assert.True(Judge((ref FirmFacts facts) => (facts.Staff, facts.TechStaff) = (500, 100)).Earned);
        Assert.False(Judge((ref FirmFacts facts) => (facts.Staff, facts.TechStaff) = (501, 101)).Earned);
        Assert.True(Judge((ref FirmFacts facts) => facts.Assets = Wan(20_000)).Earned);
        Assert.False(Judge((ref FirmFacts facts) => facts.Assets = Wan(20_000) + 1).Earned);
        Assert.True(Judge((ref FirmFacts facts) => (facts.Revenue, facts.Rnd) = (Wan(20_000), Wan(800))).Earned);
        Assert.False(Judge((ref FirmFacts facts) => (facts.Revenue, facts.Rnd) = (Wan(20_000) + 1, Wan(900))).Earned);
        Assert.False(Judge((ref FirmFacts facts) => facts.OnAbnormalList = true).Earned);
    }

    [Fact]
    public void Eighty_points_without_a_technician_do_not_count()
    {
        Assert.Equal((false, 80), Judge((ref FirmFacts facts) => (facts.TechStaff, facts.Rnd, facts.Class1Ip) = (0, Wan(60), 1)));
    }

    [Fact]
    public void A_direct_condition_replaces_the_score()
    {
        Assert.False(Judge((ref FirmFacts facts) => facts.Rnd = 0).Earned);
        Assert.True(Judge((ref FirmFacts facts) => { facts.Rnd = 0; facts.Hold(Title.HighTech); }).Earned);
        Assert.True(Judge((ref FirmFacts facts) => (facts.Rnd, facts.Award) = (0, ScienceAward.NationalTopThree)).Earned);
        Assert.True(Judge((ref FirmFacts facts) => (facts.Rnd, facts.RndInstitution) = (0, RndInstitution.Province)).Earned);
        Assert.False(Judge((ref FirmFacts facts) => (facts.Rnd, facts.RndInstitution) = (0, RndInstitution.City)).Earned);
        Assert.True(Judge((ref FirmFacts facts) => (facts.Rnd, facts.Standards) = (0, StandardsRole.Led)).Earned);
        Assert.False(Judge((ref FirmFacts facts) => (facts.Rnd, facts.Standards) = (0, StandardsRole.TookPart)).Earned);
    }

    [Fact]
    public void The_number_lasts_to_March_and_the_other_titles_three_years()
    {
        Assert.Equal(On("2024-03"), TitleLaw.LastMonth(Title.TechSme, On("2023-04")));
        Assert.Equal(On("2026-03"), TitleLaw.LastMonth(Title.Specialised, On("2023-04")));
        Assert.Equal(On("2026-09"), TitleLaw.LastMonth(Title.HighTech, On("2023-10")));
        Assert.Equal(On("2023-01"), TitleLaw.HighTechTaxFrom(On("2023-10")));
    }
}
