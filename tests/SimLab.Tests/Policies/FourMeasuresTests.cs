using SimLab.Model;
using SimLab.Model.Forms;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Policies;

[Fast]
public sealed class FourMeasuresTests
{
    private static readonly Card SmallMaker = new(
        SizeClass.Small, Region: default, Industry: Industry.Manufacturing, Titles: 1 << (int)Title.TechSme, AboveScale: true,
            StrategicField: true, LeadsChain: false, InChain: true, InCluster: true, NearScale: false, SmallLowProfit: true);

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
    public void A_service_specialist_adds_points_takes_half_the_paperwork_of_a_listed_firm_and_costs_the_public_8_000_yuan()
    {
        var file = new RecognitionFile { Title = Title.Specialised, CostOfApplying = 48_000 * Fen.PerYuan };
        new CultivateSpecialisedSmes().Apply(ref file, SmallMaker with { Listed = true });
        Assert.Equal(3, file.ScoreGain);
        Assert.Equal(24_000 * Fen.PerYuan, file.CostOfApplying);
        Assert.Equal(300_000 * Fen.PerYuan, file.ExpectedReward);
        Assert.Equal(8_000 * Fen.PerYuan, file.PublicCost);
    }

    [Fact]
    public void A_firm_off_the_list_may_expect_the_reward_and_nothing_else()
    {
        var file = new RecognitionFile
        { Title = Title.Specialised, CostOfApplying = 48_000 * Fen.PerYuan, AdviserFee = 60_000 * Fen.PerYuan };
        var before = file;
        new CultivateSpecialisedSmes().Apply(ref file, SmallMaker);
        Assert.Equal(before with { ExpectedReward = 300_000 * Fen.PerYuan }, file);
    }

    [Fact]
    public void Three_tenths_of_a_listed_firms_service_firm_are_paid_by_the_public()
    {
        var file = new RecognitionFile { Title = Title.Specialised, AdviserFee = 60_000 * Fen.PerYuan };
        new CultivateSpecialisedSmes { SpecialistCost = 0 }.Apply(ref file, SmallMaker with { Listed = true });
        Assert.Equal(42_000 * Fen.PerYuan, file.AdviserFee);
        Assert.Equal(18_000 * Fen.PerYuan, file.PublicCost);
    }

    [Fact]
    public void Tax_staff_reach_three_in_ten_of_those_who_would_not_claim()
    {
        var form = new TaxReturn { SuperDeduction = 1, ClaimChance = 0.7, SixTaxesDue = 0.5 };
        new TaxRelief().Apply(ref form, SmallMaker);
        Assert.Equal(0.79, form.ClaimChance, 12);          // 0.7 + 0.3 × 0.3
    }

    [Fact]
    public void A_super_deduction_above_the_law_reaches_technology_smes_only()
    {
        var measure = new TaxRelief { SuperDeduction = 1.5 };
        var small = new TaxReturn { SuperDeduction = 1, SixTaxesDue = 1 };
        var large = new TaxReturn { SuperDeduction = 1, SixTaxesDue = 1 };
        measure.Apply(ref small, SmallMaker);
        measure.Apply(ref large, LargeMaker with { SmallLowProfit = false });
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

    [Fact]
    public void The_central_fund_pays_a_little_giant_two_million_a_year_but_no_more_than_three_tenths_of_its_research()
    {
        var giant = SmallMaker with { Titles = 1 << (int)Title.LittleGiant };
        var measure = new CultivateSpecialisedSmes();
        var (rich, poor) = (new ResearchProject { Spending = Fen.PerYi }, new ResearchProject { Spending = 100_000 * Fen.PerYuan });
        measure.Apply(ref rich, giant);
        measure.Apply(ref poor, giant);
        Assert.Equal(2_000_000 * Fen.PerYuan / 12, rich.Support);
        Assert.Equal(30_000 * Fen.PerYuan, poor.Support);
        Assert.Equal(360_000, measure.WorthOf(new ResearchProject(), poor), 6);
        var other = new ResearchProject { Spending = Fen.PerYi };
        measure.Apply(ref other, SmallMaker);
        Assert.Equal(0, other.Support);
    }

    [Fact]
    public void Half_of_the_guarantors_fee_is_taken_over_and_booked()
    {
        var contract = new LoanContract { Amount = 200 * Fen.PerWan, GuaranteeFee = 0.01 };
        new CultivateSpecialisedSmes().Apply(ref contract, SmallMaker);
        Assert.Equal(0.005, contract.GuaranteeFee, 12);
        Assert.Equal(Fen.PerWan, contract.PublicCost);     // half a per cent of 2 million
    }

    [Fact]
    public void A_sound_small_firm_has_a_quarter_more_of_what_falls_due_renewed_and_an_unsound_one_nothing()
    {
        var (sound, unsound) = (new Repayment { RenewedShare = 0.6, Sound = true }, new Repayment { RenewedShare = 0.6 });
        var measure = new FinancialSupport();
        measure.Apply(ref sound, SmallMaker);
        measure.Apply(ref unsound, SmallMaker);
        Assert.Equal(0.7, sound.RenewedShare, 12);         // 0.6 + 0.4 × 0.25
        Assert.Equal(0.6, unsound.RenewedShare, 12);
    }

    [Fact]
    public void Strategic_makers_borrow_a_year_longer_and_others_of_a_chain_half_of_it()
    {
        var (strategic, chain, shop) = (new LoanContract { Term = 24 }, new LoanContract { Term = 24 }, new LoanContract { Term = 24 });
        var measure = new FinancialSupport();
        measure.Apply(ref strategic, SmallMaker);
        measure.Apply(ref chain, SmallMaker with { StrategicField = false });
        measure.Apply(ref shop, SmallMaker with { Industry = Industry.Retail });
        Assert.Equal((36, 30, 24), (strategic.Term, chain.Term, shop.Term));
    }

    [Fact]
    public void Banks_are_bolder_where_there_is_little_to_pledge()
    {
        var (bare, covered) = (new LoanApplication { Standard = 0.3 }, new LoanApplication { Standard = 0.3, Cover = 1 });
        var measure = new FinancialSupport();
        measure.Apply(ref bare, SmallMaker);
        measure.Apply(ref covered, SmallMaker);
        Assert.Equal(0.25, bare.Standard, 12);
        Assert.Equal(0.3, covered.Standard, 12);
        Assert.Equal(0.05, bare.Priority - covered.Priority, 12);
    }

    [Fact]
    public void Two_people_from_key_groups_bring_20_000_yuan_of_their_insurance()
    {
        var plan = new StaffPlan { People = 10, KeyPeople = 2 };
        var before = plan;
        var measure = new TaxRelief();
        measure.Apply(ref plan, SmallMaker);
        Assert.Equal(20_000 * Fen.PerYuan, plan.Support);
        Assert.Equal(20_000, measure.WorthOf(before, plan));
    }
}
