using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Populations;
using Xunit;

namespace SimLab.Tests.Populations;

public class GansuTotalsTests
{
    // A count of a few firms cannot come nearer to a share of them than a firm or two of rounding.
    private static bool Meets(ReportLine line) =>
        Math.Abs(line.Difference) <= 0.01 || (line.Unit == "firms" && Math.Abs(line.Synthetic - line.Published) <= 2);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(77)]
    public void Every_total_of_the_recipe_is_met_within_one_percent_whatever_the_seed(int seed)
    {
        var report = PopulationReport.Of(Gansu.Recipe, Gansu.File.Generate((ulong)seed));

        var missed = report.Where(line => !Meets(line)).Select(line => $"{line.Name}: {line.Published:0.####} became {line.Synthetic:0.####}");
        Assert.Equal([], missed);
    }

    [Fact]
    public void The_report_carries_unit_and_source_of_every_total()
    {
        var report = PopulationReport.Of(Gansu.Recipe, Gansu.Population);

        Assert.True(report.Length > 80);
        Assert.All(report, line => Assert.False(string.IsNullOrWhiteSpace(line.Source) || string.IsNullOrWhiteSpace(line.Unit), line.Name));
        Assert.Equal(report.Length, report.Select(line => line.Name).Distinct().Count());
    }

    [Fact]
    public void All_fifteen_regions_and_all_industries_have_firms()
    {
        Assert.Equal(Places.Regions, Gansu.Alive.Select(x => x.Firm.Region).Distinct().Count());
        Assert.Equal(Places.Industries, Gansu.Alive.Select(x => x.Firm.Industry).Distinct().Count());
    }

    [Fact]
    public void About_twenty_thousand_agents_stand_for_half_a_million_firms() =>
        Assert.InRange(Gansu.Alive.Count(), 19_500, 22_500);

    [Fact]
    public void Larger_firms_are_more_likely_to_have_a_loan()
    {
        double Access(SizeClass size) => PopulationReport.Of(Gansu.Recipe, Gansu.Population).Single(l => l.Name == $"Ordinary {size.ToString().ToLowerInvariant()} firms with a loan").Synthetic;
        Assert.True(Access(SizeClass.Micro) < Access(SizeClass.Small));
        Assert.True(Access(SizeClass.Small) < Access(SizeClass.Medium));
    }

    [Fact]
    public void The_roster_sells_twenty_million_or_more_and_only_nurture_firms_past_it_have_not_reported()
    {
        var threshold = Gansu.Recipe.Sizes.RosterThreshold.Value;
        foreach (var (firm, state) in Gansu.Alive.Where(x => x.Firm.Industry.IsIndustrial()))
        {
            // Of the book of orders along the chain a month is in the mail.
            var months = Gansu.Recipe.Balance.OrderBook.Value;
            var aYear = 12 * (state.Demand / 1.03 + Fen.ToYuan(state.OrdersPublic) / months + Fen.ToYuan(state.OrdersChain) / (months - 1));
            if (firm.Stratum == Stratum.AboveScale) Assert.True(aYear >= threshold * 0.999);
            else Assert.True(aYear < (firm.Stratum == Stratum.Nurture ? Gansu.Recipe.Sizes.NurtureTo.Value : threshold) * 1.001);
            Assert.Equal(firm.Stratum == Stratum.AboveScale, state.Is(Standing.AboveScale));
        }
    }
}
