using SimLab.Engine.Scenarios;
using SimLab.Model.Economy;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Scenarios;

/// <summary>closure: full or none, and financedBy.</summary>
[Fast]
public sealed class ClosureTests : IDisposable
{
    private const string Plain = ScenarioFolder.Plain;                       // six lines
    private readonly ScenarioFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void None_sets_the_numbers_of_the_closure_to_zero_and_leaves_all_others()
    {
        var behaviour = folder.Read(Plain + "closure: none\nbehaviour: { mostEntry: 0.5 }").Behaviour;
        Assert.Equal(new BehaviouralParameters { MostEntry = 0.5 }.WithoutClosure(), behaviour);
        Assert.Equal((0, 0, 0, 0, 0), (behaviour.LocalToHouseholds, behaviour.OtherToHouseholds, behaviour.LocalToFirms,
            behaviour.OtherToFirms, behaviour.WageCurve));
    }

    [Fact]
    public void Full_is_what_a_scenario_has_anyway_and_undoes_none_of_an_extended_file()
    {
        folder.Write("open.yaml", Plain + "closure: none");
        Assert.Equal(new(), folder.Read("name: x\nextends: open.yaml\nclosure: full").Behaviour);
        Assert.Equal(new BehaviouralParameters().WithoutClosure(), folder.Read("name: x\nextends: open.yaml").Behaviour);
    }

    [Fact]
    public void Another_word_and_a_number_that_contradicts_it_are_mistakes()
    {
        folder.AssertMistake(Plain + "closure: open", 7, "closure is \"open\". Write full", "or none.");
        folder.AssertMistake(
            Plain + "closure: none\nbehaviour: { localToFirms: 0.3 }", 8, "closure is none, so behaviour.localToFirms is 0.");
        Assert.Equal(0, folder.Read(Plain + "closure: none\nbehaviour: { localToFirms: 0 }").Behaviour.LocalToFirms);
    }

    [Fact]
    public void A_measure_is_paid_as_its_document_means_or_as_the_scenario_says()
    {
        var measures = folder.Read(Plain + "measures: { SampleRewards: { financedBy: debt }, SampleLoans: {} }").Measures;
        var (rewards, loans) = (measures.Single(m => m is SampleRewards), measures.Single(m => m is not SampleRewards));
        Assert.Equal((Payer.Debt, Payer.Debt), (rewards.FinancedBy, rewards.PaidBy));
        Assert.Equal((null, loans.Clause.FinancedBy), (loans.FinancedBy, loans.PaidBy));
    }

    [Fact]
    public void Who_pays_survives_writing_and_reading_and_changes_the_content_address()
    {
        folder.Write("base.yaml", Plain + "measures: { SampleRewards: {} }");
        var under = folder.Read("name: x\nextends: base.yaml");
        var scenario = folder.Read("name: x\nextends: base.yaml\nmeasures: { SampleRewards: { financedBy: taxes } }");
        Assert.NotEqual(ScenarioText.Canonical(under), ScenarioText.Canonical(scenario));
        Assert.Contains(ScenarioText.Difference(scenario, under), sentence =>
            $"{sentence}" == "SampleRewards is paid by taxes on households instead of the centre.");
        Assert.Contains("financedBy: taxes", ScenarioLayer.Whole(scenario, "people.json", null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_payer_that_does_not_exist_and_one_that_changes_on_the_way_are_mistakes()
    {
        folder.AssertMistake(Plain + "measures: { SampleRewards: { financedBy: nobody } }", 7,
            "SampleRewards.financedBy is \"nobody\". Write one of transfer, spending, debt, taxes.");
        folder.AssertMistake(
            Plain + "measures: { SampleRewards: {} }\nchanges: { 2023-01: { SampleRewards: { financedBy: debt } } }", 8,
            "SampleRewards.financedBy cannot change on the way.");
    }
}
