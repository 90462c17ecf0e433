using SimLab.Engine.Effects;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Effects;

/// <summary>What firms know, and what they claim of it; and that the document's targets can be judged.</summary>
[Slow]
public sealed class TakeUpTests(ITestOutputHelper output)
{
    private static readonly Lazy<Task<TakeUp[]>> Census = new(async () =>
    {
        var census = new TakeUp.Census();
        var all = MeasuresAlone.Measures.Select(MeasuresAlone.Written).ToList();
        await MeasuresAlone.Simulate(1, 36, [new("without", [.. all.Where(m => m is not PublicServices)]), new("with", [.. all])], census);
        // The files of 2023 were in before the notice, so its first claims for titles are those of 2024.
        return [.. census.All.Where(t => t.Month == Month.Of(t.Measure == nameof(CultivateSpecialisedSmes) ? 2024 : 2023, 12))];
    });

    public static TheoryData<string> Claimed => [.. MeasuresAlone.Measures.Where(m => MeasureIndex.IsClaimed(m.Type)).Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Claimed))]
    public async Task Take_up_of_a_claimed_measure_is_well_below_one_and_rises_with_public_services(string name)
    {
        var census = (await Census.Value).Where(t => t.Measure == name).ToList();
        var (without, with) = (census.Single(t => t.Arm == 0), census.Single(t => t.Arm == 1));
        output.WriteLine(
            $"{name}: {without.Share:P1} of {without.Eligible} {without.For}; with measure 7 {with.Share:P1} ({with.ShareThatKnow:P1} "
            + $"know)");
        Assert.InRange(without.Share, 0.02, 0.5);
        Assert.InRange(with.Share, Math.BitIncrement(without.Share), 0.6);
        Assert.All(census, t => Assert.True(t.Claimed > 0 && t.ShareThatKnow > t.Share));
    }

    [Fact]
    public async Task Where_there_is_more_to_claim_more_of_those_meant_do()
    {
        // Equipment of makers on the roster, research of small firms, certificates of everybody down to the corner shop.
        var census = (await Census.Value).Where(t => t.Arm == 1).ToDictionary(t => t.Measure);
        Assert.True(census["ProcurementSupport"].Share > census["QualityAndBrands"].Share);
        Assert.True(census["ResearchTransfer"].Share > census["QualityAndBrands"].Share);
    }

    [Fact]
    public void Two_in_five_one_person_firms_can_write_a_first_claim_and_every_firm_of_a_hundred_can()
    {
        var behaviour = new BehaviouralParameters { AbleAlone = 0.4, AblePerTenfold = 0.3 };
        Assert.Equal(0.4, ClaimSupport.Able(1, behaviour), 12);
        Assert.Equal(0.7, ClaimSupport.Able(10, behaviour), 12);
        Assert.Equal(1, ClaimSupport.Able(100, behaviour), 12);
        Assert.Equal(1, ClaimSupport.Able(5_000, behaviour), 12);
    }

    [Fact]
    public async Task Firms_know_more_of_policy_with_public_services_among_all_measures_too()
    {
        Gauge awareness = (c, arm, r) =>
            c.Value(arm, r, c.Plan.LastMonth, Indicator.AwarenessMillionths) / 1e6 / c.Value(arm, r, c.Plan.LastMonth, Indicator.Firms);
        var gain = (await MeasuresAlone.All()).Less(await MeasuresAlone.AllButPublicServices(), awareness)!;
        output.WriteLine(MeasuresAlone.Shown(gain));
        Assert.True(gain.Interval!.Value.Low > 0.02, MeasuresAlone.Shown(gain));
    }

    [Fact]
    public async Task All_eight_targets_of_the_notice_are_computed_and_judged()
    {
        var scenario = ScenarioFile.Read(Repository.File("scenarios", "gansu-2023.yaml"), MeasureCatalog.Default);
        Assert.Equal(
            ["high_tech_enterprises", "new_specialised_smes", "new_above_scale", "new_sme_loans", "inclusive_loan_growth",
                "first_loan_firms", "credit_volume", "cloud_share_of_specialised"],
            scenario.Targets.Select(t => t.Id));
        foreach (var arm in new[] { await MeasuresAlone.None(), await MeasuresAlone.All() })
        {
            foreach (var target in scenario.Targets)
            {
                Assert.True(double.IsFinite(Outcomes.Of(target.Id, arm.Series, arm.Arm, 0, target.By)!.Value), target.Id);
                Assert.NotNull(Outcomes.Yardstick(target, arm.Series, arm.Arm, 0));
            }
        }
    }

    [Fact]
    public async Task Together_the_measures_raise_every_target_that_money_and_coaching_can_raise()
    {
        var (all, none) = (await MeasuresAlone.All(), await MeasuresAlone.None());
        foreach (var id in new[]
            { "new_above_scale", "new_sme_loans", "inclusive_loan_growth", "first_loan_firms",
            "cloud_share_of_specialised", "high_tech_enterprises" })
        {
            var difference = all.Less(none, (c, arm, r) => Outcomes.Of(id, c, arm, r, Month.Of(2023, 12)))!;
            output.WriteLine($"{id}: {MeasuresAlone.Shown(difference)}");
            Assert.True(difference.Mean > 0, $"{id}: {MeasuresAlone.Shown(difference)}");
        }
        // The batch of 2023 was filed before the notice: it is the same to the firm.
        Assert.True(all.Less(none, (c, arm, r) => Outcomes.Of("new_specialised_smes", c, arm, r, Month.Of(2023, 12)))!.IsNone);
    }
}
