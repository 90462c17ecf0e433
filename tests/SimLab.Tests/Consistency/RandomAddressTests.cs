using System.Reflection;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Chance;
using SimLab.Model.Policies;
using SimLab.Model.Populations;
using Xunit;
using Monthly = SimLab.Model.Chance.DrawId;
using OfMonthZero = SimLab.Model.Populations.InitialDrawId;

namespace SimLab.Tests.Consistency;

/// <summary>A draw is found by its address, so two that share one would be the same draw.</summary>
[Fast]
public sealed class RandomAddressTests
{
    private const string EndOfEffects = "Effect";

    [Fact]
    public void Purposes_of_monthly_draws_are_numbered_without_gaps_and_each_has_a_draw_of_its_own()
    {
        var purposes = Enum.GetValues<Monthly>();
        Assert.Equal(Enumerable.Range(0, purposes.Length), purposes.Select(purpose => (int)purpose));

        var draws = new Draws(RandomKey.Of(seed: 7, replicate: 0), enterprise: 3, Month.Of(2023, 3));
        var numbers = new List<double>();
        foreach (var purpose in purposes) numbers.Add(draws.Uniform(purpose));
        Assert.Equal(numbers.Distinct(), numbers);
    }

    [Fact]
    public void Purposes_of_monthly_draws_fill_whole_blocks_of_four() => Assert.Equal(0, Enum.GetValues<Monthly>().Length % 4);

    [Fact]
    public void Purposes_of_draws_before_the_first_month_are_numbered_from_1_without_gaps()
    {
        var purposes = Enum.GetValues<OfMonthZero>();
        Assert.Equal(Enumerable.Range(1, purposes.Length), purposes.Select(purpose => (int)purpose));
        var draws = new InitialDraws(7);
        Assert.Equal(purposes.Length, purposes.Select(purpose => draws.Uniform(3, purpose)).Distinct().Count());
    }

    /// <summary>
    /// Effects of the model share their space with the clauses of the first document: an effect among these would be how well a firm
    /// hears of that measure.
    /// </summary>
    [Fact]
    public void Lasting_effects_of_a_firm_have_addresses_of_their_own_above_the_clauses_of_the_first_document()
    {
        var effects = typeof(Month).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.IsLiteral && field.Name.EndsWith(EndOfEffects, StringComparison.Ordinal))
            .Select(field => (int)field.GetRawConstantValue()!)
            .ToList();
        Assert.NotEmpty(effects);
        Assert.Equal(effects.Distinct(), effects);
        Assert.All(effects, address => Assert.True(address >= FirmEffectId.FirstOfModel));
        Assert.All(MeasureCatalog.Default.Measures.Where(measure => measure.Id.FirmEffect.Space == 0), measure =>
            Assert.True(measure.Id.FirmEffect.Number < FirmEffectId.FirstOfModel));
    }

    [Fact]
    public void A_measure_of_the_first_document_has_its_clause_as_address_and_one_of_another_document_a_space_of_its_own()
    {
        Assert.Equal(new FirmEffectId(0, 9), new MeasureId("gansu-2023", 9).FirmEffect);
        Assert.Equal(new FirmEffectId(0xc62bfa7d, 9), new MeasureId("lanzhou-2024", 9).FirmEffect);
        var key = RandomKey.Of(seed: 7, replicate: 0);
        Assert.NotEqual(
            Draws.FirmEffect(new MeasureId("gansu-2023", 9).FirmEffect, key, 3),
            Draws.FirmEffect(new MeasureId("lanzhou-2024", 9).FirmEffect, key, 3));
    }
}
