using SimLab.Model;
using SimLab.Model.Rulebook;
using SimLab.Tests.Populations;
using Xunit;
using static SimLab.Tests.Rulebook.Money;

namespace SimLab.Tests.Rulebook;

/// <summary>What national law leaves to the provinces.</summary>
[Fast]
public class LocalLawTests
{
    // Of months of applications Gansu sets that of its own title; those of the others are assumed for all.
    public static TheoryData<string> All { get; } =
        [.. LocalRules.All.Where(rule => !rule.IsMonthOfYear || rule.Key == "specialisedApplications").Select(rule => rule.Key)];

    [Fact]
    public void Every_rule_is_found_and_has_a_key_and_both_names_of_its_own()
    {
        string[] known =
        [
            "disabledQuota", "highTechApplications", "innovativeApplications", "keyGroupCredit", "littleGiantApplications", "refundToLarge",
            "refundToSmallAndMedium", "selfEmployedCredit", "sixTaxesTwoFees", "specialisedApplications", "techSmeApplications",
            "veteranCredit",
        ];
        Assert.Equal(known, LocalRules.All.Select(rule => rule.Key));
        Assert.Distinct(LocalRules.All.Select(rule => rule.Name));
        Assert.Distinct(LocalRules.All.Select(rule => rule.Chinese));
    }

    [Theory, MemberData(nameof(All))]
    public void What_Gansu_sets_is_dated_documented_and_within_national_law(string key)
    {
        var rule = LocalRules.Of(key);
        var rates = Assert.Single(GansuPopulation.Province.Law.Rules, rates => rates.Rule == key);
        Assert.All(rates.Steps, step =>
        {
            var (least, most) = rule.Range(step.From, step.Until ?? step.From);
            Assert.InRange(step.Value, least, most);
            Assert.NotEmpty(step.Document);
        });
    }

    [Fact]
    public void A_province_that_sets_nothing_has_national_law()
    {
        var nothing = new LocalLaw([]);
        Assert.Equal(0.6, nothing.At(StabilisationRefund.ToSmallAndMedium, On("2023-06")));
        Assert.Equal(0.9, nothing.At(StabilisationRefund.ToSmallAndMedium, On("2022-06")));
        Assert.Equal(20_000_00, EmploymentCredit.OfSelfEmployed(On("2023-06"), nothing));
        Assert.Equal(6_000_00, EmploymentCredit.Quota(On("2023-12"), nothing, keyGroupMonths: 12, veteranMonths: 0));
        Assert.Equal(0.015, nothing.At(DisabledLevy.Quota, On("2023-06")));
        Assert.Null(nothing.RateOf(SixTaxesTwoFees.Spared, On("2023-06")));
        Assert.Throws<InvalidOperationException>(() => nothing.At(SixTaxesTwoFees.Spared, On("2023-06")));
    }

    [Fact]
    public void What_a_province_sets_takes_the_place_of_national_law()
    {
        var law = new LocalLaw(
        [
            Rates(StabilisationRefund.ToSmallAndMedium, 0.45), Rates(DisabledLevy.Quota, 0.017), Rates(SixTaxesTwoFees.Spared, 0.3),
        ]);
        Assert.Equal(Wan("4.5"), StabilisationRefund.Refund(On("2023-06"), law, SizeClass.Small, 100, 0.05, Wan(10)));
        Assert.Equal(Wan(3), StabilisationRefund.Refund(On("2023-06"), law, SizeClass.Large, 100, 0.05, Wan(10)));
        Assert.Equal(Wan("9.18"), DisabledLevy.Of(On("2023-12"), law, 100, 0, Wan(6), Wan(8)));      // 1.7 × 6 × 90 %
        Assert.Equal(0.3, SixTaxesTwoFees.SparedTo(On("2023-06"), law, smallScale: true, smallLowProfit: false));
        Assert.Equal(0, SixTaxesTwoFees.SparedTo(On("2023-06"), law, smallScale: false, smallLowProfit: false));
    }

    [Fact]
    public void A_step_that_spans_two_national_versions_is_bound_by_the_narrower()
    {
        Assert.Equal((0, 0.9), StabilisationRefund.ToSmallAndMedium.Range(On("2022-01"), On("2022-12")));
        Assert.Equal((0, 0.6), StabilisationRefund.ToSmallAndMedium.Range(On("2022-01"), On("2023-01")));
    }

    private static LocalRates Rates(LocalRule rule, double value) =>
        new(rule.Key, [new(On("2023-01"), null, value, "a document", Confidence.Assumed)]);
}
