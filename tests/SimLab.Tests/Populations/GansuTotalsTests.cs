using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Populations;
using Xunit;

namespace SimLab.Tests.Populations;

[Slow]
public class GansuTotalsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(77)]
    public void Every_total_of_the_recipe_is_met_within_one_percent_whatever_the_seed(int seed)
    {
        var report = PopulationReport.Of(GansuPopulation.Recipe, GansuPopulation.File.Generate((ulong)seed));

        var missed = report.Where(line => !line.IsMet && line.Beside is null)
            .Select(line => $"{line.Name}: {line.Published:0.####} became {line.Synthetic:0.####}");
        Assert.Equal([], missed);
    }

    [Fact]
    public void The_report_carries_unit_and_source_of_every_total()
    {
        var report = PopulationReport.Of(GansuPopulation.Recipe, GansuPopulation.Population);

        Assert.True(report.Length > 80);
        Assert.All(report, line => Assert.False(string.IsNullOrWhiteSpace(line.Source) || string.IsNullOrWhiteSpace(line.Unit), line.Name));
        Assert.Equal(report.Length, report.Select(line => line.Name).Distinct().Count());
    }

    [Fact]
    public void Counts_of_the_province_are_met_to_the_firm_and_shares_of_it_to_less_than_two_firms()
    {
        string[] counts =
        [
            "Small, medium and micro enterprises", "Above-scale industrial roster", "Large industrial firms", "Large service firms",
                "Innovative firms off the roster",
            "Nurture pool", "Chain leaders", "High-tech enterprises", "Technology SMEs", "Specialised SMEs", "Little giants",
        ];
        var report = PopulationReport.Of(GansuPopulation.Recipe, GansuPopulation.Population);

        Assert.All(counts, name => Assert.Equal(0, report.Single(line => line.Name == name).Difference));
        Assert.All(report.Where(line => line.Unit == "firms"), line => Assert.InRange(line.Synthetic - line.Published, -2, 2));
    }

    [Fact]
    public void Published_totals_of_another_date_or_scope_stand_in_the_report_with_the_reason_they_are_missed()
    {
        var beside = PopulationReport.Of(GansuPopulation.Recipe, GansuPopulation.Population).Where(line => line.Beside is not null)
            .ToArray();

        Assert.Equal(
            ["R&D of the whole province", "Loans to all SMEs", "SMEs in the value added of the roster"], beside.Select(line => line.Name));
        Assert.All(beside, line => Assert.Equal(line.Beside, line.Why));
    }

    [Fact]
    public void All_fifteen_regions_and_all_industries_have_firms()
    {
        Assert.Equal(GansuPopulation.Province.Regions.Length, GansuPopulation.Alive.Select(x => x.Firm.Region).Distinct().Count());
        Assert.Equal(Places.Industries, GansuPopulation.Alive.Select(x => x.Firm.Industry).Distinct().Count());
    }

    [Fact]
    public void About_twenty_thousand_agents_stand_for_half_a_million_firms() =>
        Assert.InRange(GansuPopulation.Alive.Count(), 19_500, 22_500);

    [Fact]
    public void Larger_firms_are_more_likely_to_have_a_loan()
    {
        double Access(SizeClass size) =>
            PopulationReport.Of(GansuPopulation.Recipe, GansuPopulation.Population)
            .Single(l => l.Name == $"Ordinary {size.ToString().ToLowerInvariant()} firms with a loan").Synthetic;
        Assert.True(Access(SizeClass.Micro) < Access(SizeClass.Small));
        Assert.True(Access(SizeClass.Small) < Access(SizeClass.Medium));
    }

    [Fact]
    public void The_roster_sells_twenty_million_or_more_and_only_nurture_firms_past_it_have_not_reported()
    {
        var threshold = GansuPopulation.Recipe.Sizes.RosterThreshold.Value;
        foreach (var (firm, state) in GansuPopulation.Alive.Where(x => x.Firm.Industry.IsIndustrial()))
        {
            // Of the book of orders along the chain a month is in the mail.
            var months = GansuPopulation.Recipe.Balance.OrderBook.Value;
            var aYear = 12 * (state.Demand / 1.03 + Fen.ToYuan(state.OrdersPublic) / months + Fen.ToYuan(state.OrdersChain) / (months - 1));
            if (firm.Stratum == Stratum.AboveScale) Assert.True(aYear >= threshold * 0.999);
            else Assert.True(aYear < (firm.Stratum == Stratum.Nurture ? GansuPopulation.Recipe.Sizes.NurtureTo.Value : threshold) * 1.001);
            Assert.Equal(firm.Stratum == Stratum.AboveScale, state.Is(Standing.AboveScale));
        }
    }
}
