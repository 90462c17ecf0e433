using SimLab.Model;
using SimLab.Model.Forms;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Policies;

/// <summary>Clauses 13 and 14: what owners and banks reckon with is on the form, not in the measure.</summary>
[Fast]
public sealed class PledgeAndQualityTests
{
    private static readonly Card Sme = new(
        SizeClass.Small, Region: default, Industry: Industry.Manufacturing, Titles: 0, AboveScale: true, StrategicField: false,
        LeadsChain: false, InChain: false, InCluster: false, NearScale: false, SmallLowProfit: true);

    [Theory]
    [InlineData(1, 3, 0.02)]                // a third of the gain of 0.06
    [InlineData(7, 3, 0.06)]                // no more than a full pledge
    [InlineData(1, 4, 0.015)]
    public void Patents_gain_in_proportion_to_a_full_pledge(int patents, double full, double gain)
    {
        var application = new LoanApplication { Score = 0.4, Patents = patents, FullPledge = full };
        new PatentUse { PledgeGain = 0.06 }.Apply(ref application, Sme);
        Assert.Equal(0.4 + gain, application.Score, 12);
    }

    [Theory]
    [InlineData(3, 10, 560)]                // 1,000 yuan a year × (3 years × 12 × 0.01 + 10 × 0.02)
    [InlineData(1, 10, 320)]
    [InlineData(3, 0, 360)]
    public void A_quality_measure_is_worth_what_its_owner_reckons(double years, double level, double worth)
    {
        var before = new QualityPlan
        {
            CertificateWorth = Fen.FromYuan(1_000),
            CertificateYears = years,
            LevelWorth = level,
            CertificationChance = 0.02,
            LevelStep = 0.1,
        };
        var after = before with { CertificationChance = 0.03, LevelStep = 0.12 };
        Assert.Equal(worth, new QualityAndBrands().WorthOf(before, after), 9);
    }
}
