using System.Collections.Immutable;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using Xunit;

namespace SimLab.Tests.Consistency;

/// <summary>The measures that are shipped, and every number that can be turned.</summary>
[Fast]
public sealed class MeasureTests
{
    private static readonly ImmutableArray<CataloguedMeasure> Shipped = MeasureCatalog.Default.Measures;

    public static TheoryData<string> Names { get; } = [.. Shipped.Select(measure => measure.Name)];

    /// <summary>Costs, budgets, claims and awareness of a measure are all found by its clause number.</summary>
    [Fact]
    public void Every_clause_number_is_taken_once_and_there_is_room_for_it()
    {
        var clauses = Shipped.Select(measure => measure.Clause.Number).ToList();
        Assert.Equal(clauses.Distinct(), clauses);
        Assert.All(clauses, clause => Assert.InRange(clause, 1, Tally.HighestClause));
    }

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
