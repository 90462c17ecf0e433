using SimLab.Model.Populations;
using Xunit;

namespace SimLab.Tests.Populations;

[Fast]
public class FittingTests
{
    // A table of two rows and two columns: cell = 2 × row + column.
    private static Margin Rows(params double[] totals) => new("rows", 4, cell => cell / 2, totals, row => $"row {row}");

    private static Margin Columns(params double[] totals) => new("columns", 4, cell => cell % 2, totals, column => $"column {column}");

    [Fact]
    public void Without_preference_a_cell_is_row_times_column_over_all() =>
        Assert.Equal([6, 24, 14, 56], ProportionalFit.Fit([1, 1, 1, 1], [Rows(30, 70), Columns(20, 80)]).Select(v => Math.Round(v, 4)));

    [Fact]
    public void The_odds_of_the_seed_survive_the_fit()
    {
        var table = ProportionalFit.Fit([3, 1, 1, 1], [Rows(50, 50), Columns(40, 60)]);

        Assert.Equal(3, table[0] * table[3] / (table[1] * table[2]), 4);
        Assert.Equal(50, table[0] + table[1], 4);
        Assert.Equal(40, table[0] + table[2], 4);
    }

    [Fact]
    public void An_empty_cell_stays_empty_and_the_others_take_its_firms() =>
        Assert.Equal([0, 30, 20, 50], ProportionalFit.Fit([0, 1, 1, 1], [Rows(30, 70), Columns(20, 80)]).Select(v => Math.Round(v, 3)));

    [Fact]
    public void Totals_that_contradict_each_other_are_named_with_the_difference()
    {
        var answer = Assert.Throws<PopulationMismatchException>(() => ProportionalFit.Fit([1, 1, 1, 1], [Rows(30, 70), Columns(20, 60)]));

        Assert.Equal("rows", answer.Key);
        Assert.Contains("rows asks for 70 firms in row 1 and gets 56 (-14)", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Firms_asked_for_where_none_can_be_are_refused()
    {
        var answer = Assert.Throws<PopulationMismatchException>(() => ProportionalFit.Fit([0, 1, 0, 1], [Rows(30, 70), Columns(20, 80)]));

        Assert.Contains("columns asks for 20 firms in column 0, but none can be there", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_firms_meet_whole_totals_exactly()
    {
        // Fitted 3.5, 6.5, 3.5, 6.5: rounding each cell by itself would make rows of 11 or 9.
        var whole = ControlledRounding.Round([3.5, 6.5, 3.5, 6.5], [Rows(10, 10), Columns(7, 13)]);

        Assert.Equal([10, 10, 7, 13], [whole[0] + whole[1], whole[2] + whole[3], whole[0] + whole[2], whole[1] + whole[3]]);
    }

    [Fact]
    public void No_cell_moves_by_a_whole_firm()
    {
        double[] fitted = [0.2, 0.9, 5.6, 1.3];
        var whole = ControlledRounding.Round(fitted, [Rows(1.1, 6.9), Columns(5.8, 2.2)]);

        Assert.All(fitted.Zip(whole), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 1));
        Assert.Equal([0, 1, 6, 1], whole);
    }
}
