using System.Collections.Immutable;
using SimLab.App.Texts;
using SimLab.Engine.Effects;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Consistency;

/// <summary>The measures that are shipped, and every number that can be turned.</summary>
[Fast]
public sealed class MeasureTests
{
    private static readonly ImmutableArray<CataloguedMeasure> Shipped = MeasureCatalog.Default.Measures;

    public static TheoryData<string> Names { get; } = [.. Shipped.Select(measure => measure.Name)];

    /// <summary>Costs, budgets, claims and ledger lines of a measure are all found by its number.</summary>
    [Fact]
    public void Measures_are_numbered_in_their_order_without_gaps() =>
        Assert.Equal(
            Enumerable.Range(0, Shipped.Length), Shipped.Select(measure => MeasureCatalog.Default.Index.Of(measure.Id)));

    [Theory, MemberData(nameof(Names))]
    public void A_measure_says_what_its_clause_is_called_what_it_says_and_who_leads(string name)
    {
        var clause = MeasureCatalog.Default.Find(name)!.Clause;
        Assert.All([clause.Heading, clause.Text, clause.Lead], words => Assert.NotEqual("", words.Trim()));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_measure_has_levers_of_its_own_and_acts_on_a_form(string name)
    {
        var measure = MeasureCatalog.Default.Find(name)!;
        Assert.Contains(measure.Levers, lever => lever.Property.DeclaringType == measure.Type);
        Assert.Contains(measure.Type.GetInterfaces(), each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IActsOn<>));
    }

    /// <summary>The page on effects asks of each measure whether it moves what it is meant to move.</summary>
    [Theory, MemberData(nameof(Names))]
    public void A_measure_has_a_channel_of_its_own(string name) =>
        Assert.NotEmpty(Channel.Of(MeasureCatalog.Default.Find(name)!));

    /// <summary>A user reads the lever in either language; the compiler asks for the texts, and this for their language.</summary>
    [Theory, MemberData(nameof(Names))]
    public void A_lever_has_a_name_a_unit_and_a_source_in_Chinese(string name) =>
        Assert.All(MeasureCatalog.Default.Find(name)!.Levers.Select(lever => (LeverAttribute)lever.Number), lever =>
            Assert.All([lever.NameZh, lever.UnitZh, lever.SourceZh], words =>
                Assert.Contains(words, letter => letter is >= '一' and <= '鿿')));

    [Fact]
    public void A_lever_has_a_Chinese_name_of_its_own_within_the_measure() =>
        Assert.All(Shipped, measure => Assert.Distinct(measure.Levers.Select(lever => ((LeverAttribute)lever.Number).NameZh)));

    /// <summary>Texts that name a unit or a source without the lever, such as diagnostics, find one wording.</summary>
    [Fact]
    public void The_same_unit_and_the_same_source_have_one_wording_in_Chinese()
    {
        var levers = Shipped.SelectMany(measure => measure.Levers).Select(lever => (LeverAttribute)lever.Number).ToList();
        Assert.All(levers.GroupBy(lever => lever.Unit), same => Assert.Single(same.Select(lever => lever.UnitZh).Distinct()));
        Assert.All(levers, lever => Assert.Equal(lever.UnitZh, ParameterTexts.Unit(lever.Unit).Zh));
        Assert.All(levers.GroupBy(lever => lever.Source), same => Assert.Single(same.Select(lever => lever.SourceZh).Distinct()));
    }

    [Fact]
    public void Every_number_has_a_unit_a_source_and_a_range_that_holds_what_it_begins_with()
    {
        Parameter[] numbers = [
            .. Shipped.SelectMany(measure => measure.Levers), .. Parameter.Of(new BehaviouralParameters()), .. Parameter.Of(new Macro())];
        Assert.All(numbers, number =>
        {
            Assert.NotEqual("", number.Unit.Trim());
            Assert.NotEqual("", number.Source.Trim());
            Assert.True(number.Min < number.Max, $"{number.Name}: the range is empty");
            Assert.All(Initial(number), value => Assert.InRange(value, number.Min, number.Max));
        });
    }

    private static IEnumerable<double> Initial(Parameter number) => number.Default switch
    {
        YearPath path => path.ByYear.Values,
        bool => [],
        var value => [Convert.ToDouble(value, null)],
    };
}
