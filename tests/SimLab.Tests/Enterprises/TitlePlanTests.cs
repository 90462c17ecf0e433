using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;
using SimLab.Tests.Rulebook;
using Xunit;

namespace SimLab.Tests.Enterprises;

/// <summary>A firm just short of 省级专精特新, and the cheapest way there. The case has 63 points of the 60 it needs.</summary>
[Fast]
public sealed class TitlePlanTests
{
    private static readonly BehaviouralParameters Rules = new()
    {
        CertificatePrice = 80_000,
        DigitalLevelPrice = 0.01,                            // of sales of 24.2 million yuan: 242,000
        PatentPrice = 50_000,
        ResearcherPrice = 60_000,
        ResearchersKept = 0.105,
        Relabelled = 0.25,
        StretchMargin = 1.01,
    };

    [Fact]
    public void A_firm_that_earns_the_title_as_it_is_needs_no_work() =>
        Assert.Equal(new TitlePlan(TitleWork.None, 0), Cheapest(TitleCases.SpecialisedAt63()));

    [Fact]
    public void A_firm_without_quality_marks_takes_the_cheaper_of_two_ways_to_60_points()
    {
        // 63 less 5 for the marks is 58: a certificate brings 3, a third digital level 2, a further patent nothing.
        var facts = TitleCases.SpecialisedAt63() with { QualityCertified = false, OwnBrand = false };
        Assert.Equal(new TitlePlan(TitleWork.Certificate, 80_000), Cheapest(facts));
        Assert.Equal(
            new TitlePlan(TitleWork.DigitalLevel, 242_000),
            TitlePlan.Cheapest(Title.Specialised, facts, Rules with { CertificatePrice = 300_000 }));
    }

    [Fact]
    public void Research_short_of_a_million_costs_what_is_neither_planned_nor_relabelled()
    {
        // 1.01 million yuan are to be reported, a quarter of it relabelled: 757,500, of which 500,000 are planned anyway.
        var plan = Cheapest(TitleCases.SpecialisedAt63() with { Rnd = Fen.FromYuan(500_000) });
        Assert.Equal(TitleWork.Research, plan!.Value.Work);
        Assert.Equal(257_500, plan.Value.Cost, 6);
    }

    [Fact]
    public void What_is_missing_in_two_places_is_built_up_in_both()
    {
        // Neither research nor marks: with 4 points for R&D and 3 for the certificate the firm has 61 again.
        var plan = Cheapest(
            TitleCases.SpecialisedAt63() with { Rnd = Fen.FromYuan(500_000), QualityCertified = false, OwnBrand = false });
        Assert.Equal(TitleWork.Research | TitleWork.Certificate, plan!.Value.Work);
        Assert.Equal(257_500 + 80_000, plan.Value.Cost, 6);
    }

    [Fact]
    public void What_no_work_of_a_year_brings_is_out_of_reach() =>
        Assert.Null(Cheapest(TitleCases.SpecialisedAt63() with { Revenue = 999 * Fen.PerWan }));

    [Fact]
    public void Researchers_lift_staff_share_and_research_unit_and_each_one_missing_has_a_price()
    {
        var facts = TitleCases.SpecialisedAt63() with { RndStaff = 3, TechStaff = 3, RndInstitution = RndInstitution.BelowCity };
        var after = TitlePlan.After(TitleWork.Researchers, facts, Rules);
        Assert.Equal((11, 11, RndInstitution.City), (after.RndStaff, after.TechStaff, after.RndInstitution));    // 10.5 % of 100
        Assert.Equal(8 * 60_000, TitlePlan.CostOf(TitleWork.Researchers, facts, Rules), 6);
    }

    [Fact]
    public void Work_for_a_title_pays_if_the_hoped_for_worth_exceeds_it_and_the_application()
    {
        var rules = new BehaviouralParameters { HopeOfTitle = 0.9 };
        Assert.Equal(10_000, PrepareForTitles.Promise(worth: 300_000, application: 60_000, work: 200_000, rules), 6);
        Assert.Equal(-260_000, PrepareForTitles.Promise(worth: 0, application: 60_000, work: 200_000, rules), 6);
    }

    [Fact]
    public void A_coached_firm_is_left_with_part_of_the_work()
    {
        var rules = new BehaviouralParameters { ListedWorkLeft = 0.75 };
        Assert.Equal(0.75, PrepareForTitles.ShareOfWork(listed: true, rules));
        Assert.Equal(1, PrepareForTitles.ShareOfWork(listed: false, rules));
    }

    [Fact]
    public void A_batch_later_than_the_month_is_the_next_one()
    {
        var specialised = TitleCatalog.Of(Title.Specialised);
        Assert.Equal(Month.Of(2024, 2), specialised.NextBatch(Month.Of(2023, 3)));
        Assert.Equal(Month.Of(2024, 2), specialised.NextBatch(Month.Of(2023, 2)));
        Assert.Equal(Month.Of(2023, 2), specialised.NextBatch(Month.Of(2023, 1)));
    }

    private static TitlePlan? Cheapest(FirmFacts facts) => TitlePlan.Cheapest(Title.Specialised, facts, Rules);
}
