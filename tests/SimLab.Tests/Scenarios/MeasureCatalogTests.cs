using SimLab.Engine.Scenarios;
using SimLab.Model.Economy;
using SimLab.Model.Policies;
using SimLab.Tests.Policies;
using Xunit;

namespace SimLab.Tests.Scenarios;

[Fast]
public sealed class MeasureCatalogTests
{
    public abstract record NotAMeasureYet : Measure;

    [Fact]
    public void A_measure_in_another_assembly_appears_with_its_levers_and_nothing_else_touched()
    {
        var rewards = ScenarioFolder.Catalog.Find("SampleRewards")!;
        Assert.Equal(901, rewards.Clause.Number);
        Assert.Equal(
            ["provincialReward", "paperworkLeft", "coachingGain", "largestList", "paidTwice", "budgetPerYear"],
            rewards.Levers.Select(l => l.Name));
        var reward = rewards.Lever("provincialReward")!;
        Assert.Equal(
            ("yuan", 0.0, 2_000_000.0, "clause 9: 每户奖励30万元", (object)300_000.0),
            (reward.Unit, reward.Min, reward.Max, reward.Source, reward.Default));
        Assert.Equal(new SampleRewards(), rewards.AsWritten());
    }

    [Fact]
    public void Measures_are_ordered_by_document_and_clause_and_abstract_ones_are_none()
    {
        var measures = ScenarioFolder.Catalog.Measures;
        Assert.Equal(measures.Select(m => m.Id).Order(), measures.Select(m => m.Id));
        Assert.DoesNotContain(measures, m => m.Name == nameof(NotAMeasureYet));
    }

    public sealed record SharesAClause : Measure
    {
        public override Clause Clause => new(Gansu2023.Document, 9, "同条", "(in no document)", "nobody");
    }

    public sealed record NinthElsewhere : Measure
    {
        public override Clause Clause => new(SampleDocument.Document, 9, "他文", "(in no document)", "nobody");
    }

    public sealed record HasNoClause : Measure
    {
        public override Clause Clause => new(SampleDocument.Document, 0, "", "", "");
    }

    [Fact]
    public void A_clause_that_another_measure_has_is_refused_and_both_are_named()
    {
        var mistake = Assert.Throws<InvalidOperationException>(
            () => new MeasureCatalog([typeof(CultivateSpecialisedSmes), typeof(SharesAClause)]));
        Assert.Contains("gansu-2023/09", mistake.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(CultivateSpecialisedSmes).FullName!, mistake.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(SharesAClause).FullName!, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_measure_without_a_clause_is_refused()
    {
        var mistake = Assert.Throws<InvalidOperationException>(() => new MeasureCatalog([typeof(HasNoClause)]));
        Assert.Contains(typeof(HasNoClause).FullName!, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_documents_may_have_the_same_clause_number()
    {
        var catalog = new MeasureCatalog([typeof(NinthElsewhere), typeof(CultivateSpecialisedSmes)]);
        Assert.Equal(["gansu-2023/09", "samples/09"], catalog.Measures.Select(m => m.Id.ToString()));
        Assert.Equal(["gansu-2023", "samples"], catalog.Documents.Select(document => document.Id));
    }

    [Fact]
    public void Two_documents_may_have_measures_of_one_name_which_then_go_by_their_clauses()
    {
        var catalog = Lanzhou2024.WithNotice;
        Assert.Equal("gansu-2023/01", catalog.Find("gansu-2023/tax-relief")!.Key);
        Assert.Equal("lanzhou-2024/01", catalog.Find("lanzhou-2024/TaxRelief")!.Key);
        Assert.Equal(nameof(CultivateSpecialisedSmes), catalog.Find("gansu-2023/9")!.Key);
        Assert.Null(catalog.Find("TaxRelief"));
        Assert.Null(catalog.Find("lanzhou-2024/cultivate-specialised-smes"));
        Assert.Equal(
            "several documents have a measure \"TaxRelief\". Write gansu-2023/01 or lanzhou-2024/01.",
            catalog.WhyNot("TaxRelief").ToString());
    }

    public static class CultivateAgain
    {
        public sealed record CultivateSpecialisedSmes : Measure
        {
            public override Clause Clause => new(Gansu2023.Document, 77, "同名", "(in no document)", "nobody");
        }
    }

    [Fact]
    public void Two_measures_of_one_name_in_one_document_are_refused()
    {
        var mistake = Assert.Throws<InvalidOperationException>(
            () => new MeasureCatalog([typeof(CultivateSpecialisedSmes), typeof(CultivateAgain.CultivateSpecialisedSmes)]));
        Assert.Contains("two measures of gansu-2023 are named CultivateSpecialisedSmes", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gansu-2023/03", "gansu-2023/03")]
    [InlineData("gansu-2023/3", "gansu-2023/03")]
    [InlineData("gansu-2023/117", "gansu-2023/117")]
    [InlineData("gansu-2023", null)]
    [InlineData("gansu-2023/0", null)]
    [InlineData("gansu-2023/-3", null)]
    [InlineData("Gansu 2023/3", null)]
    [InlineData("/3", null)]
    public void An_id_is_a_document_and_a_clause(string text, string? read) =>
        Assert.Equal(read, MeasureId.TryParse(text, out var id) ? id.ToString() : null);

    [Fact]
    public void Ids_are_ordered_by_document_then_clause()
    {
        MeasureId[] ids = [new("b", 1), new("a", 10), new("a", 9)];
        Assert.Equal(["a/09", "a/10", "b/01"], ids.Order().Select(id => id.ToString()));
    }

    [Fact]
    public void The_default_catalog_holds_the_measures_of_the_model_only()
    {
        Assert.Null(MeasureCatalog.Default.Find("SampleRewards"));
        Assert.All(MeasureCatalog.Default.Measures, m => Assert.Equal(typeof(Measure).Assembly, m.Type.Assembly));
    }

    [Fact]
    public void What_a_measure_a_habit_or_a_path_says_by_default_is_within_its_own_range()
    {
        foreach (var parameter in ScenarioFolder.Catalog.Measures.SelectMany(m => m.Levers)
            .Concat(Parameter.Of(new BehaviouralParameters()))
            .Where(d => d.Type != typeof(bool) && d.Type != typeof(SimLab.Model.YearPath)))
            Assert.InRange(
                Convert.ToDouble(parameter.Default, System.Globalization.CultureInfo.InvariantCulture), parameter.Min, parameter.Max);
        foreach (var parameter in Parameter.Of(new Macro()).Where(d => d.Type == typeof(SimLab.Model.YearPath)))
            Assert.All(((SimLab.Model.YearPath)parameter.Default).ByYear.Values, value =>
                Assert.InRange(value, parameter.Min, parameter.Max));
    }
}
