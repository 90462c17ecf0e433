using SimLab.Model;
using SimLab.Model.Forms;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Policies;

public sealed class FourMeasuresTests
{
    private static readonly Card SmallMaker = new(
        SizeClass.Small, Region.Lanzhou, Industry.Manufacturing, Titles: 1 << (int)Title.TechSme, AboveScale: true, StrategicField: true, LeadsChain: false, InChain: true, InCluster: true, NearScale: false);

    private static readonly Card LargeMaker = SmallMaker with { Size = SizeClass.Large, Titles = 0 };

    [Fact]
    public void A_little_giant_gets_500_000_on_top_of_what_it_got_before()
    {
        var award = new RecognitionAward { Title = Title.LittleGiant };
        new CultivateSpecialisedSmes().Apply(ref award, SmallMaker);
        Assert.Equal(500_000 * Fen.PerYuan, award.Support);
    }

    [Fact]
    public void A_provincial_specialised_firm_gets_300_000_and_a_high_tech_firm_nothing()
    {
        var specialised = new RecognitionAward { Title = Title.Specialised };
        var highTech = new RecognitionAward { Title = Title.HighTech };
        var measure = new CultivateSpecialisedSmes();
        measure.Apply(ref specialised, SmallMaker);
        measure.Apply(ref highTech, SmallMaker);
        Assert.Equal(300_000 * Fen.PerYuan, specialised.Support);
        Assert.Equal(0, highTech.Support);
    }

    [Fact]
    public void A_service_specialist_adds_points_takes_half_the_paperwork_and_costs_the_public_8_000_yuan()
    {
        var file = new RecognitionFile { Title = Title.Specialised, CostOfApplying = 48_000 * Fen.PerYuan };
        new CultivateSpecialisedSmes().Apply(ref file, SmallMaker);
        Assert.Equal(3, file.ScoreGain);
        Assert.Equal(24_000 * Fen.PerYuan, file.CostOfApplying);
        Assert.Equal(300_000 * Fen.PerYuan, file.ExpectedReward);
        Assert.Equal(8_000 * Fen.PerYuan, file.PublicCost);
    }

    [Fact]
    public void Tax_staff_reach_three_in_ten_of_those_who_would_not_claim()
    {
        var form = new TaxReturn { SuperDeduction = 1, ClaimChance = 0.7, SixTaxesDue = 0.5 };
        new TaxRelief().Apply(ref form, SmallMaker);
        Assert.Equal(0.79, form.ClaimChance, 12);          // 0.7 + 0.3 × 0.3
        Assert.Equal(1, form.BetteredBy);
    }

    [Fact]
    public void A_super_deduction_above_the_law_reaches_technology_smes_only()
    {
        var measure = new TaxRelief { SuperDeduction = 1.5 };
        var small = new TaxReturn { SuperDeduction = 1, SixTaxesDue = 1 };
        var large = new TaxReturn { SuperDeduction = 1, SixTaxesDue = 1 };
        measure.Apply(ref small, SmallMaker);
        measure.Apply(ref large, LargeMaker);
        Assert.Equal(1.5, small.SuperDeduction);
        Assert.Equal(0.5, small.SixTaxesDue);
        Assert.Equal(1, large.SuperDeduction);
        Assert.Equal(1, large.SixTaxesDue);
    }

    [Fact]
    public void Works_above_four_million_reserve_40_per_cent_and_small_works_are_left_to_the_law()
    {
        var large = new Tender { What = TenderKind.LargeWorks, ReservedForSmes = 0.30, PriceDeduction = 0.03 };
        var small = new Tender { What = TenderKind.SmallWorks, ReservedForSmes = 1, PriceDeduction = 0.03 };
        var goods = new Tender { What = TenderKind.Goods, ReservedForSmes = 0.30, PriceDeduction = 0.10 };
        var measure = new ProcurementSupport();
        measure.Apply(ref large, default);
        measure.Apply(ref small, default);
        measure.Apply(ref goods, default);
        Assert.Equal((0.40, 0.03), (large.ReservedForSmes, large.PriceDeduction));
        Assert.Equal((1, 0.03), (small.ReservedForSmes, small.PriceDeduction));
        Assert.Equal((0.30, 0.15), (goods.ReservedForSmes, goods.PriceDeduction));
    }

    [Fact]
    public void New_inclusive_lending_earns_the_bank_one_per_cent_and_a_large_loan_nothing()
    {
        var inclusive = new LoanContract { Amount = 1_000 * Fen.PerWan, NewMoney = 400 * Fen.PerWan };
        var larger = new LoanContract { Amount = 1_001 * Fen.PerWan, NewMoney = 400 * Fen.PerWan };
        var measure = new FinancialSupport();
        measure.Apply(ref inclusive, SmallMaker);
        measure.Apply(ref larger, SmallMaker);
        Assert.Equal(4 * Fen.PerWan, inclusive.PublicCost);
        Assert.Equal(0, larger.PublicCost);
    }

    [Fact]
    public void A_measure_is_in_force_from_its_first_month_to_its_last_both_included()
    {
        var measure = new TaxRelief { From = Month.Of(2023, 3), Until = Month.Of(2023, 12) };
        Assert.False(measure.InForce(Month.Of(2023, 2)));
        Assert.True(measure.InForce(Month.Of(2023, 3)));
        Assert.True(measure.InForce(Month.Of(2023, 12)));
        Assert.False(measure.InForce(Month.Of(2024, 1)));
    }
}
