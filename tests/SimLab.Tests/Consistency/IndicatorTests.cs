using SimLab.Engine.Execution;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Consistency;

/// <summary>An indicator says in one place its Chinese name, its unit and whether it is a flow; here they are checked.</summary>
[Fast]
public sealed class IndicatorTests
{
    public static TheoryData<Indicator> All { get; } = [.. Enum.GetValues<Indicator>()];

    [Fact]
    public void Indicators_are_numbered_without_gaps_and_all_of_them_are_counted() =>
        Assert.Equal(Enumerable.Range(0, Indicators.Count), Enum.GetValues<Indicator>().Select(indicator => (int)indicator));

    [Fact]
    public void Every_indicator_has_a_column_of_its_own_beside_the_costs_of_measures()
    {
        var columns = Enum.GetValues<Indicator>().Select(Names.ColumnOf)
            .Concat(MeasureCatalog.Default.Index.Ids.Select(Names.CostColumn))
            .ToList();
        Assert.Equal(columns.Distinct(), columns);
        Assert.Equal(MeasureCatalog.Default.Index.Ids, columns.Select(Names.MeasureOf).OfType<MeasureId>());
        Assert.Equal(Tally.WidthFor(MeasureCatalog.Default.Index.Count), columns.Count);
    }

    [Theory, MemberData(nameof(All))]
    public void An_indicator_has_a_Chinese_name_a_unit_and_if_it_moves_cash_is_a_flow_of_money(Indicator indicator)
    {
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", Indicators.Chinese(indicator));
        Assert.Contains(Indicators.Unit(indicator), new[] { "fen", "millionths", "firms", "people", "count", "stops", "results" });
        if (Indicators.CashIn.Contains(indicator) || Indicators.CashOut.Contains(indicator))
            Assert.Equal((true, true), (Indicators.IsMoney(indicator), Indicators.IsFlow(indicator)));
    }

    /// <summary>Nothing has flowed before the first month, so what is there already is a stock.</summary>
    [Fact]
    public void What_is_there_before_the_first_month_is_a_stock()
    {
        var series = new RunSeries(SmallProvince.Materials());
        var there = Enum.GetValues<Indicator>().Where(indicator => series.Value(0, 0, series.Plan.Start - 1, indicator) != 0).ToList();
        Assert.Contains(Indicator.LoansOwed, there);
        Assert.DoesNotContain(there, Indicators.IsFlow);
    }

    [Theory, MemberData(nameof(All))]
    public void A_name_that_says_what_kind_of_number_it_is_says_so_rightly(Indicator indicator)
    {
        var name = indicator.ToString();
        string[] owed = ["Owed", "Owes", "Held", "Arrears", "Payable", "To3", "To12", "OverYear"];
        var expected = owed.Any(end => name.EndsWith(end, StringComparison.Ordinal)) ? ("fen", false)
            : name.StartsWith("New", StringComparison.Ordinal) ? ("firms", true)
            : name.EndsWith("Millionths", StringComparison.Ordinal) ? ("millionths", false)
            : (Indicators.Unit(indicator), Indicators.IsFlow(indicator));
        Assert.Equal(expected, (Indicators.Unit(indicator), Indicators.IsFlow(indicator)));
    }
}
