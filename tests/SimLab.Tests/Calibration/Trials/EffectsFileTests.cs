using SimLab.Engine.Calibration.Trials;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;
using SimLab.Tests.Scenarios;
using Xunit;

namespace SimLab.Tests.Calibration.Trials;

[Fast]
public sealed class EffectsFileTests : IDisposable
{
    private const string Good = """
        name: Test
        scenario: plain.yaml
        from: 2022-12
        replicates: 2
        effects:
          equipment:
            name: Equipment
            nameZh: 设备
            eligible: industrial_smes
            treatment: { words: support, measures: { ProcurementSupport: { equipmentSupport: 0.15 } } }
            months: 12
            outcomes: { investment_to_price: { low: -2.4, high: -1.0, source: test } }
            grades: [ProcurementSupport.equipmentSupport]
          bidders:
            name: Bidders
            published: twice as many
            source: test
            notPosed: bids do not respond
        """;

    private readonly ScenarioFolder folder = new();

    public EffectsFileTests() => folder.Write("plain.yaml", ScenarioFolder.Plain);

    public void Dispose() => folder.Dispose();

    private EffectsOfOthers Read(string text) => EffectsFile.Read(folder.Write("effects.yaml", text), MeasureCatalog.Default);

    [Fact]
    public void A_treatment_has_the_levers_named_and_all_others_at_zero()
    {
        var order = Read(Good);
        var trial = Assert.IsType<EffectTrial>(order.Effects[0]);
        var support = Assert.IsType<ProcurementSupport>(Assert.Single(trial.Treatment.Measures));
        Assert.Equal((0.15, 0, 0.0, order.From), (support.EquipmentSupport, support.Vouchers, support.Stands, support.From!.Value));
        Assert.Equal((12, 12, true), (trial.Months, trial.Reads, trial.Treatment.Assigned));
        Assert.IsType<UnposedEffect>(order.Effects[1]);
        Assert.Equal(new Term?[] { Term.Name("Equipment", "设备"), Term.Name("Bidders", null) }, order.Effects.Select(effect => effect.Name));
    }

    [Theory]
    [InlineData("eligible: industrial_smes", "eligible: industrial_sme", 9, "Nearest: industrial_smes")]
    [InlineData("equipmentSupport: 0.15", "equipmentSuport: 0.15", 10, "Nearest: equipmentSupport")]
    [InlineData("equipmentSupport: 0.15", "equipmentSupport: 5", 10, "outside [0, 0.5]")]
    [InlineData("measures: {", "award: medal, measures: {", 10, "Write contract or refusedLoan")]
    [InlineData("investment_to_price:", "invest_to_price:", 12, "Nearest: investment_to_price")]
    [InlineData("low: -2.4, high: -1.0, ", "", 12, "no published figure")]
    [InlineData("months: 12", "share: 1\n    months: 12", 11, "more than 0 and less than 1")]
    [InlineData("low: -2.4", "low: 2.4", 12, "is no interval")]
    [InlineData("from: 2022-12", "from: 2022-01", 3, "2022-02 or later")]
    [InlineData("[ProcurementSupport.equipmentSupport]", "[ProcurementSupport.equipment]", 13, "no lever")]
    [InlineData("published: twice as many", "publish: twice as many", 15, "Nearest: published")]
    public void A_mistake_says_where_it_is_and_what_may_stand_there(string good, string wrong, int line, string words)
    {
        var mistake = Assert.Throws<ScenarioException>(() => Read(Good.Replace(good, wrong, StringComparison.Ordinal)));
        Assert.Equal(line, mistake.Line);
        Assert.Contains(words, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_may_treat_a_small_share_and_explain_what_it_finds()
    {
        var plain = Assert.IsType<EffectTrial>(Read(Good).Effects[0]);
        Assert.Equal((0.5, null), (plain.Share, plain.Explained));
        var explained = Good.Replace(
            "months: 12", "months: 12\n    share: 0.02\n    explained: few are treated", StringComparison.Ordinal);
        var trial = Assert.IsType<EffectTrial>(Read(explained).Effects[0]);
        Assert.Equal((0.02, "few are treated"), (trial.Share, trial.Explained));
    }

    [Theory]
    [InlineData("2.2", 0.05)]
    [InlineData("0.242", 0.0005)]
    [InlineData("-25", 0.5)]
    public void A_single_number_is_known_to_its_last_digit(string centre, double rounding)
    {
        var order = Read(Good.Replace("low: -2.4, high: -1.0", $"centre: {centre}", StringComparison.Ordinal));
        Assert.Equal(rounding, Assert.IsType<EffectTrial>(order.Effects[0]).Outcomes[0].Rounding, 9);
    }

    [Fact]
    public void Each_effect_of_the_shipped_file_is_posed_or_says_why_not()
    {
        var order = EffectsFile.Read(
            Repository.File("scenarios", "provinces", "gansu", "calibration", "effects.yaml"), MeasureCatalog.Default);
        Assert.Equal(14, order.Effects.Length);
        Assert.Empty(order.Effects.OfType<UnposedEffect>());
    }
}
